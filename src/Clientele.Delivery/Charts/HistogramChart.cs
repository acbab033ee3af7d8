using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Upright bars between edges that are drawn equally far apart.</summary>
static class HistogramChart
{
    internal static Drawing Draw(HistogramFigure figure, Sheet sheet)
    {
        var drawing = sheet.Start();
        var height = sheet.Width > 600 ? 240.0 : 190;
        // Numbers stand on the bars: the highest one must not touch what is counted.
        const double top = Sheet.Head + 10;
        var y = Scale.Of(figure.Counts.Append(0), top + height, top);
        var left = Axes.Room(y, NumberFormat.Count, sheet);
        var plot = new Area(left, top, sheet.Width - left - 14, height);

        Axes.Head(drawing, figure.Unit);
        Axes.Left(drawing, y, plot, NumberFormat.Count, sheet);
        Bars(drawing, figure, new Bins(plot, y, figure.Counts.Count), sheet);
        Edges(drawing, figure, plot, sheet);
        drawing.Text(plot.Left, plot.Bottom + 34, TextFit.Cut(figure.XTitle, Sheet.Small, plot.Width), "ax");
        drawing.Height = plot.Bottom + 40;
        return drawing;
    }

    static void Bars(Drawing drawing, HistogramFigure figure, Bins bins, Sheet sheet)
    {
        var texts = sheet.Numbers.Column(figure.Counts, NumberFormat.Count);
        var written = TextFit.Widest(texts, Sheet.Small) < bins.Width - 2;
        for (var i = 0; i < figure.Counts.Count; i++)
        {
            if (!double.IsFinite(figure.Counts[i]))
            {
                continue;
            }

            var area = bins.Bar(i, figure.Counts[i]);
            drawing.Rect(area, "s1", Tip(figure, i, sheet.Numbers));
            if (written)
            {
                drawing.Text(area.Middle, area.Top - 5, texts[i], "vs mid");
            }
        }
    }

    static string Tip(HistogramFigure figure, int bin, NumberText numbers) =>
        $"{numbers.Text(figure.Edges[bin], figure.Format)} to {numbers.Text(figure.Edges[bin + 1], figure.Format)}: "
        + numbers.Text(figure.Counts[bin], NumberFormat.Count);

    /// <summary>Edges beneath the bars; those without room are left out, always the same number of them in between.</summary>
    static void Edges(Drawing drawing, HistogramFigure figure, Area plot, Sheet sheet)
    {
        var largest = figure.Edges.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var labels = figure.Edges.Select(e => sheet.Numbers.Terse(e, figure.Format, largest)).ToList();
        var width = plot.Width / Math.Max(1, figure.Counts.Count);
        var every = Math.Max(1, (int)Math.Ceiling((TextFit.Widest(labels, Sheet.Small) + 8) / width));
        for (var i = 0; i < labels.Count; i += every)
        {
            var half = TextFit.Width(labels[i], Sheet.Small) / 2;
            var x = Math.Min(plot.Left + (i * width), sheet.Width - half);
            drawing.Text(x, plot.Bottom + 16, labels[i], "ax mid");
        }
    }

    readonly record struct Bins(Area Plot, Scale Y, int Count)
    {
        internal double Width => Plot.Width / Math.Max(1, Count);

        internal Area Bar(int bin, double count)
        {
            var top = Y.At(count);
            return new Area(Plot.Left + (bin * Width) + 1, top, Width - 2, Y.At(0) - top);
        }
    }
}
