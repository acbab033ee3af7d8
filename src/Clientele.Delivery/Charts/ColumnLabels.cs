namespace Clientele.Delivery;

/// <summary>Labels above the columns of a grid.</summary>
static class ColumnLabels
{
    const double LongestUpright = 150;
    const double Top = 20;

    /// <summary>On up to three lines, thinned if they are numbers, upright if they are long.</summary>
    /// <param name="drawing">Where.</param>
    /// <param name="names">The labels.</param>
    /// <param name="left">Where the first column begins.</param>
    /// <param name="cell">From one column to the next.</param>
    /// <param name="space">Between two columns.</param>
    /// <returns>The height that they take.</returns>
    internal static double Draw(
        Drawing drawing,
        IReadOnlyList<string> names,
        double left,
        double cell,
        double space
    )
    {
        var widest = TextFit.Widest(names, Sheet.Small);
        var stride = names.All(Positions.IsNumber) ? Positions.Stride(widest + 4, cell) : 1;
        var lines = names.Select(n => TextFit.Wrap(n, Sheet.Small, (stride * cell) - 4, 3)).ToList();
        var upright = lines.Exists(l => l[^1].EndsWith('…'));
        var height = upright
            ? Math.Min(LongestUpright, widest) + 8
            : lines.Select(l => l.Count).DefaultIfEmpty(0).Max() * 13;
        for (var c = 0; c < names.Count; c += stride)
        {
            var x = left + (c * cell) + ((cell - space) / 2);
            if (upright)
            {
                var name = TextFit.Cut(names[c], Sheet.Small, LongestUpright);
                drawing.Upright(x + 4, Top + height, name, "ax");
            }

            for (var i = 0; i < lines[c].Count && !upright; i++)
            {
                var y = Top - 2 + height - ((lines[c].Count - 1 - i) * 13);
                drawing.Text(x, y, lines[c][i], "ax mid");
            }
        }

        return height;
    }
}
