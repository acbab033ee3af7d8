namespace Clientele.Delivery;

/// <summary>Names of groups beneath a picture, where there is no room for them beside their shapes.</summary>
static class Legend
{
    /// <summary>Room for a sample and the gap after it.</summary>
    const double Room = 32;

    /// <summary>Says what hatching means.</summary>
    internal static void Hatched(Drawing drawing, double left, string css)
    {
        drawing.Height += 22;
        var swatch = new Area(left, drawing.Height - 14, 22, 11);
        drawing.Rect(swatch, css);
        drawing.Hatch(swatch, css[0] == 's');
        drawing.Text(left + 28, drawing.Height - 5, "not whole", "ax");
    }

    /// <summary>The colours of a shade between what the palest and the strongest stand for.</summary>
    internal static void Strip(Drawing drawing, double x, double y, Shade shade, string low, string high)
    {
        drawing.Text(x, y + 9, low, "ax");
        x += TextFit.Width(low, Sheet.Small) + 6;
        foreach (var colour in shade.All())
        {
            drawing.Rect(new Area(x, y, 14, 11), $"cell {colour}");
            x += 14;
        }

        drawing.Text(x + 6, y + 9, high, "ax");
    }

    /// <summary>Adds the names below what is drawn already and makes the drawing as much taller.</summary>
    internal static void Draw(Drawing drawing, IReadOnlyList<LegendEntry> entries, LegendMark mark)
    {
        var (x, y) = (0.0, drawing.Height + 14);
        foreach (var entry in entries)
        {
            var text = TextFit.Cut(entry.Name, Sheet.Letter, drawing.Width - Room - 8);
            var width = Room + TextFit.Width(text, Sheet.Letter) * TextFit.Bold;
            if (x > 0 && x + width > drawing.Width)
            {
                (x, y) = (0, y + 18);
            }

            Sample(drawing, x, y - 4, entry.Group, mark);
            drawing.Text(x + Room - 4, y + 1, text, $"name {Sheet.Colour('t', entry.Group)}");
            x += width + 14;
        }

        drawing.Height = y + 8;
    }

    static void Sample(Drawing drawing, double x, double y, int group, LegendMark mark)
    {
        if (mark == LegendMark.Line)
        {
            drawing.Line(x, y, x + Room - 8, y, $"line {Sheet.Colour('l', group)}{Look.Dash(group)}");
        }
        else
        {
            // What is quiet is drawn too small to be seen by itself.
            var at = x + (Room / 2) - 4;
            Look.Points(
                drawing,
                group == Look.Quiet
                    ? [new(at - 6, y + 3), new(at - 1, y - 3), new(at + 1, y + 4), new(at + 6, y - 1)]
                    : [new Point(at, y)],
                group,
                "large"
            );
        }
    }
}

/// <summary>What stands before a name in a legend.</summary>
enum LegendMark
{
    /// <summary>A piece of the group's line.</summary>
    Line,

    /// <summary>A point of the group.</summary>
    Point,
}

/// <summary>One name in a legend.</summary>
/// <param name="Name">The name.</param>
/// <param name="Group">Number of the group, or <see cref="Look.Quiet"/>.</param>
sealed record LegendEntry(string Name, int Group);
