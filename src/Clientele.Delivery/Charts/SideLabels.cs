namespace Clientele.Delivery;

/// <summary>A name and the place of the shape that it belongs to; a place that is not a number has no label.</summary>
/// <param name="At">The nearest place of the shape.</param>
/// <param name="Text">The name.</param>
/// <param name="Css">Classes of the name.</param>
/// <param name="Note">Written beneath it, or empty.</param>
sealed record SideLabel(Point At, string Text, string Css, string Note = "");

/// <summary>Names at the side of a plot, moved apart where they would lie on one another, each with a short line to its shape.</summary>
static class SideLabels
{
    /// <summary>From one name to the next.</summary>
    internal const double Leading = 15;

    /// <summary>From one name to the next where notes stand between them.</summary>
    internal const double WithNote = 30;

    /// <summary>Names to the right of their shapes, beginning at x.</summary>
    internal static void After(Drawing drawing, IReadOnlyList<SideLabel> labels, double x, Area plot)
    {
        var places = Places(labels, plot);
        for (var i = 0; i < labels.Count; i++)
        {
            var at = labels[i].At;
            drawing.Line(at.X, at.Y, x - 3, places[i], "leader");
            Text(drawing, labels[i], new Point(x, places[i]), drawing.Width - x, "");
        }
    }

    /// <summary>Names to the left of their shapes, ending at x.</summary>
    /// <returns>Where each stands.</returns>
    internal static double[] Before(Drawing drawing, IReadOnlyList<SideLabel> labels, double x, Area plot)
    {
        var places = Places(labels, plot);
        for (var i = 0; i < labels.Count; i++)
        {
            var at = labels[i].At;
            drawing.Line(x + 3, places[i], at.X, at.Y, "leader");
            Text(drawing, labels[i], new Point(x, places[i]), x, " end");
        }

        return places;
    }

    static void Text(Drawing drawing, SideLabel label, Point at, double room, string end)
    {
        var text = TextFit.Cut(label.Text, Sheet.Letter * TextFit.Bold, room);
        if (label.Note.Length == 0)
        {
            drawing.Text(at.X, at.Y + 4, text, label.Css + end);
        }
        else
        {
            drawing.Text(at.X, at.Y - 2, text, label.Css + end);
            drawing.Text(at.X, at.Y + 11, label.Note, "vs" + end);
        }
    }

    static double[] Places(IReadOnlyList<SideLabel> labels, Area plot)
    {
        var leading = labels.Any(l => l.Note.Length > 0) ? WithNote : Leading;
        return Spread.Apart([.. labels.Select(l => l.At.Y)], leading, plot.Top, plot.Bottom);
    }
}
