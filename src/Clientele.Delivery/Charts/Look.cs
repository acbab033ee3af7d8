namespace Clientele.Delivery;

/// <summary>How a group looks in every figure: one of eight colours, and beyond eight groups another mark or dash too.</summary>
static class Look
{
    /// <summary>More groups than this share colours.</summary>
    internal const int Colours = 8;

    /// <summary>What is in no group: grey.</summary>
    internal const int Quiet = -1;

    static readonly string[] Dashes = ["", " dash", " dots-only", " dash-dot"];

    /// <summary>The number of every group, counting on past those that are quiet, which have <see cref="Quiet"/>.</summary>
    internal static IReadOnlyList<int> Of(IEnumerable<bool> quiet)
    {
        var next = 0;
        return [.. quiet.Select(q => q ? Quiet : next++)];
    }

    /// <summary>The class of a line's dashes, with a blank before it; empty for the first eight.</summary>
    internal static string Dash(int group) => Dashes[Round(group)];

    /// <summary>Draws points of a group: dots, then crosses, triangles and squares.</summary>
    /// <param name="drawing">Where.</param>
    /// <param name="points">Those that are drawn with one transparency.</param>
    /// <param name="group">Number of the group.</param>
    /// <param name="size">A class for the size of dots: <c>large</c>, <c>small</c> or empty.</param>
    internal static void Points(Drawing drawing, IReadOnlyList<Point> points, int group, string size = "")
    {
        var colour = Sheet.Colour('l', group);
        if (Round(group) == 0)
        {
            var css = group == Quiet ? "points faint" : $"points {size}".TrimEnd();
            drawing.Path(Trace.Dots(points), $"{css} {colour}");
            return;
        }

        var reach = size switch
        {
            "large" => 3.6,
            "small" => 1.6,
            _ => 2.3,
        };
        drawing.Path(Trace.Marks(points, Mark(Round(group), reach)), $"marks {colour}");
    }

    /// <summary>Steps of a mark that begins at its left upper end, <paramref name="r"/> from its middle.</summary>
    static IReadOnlyList<Point> Mark(int round, double r) =>
        round switch
        {
            1 => [new(-r, -r), new(r, r), new(double.NaN, 0), new(-r, r), new(r, -r)],
            2 => [new(0, -r * 1.2), new(r * 1.1, r * 0.8), new(-r * 1.1, r * 0.8), new(0, -r * 1.2)],
            _ => [new(-r, -r), new(r, -r), new(r, r), new(-r, r), new(-r, -r)],
        };

    static int Round(int group) => Math.Max(group, 0) / Colours % Dashes.Length;
}
