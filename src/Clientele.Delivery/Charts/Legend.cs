namespace Clientele.Delivery;

/// <summary>Names of groups beneath a picture, where there is no room for them beside their shapes.</summary>
static class Legend
{
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
    internal static void Draw(Drawing drawing, IReadOnlyList<string> names)
    {
        var (x, y) = (0.0, drawing.Height + 14);
        for (var i = 0; i < names.Count; i++)
        {
            var text = TextFit.Cut(names[i], Sheet.Letter, drawing.Width - 20);
            var width = 18 + TextFit.Width(text, Sheet.Letter);
            if (x > 0 && x + width > drawing.Width)
            {
                (x, y) = (0, y + 18);
            }

            drawing.Rect(new Area(x, y - 9, 11, 11), Sheet.Colour('s', i));
            drawing.Text(x + 16, y + 1, text, $"name {Sheet.Colour('t', i)}");
            x += width + 16;
        }

        drawing.Height = y + 8;
    }
}
