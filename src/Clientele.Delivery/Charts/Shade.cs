using System.Globalization;

namespace Clientele.Delivery;

/// <summary>From a value to one of eleven classes of colour; the theme gives each class its colour and its ink.</summary>
/// <param name="Low">Value of the palest colour; unused when colours part at zero.</param>
/// <param name="Full">Value of the strongest colour.</param>
/// <param name="Diverging">True: colours part at zero, five classes to each side.</param>
readonly record struct Shade(double Low, double Full, bool Diverging)
{
    const int Classes = 11;

    /// <summary>A few values so many times as large as all others must not take their colours away.</summary>
    const double Extreme = 2.5;

    /// <summary>Fewer values than this have no extremes.</summary>
    const int Few = 8;

    /// <summary>A shade for these values; NaN as <paramref name="full"/> takes the largest that is not extreme.</summary>
    internal static Shade Of(IEnumerable<double> values, bool diverging, double full = double.NaN)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var strongest = double.IsFinite(full) ? full : Strongest([.. known.Select(Math.Abs)]);
        return diverging
            ? new Shade(0, strongest, true)
            : new Shade(
                Math.Min(0, known.Min()),
                double.IsFinite(full) ? full : Math.Min(strongest, known.Max()),
                false
            );
    }

    /// <summary>The greatest size that is not many times as large as what nine in ten do not exceed.</summary>
    static double Strongest(List<double> sizes)
    {
        var sorted = sizes.Where(s => s > 0).Order().ToList();
        if (sorted.Count < Few)
        {
            return sizes.Max();
        }

        var usual = sorted[(int)Math.Ceiling(0.9 * sorted.Count) - 1];
        return sorted.FindLast(s => s <= Extreme * usual);
    }

    /// <summary>True if some of the values lie beyond the strongest colour: the legend must say so.</summary>
    internal bool Caps(IEnumerable<double> values)
    {
        var (most, diverging) = (Full * (1 + 1e-9), Diverging);
        return values.Any(v => v > most || (diverging && v < -most));
    }

    /// <summary>A shade for a column of a table, where only the paler half of the colours is used: its numbers are read.</summary>
    internal static Shade Table(IEnumerable<double> values, bool diverging)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (low, high) = (known.Min(), known.Max());
        return diverging
            ? new Shade(0, known.Max(Math.Abs) * 2, true)
            : new Shade(low, low + ((high - low) * 2), false);
    }

    /// <summary>The class of a value: <c>h0</c> to <c>h10</c>, or <c>d0</c> to <c>d10</c>; empty for NaN.</summary>
    internal string Class(double value)
    {
        if (double.IsNaN(value))
        {
            return "";
        }

        var range = Full > Low ? Full - Low : 1;
        var at = Diverging
            ? (int)
                Math.Round(
                    (Math.Clamp(value / range, -1, 1) + 1) * (Classes - 1) / 2,
                    MidpointRounding.AwayFromZero
                )
            : (int)Math.Clamp(Math.Floor((value - Low) / range * Classes), 0, Classes - 1);
        return Name(at);
    }

    /// <summary>All classes, from the least to the greatest.</summary>
    internal IEnumerable<string> All() => Enumerable.Range(0, Classes).Select(Name);

    /// <summary>True for a class whose colour is so strong that what lies on it must be light (dark in the dark theme).</summary>
    internal static bool IsStrong(string name) =>
        int.Parse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) is var at
        && (name[0] == 'h' ? at > 6 : at is < 2 or > 8);

    string Name(int at) => (Diverging ? "d" : "h") + at.ToString(CultureInfo.InvariantCulture);
}
