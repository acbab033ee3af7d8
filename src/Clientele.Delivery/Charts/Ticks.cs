namespace Clientele.Delivery;

/// <summary>Round values for axes.</summary>
public static class Ticks
{
    /// <summary>Values that differ by less than this share of themselves are one: means of equal amounts differ by as little.</summary>
    const double Same = 1e-9;

    /// <summary>Multiples of 1, 2 or 5 times a power of ten within [low, high], at most <paramref name="most"/> + 1.</summary>
    /// <returns>Ascending and equally spaced; one value when low as good as equals high.</returns>
    public static IReadOnlyList<double> Linear(double low, double high, int most)
    {
        if (!Differ(low, high))
        {
            return [low];
        }

        var (mantissa, power) = Step((high - low) / Math.Max(1, most));
        var step = mantissa * Math.Pow(10, power);
        var ticks = new List<double>();
        for (var i = Math.Ceiling((low / step) - 1e-9); i <= Math.Floor((high / step) + 1e-9); i++)
        {
            // Dividing by a whole power keeps 0.3 from becoming 0.30000000000000004.
            ticks.Add(power < 0 ? i * mantissa / Math.Pow(10, -power) : i * mantissa * Math.Pow(10, power));
        }

        return ticks;
    }

    /// <summary>Widens [low, high] to whole steps of <see cref="Linear"/>.</summary>
    public static (double Low, double High) Widen(double low, double high, int most)
    {
        if (!Differ(low, high))
        {
            return low == 0 ? (0, 1) : (Math.Min(0, low * 1.2), Math.Max(0, low * 1.2));
        }

        var (mantissa, power) = Step((high - low) / Math.Max(1, most));
        var step = mantissa * Math.Pow(10, power);
        return (Math.Floor((low / step) + 1e-9) * step, Math.Ceiling((high / step) - 1e-9) * step);
    }

    /// <summary>Powers of ten within [low, high]; with fewer than three of them also 2 and 5 times each.</summary>
    /// <param name="low">Above 0.</param>
    /// <param name="high">At least <paramref name="low"/>.</param>
    public static IReadOnlyList<double> Powers(double low, double high)
    {
        var first = (int)Math.Floor(Math.Log10(low));
        var last = (int)Math.Ceiling(Math.Log10(high));
        var powers = Enumerable.Range(first, last - first + 1).Select(p => Math.Pow(10, p)).ToList();
        var inside = powers.Where(Within).ToList();
        return inside.Count >= 3
            ? inside
            : [.. powers.SelectMany(p => (double[])[p, 2 * p, 5 * p]).Where(Within)];

        bool Within(double value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
    }

    /// <summary>0, and powers of ten from <paramref name="knee"/> on to both sides of it.</summary>
    /// <param name="low">At most 0, or above it for no negative ticks.</param>
    /// <param name="high">Above 0.</param>
    /// <param name="knee">A power of ten.</param>
    /// <returns>Ascending.</returns>
    public static IReadOnlyList<double> BothSides(double low, double high, double knee)
    {
        return [.. Up(-low).Reverse().Select(v => -v), .. low <= 0 ? (double[])[0] : [], .. Up(high)];

        IEnumerable<double> Up(double end)
        {
            for (var power = knee; power <= end * (1 + 1e-9); power *= 10)
            {
                yield return power;
            }
        }
    }

    static bool Differ(double low, double high) =>
        high - low > Same * Math.Max(Math.Abs(low), Math.Abs(high));

    static (double Mantissa, int Power) Step(double least)
    {
        var power = (int)Math.Floor(Math.Log10(least));
        var rest = least / Math.Pow(10, power);
        return rest <= 1 + 1e-9 ? (1, power)
            : rest <= 2 + 1e-9 ? (2, power)
            : rest <= 5 + 1e-9 ? (5, power)
            : (1, power + 1);
    }
}
