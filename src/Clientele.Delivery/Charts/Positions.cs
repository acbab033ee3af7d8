using System.Globalization;
using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Labels of equally spaced positions, thinned until they fit.</summary>
/// <param name="Labels">Position and lines of text.</param>
/// <param name="Slanted">True when the labels must climb.</param>
/// <param name="Height">Room that they take beneath the plot.</param>
sealed record Positions(
    IReadOnlyList<(int At, IReadOnlyList<string> Lines)> Labels,
    bool Slanted,
    double Height
)
{
    /// <summary>True when the labels are months and years.</summary>
    internal bool Calendar { get; private init; }

    const int Few = 16;
    const double LongestSlanted = 120;
    static readonly int[] Strides = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];

    /// <summary>Chooses labels for positions that lie <paramref name="step"/> apart.</summary>
    internal static Positions Of(IReadOnlyList<string> x, double step, DateText dates)
    {
        if (Days(x) is { } days)
        {
            return Months(days, step, dates);
        }

        var ordered = x.Count > Few || x.All(IsNumber);
        return ordered ? Thinned(x, step) : Wrapped(x, step);
    }

    /// <summary>Draws the labels beneath a plot; <paramref name="place"/> gives a position's place across.</summary>
    internal void Draw(Drawing drawing, double top, Func<int, double> place)
    {
        foreach (var (at, lines) in Labels)
        {
            if (Slanted)
            {
                var room = Math.Min(LongestSlanted, place(at) / 0.77);
                drawing.Slanted(place(at) + 4, top + 14, TextFit.Cut(lines[0], Sheet.Small, room), "ax");
                continue;
            }

            for (var i = 0; i < lines.Count; i++)
            {
                drawing.Text(place(at), top + 16 + (i * 13), lines[i], "ax mid");
            }
        }
    }

    /// <summary>True for a label among numbers, where leaving some out loses nothing.</summary>
    internal static bool IsNumber(string label) =>
        double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    static List<DateOnly>? Days(IReadOnlyList<string> x)
    {
        var days = x.Select(DateText.Read).OfType<DateOnly>().ToList();
        return days.Count < 2 || days.Count < x.Count ? null : days;
    }

    static Positions Months(List<DateOnly> days, double step, DateText dates)
    {
        var months = Enumerable.Range(0, days.Count).Where(i => IsNew(days, i)).ToList();
        if (months.Count < 3)
        {
            return Thinned([.. days.Select(dates.Terse)], step);
        }

        var room = step * (months[^1] - months[0]) / (months.Count - 1);
        var stride = Array.Find([1, 2, 3, 6, 12], s => s * room >= 36) is var found and > 0 ? found : 12;
        var kept = months
            .Where(m => stride < 12 ? (days[m].Month - 1) % stride == 0 : days[m].Month == 1)
            .ToList();
        var labels = new List<(int, IReadOnlyList<string>)>();
        for (var i = 0; i < kept.Count; i++)
        {
            var day = days[kept[i]];
            var month = day.ToString("MMM", CultureInfo.InvariantCulture);
            var year = day.ToString("yyyy", CultureInfo.InvariantCulture);
            labels.Add((kept[i], i == 0 || days[kept[i - 1]].Year != day.Year ? [month, year] : [month]));
        }

        return new Positions(labels, false, 36) { Calendar = true };
    }

    static bool IsNew(List<DateOnly> days, int i) =>
        i == 0 ? days[0].Day <= 7 : days[i].Month != days[i - 1].Month;

    /// <summary>Every how-manieth label to draw so that each has its room.</summary>
    internal static int Stride(double room, double step) =>
        Array.Find(Strides, s => s * step >= room) is var found and > 0 ? found : Strides[^1];

    static Positions Thinned(IReadOnlyList<string> x, double step)
    {
        var widest = TextFit.Widest(x, Sheet.Small) + 10;
        var stride = Stride(x.Count > Few ? Math.Max(widest, 44) : widest, step);
        var kept = Enumerable.Range(0, x.Count).Where(i => i % stride == 0);
        if (x.All(label => int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            // 5, 10, 15 reads better than 1, 6, 11.
            kept = Enumerable
                .Range(0, x.Count)
                .Where(i => int.Parse(x[i], CultureInfo.InvariantCulture) % stride == 0);
        }

        return new Positions([.. kept.Select(i => (i, (IReadOnlyList<string>)[x[i]]))], false, 22);
    }

    /// <summary>Room beneath the plot for labels that climb.</summary>
    static double Climb(IReadOnlyList<string> x) =>
        18 + (0.64 * Math.Min(LongestSlanted, TextFit.Widest(x, Sheet.Small)));

    static Positions Wrapped(IReadOnlyList<string> x, double step)
    {
        var lines = x.Select(label => TextFit.Wrap(label, Sheet.Small, step - 6, 3)).ToList();
        var cut = lines.Exists(l => l[^1].EndsWith('…'));
        return cut
            ? new Positions([.. x.Select((label, i) => (i, (IReadOnlyList<string>)[label]))], true, Climb(x))
            : new Positions([.. lines.Select((l, i) => (i, l))], false, 10 + (13 * lines.Max(l => l.Count)));
    }
}
