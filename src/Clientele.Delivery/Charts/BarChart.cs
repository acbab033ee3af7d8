using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Horizontal bars with their values written at their ends.</summary>
static class BarChart
{
    const double Row = 26;

    /// <summary>More bars than this are left to the table of numbers.</summary>
    internal const int Most = 40;

    internal static Drawing Draw(BarFigure figure, Sheet sheet)
    {
        var drawing = sheet.Start();
        var bars = figure.Bars.Take(Most).ToList();
        var values = sheet.Numbers.Column([.. bars.Select(b => b.Value)], figure.Format);
        var left = sheet.Gutter(bars.Select(b => b.Label));
        var lines = bars.ConvertAll(b => TextFit.Wrap(b.Label, Sheet.Letter, left - 10, 2));
        var row = lines.Exists(l => l.Count > 1) ? Row + 10 : Row;
        var scale = ScaleOf(bars, left, TextFit.Widest(values, Sheet.Letter) + 14, sheet.Width);

        Axes.Head(drawing, figure.Unit);
        for (var i = 0; i < bars.Count; i++)
        {
            var area = new Area(0, Sheet.Head + (i * row) + 4, sheet.Width, row - 8);
            drawing.Lines(left - 10, area.Top + (area.Height / 2), lines[i], "tx end");
            Bar(drawing, bars[i], scale, area);
            if (figure.Hatched.Contains(i))
            {
                drawing.Hatch(Length(bars[i], scale, area), strong: true);
            }

            Value(drawing, bars[i], scale, area.Top + (area.Height / 2), values[i]);
        }

        drawing.Height = Sheet.Head + (bars.Count * row) + 4;
        Foot(drawing, figure, left, scale);
        return drawing;
    }

    /// <summary>The line at 0, and what hatching means.</summary>
    static void Foot(Drawing drawing, BarFigure figure, double left, Scale scale)
    {
        drawing.Line(scale.At(0), Sheet.Head - 2, scale.At(0), drawing.Height - 2, "zero");
        if (figure.Hatched.Count > 0)
        {
            Legend.Hatched(drawing, left, "s1");
        }
    }

    /// <summary>Leaves room for the values at the ends that have bars.</summary>
    static Scale ScaleOf(List<Bar> bars, double left, double room, double width)
    {
        var ends = bars.SelectMany(b => (double[])[b.Value, b.Low, b.High])
            .Where(double.IsFinite)
            .Append(0)
            .ToList();
        var (low, high) = (ends.Min(), ends.Max());
        var from = left + (low < 0 ? room : 0);
        return new Scale(low, high > low ? high : low + 1, from, width - (high > 0 || low >= 0 ? room : 4));
    }

    static void Bar(Drawing drawing, Bar bar, Scale scale, Area row)
    {
        if (!double.IsFinite(bar.Value))
        {
            return;
        }

        drawing.Rect(Length(bar, scale, row), bar.Value < 0 ? "s2" : "s1");
        if (double.IsFinite(bar.Low) && double.IsFinite(bar.High))
        {
            var middle = row.Top + (row.Height / 2);
            drawing.Line(scale.At(bar.Low), middle, scale.At(bar.High), middle, "whisker");
            drawing.Line(scale.At(bar.Low), middle - 4, scale.At(bar.Low), middle + 4, "whisker");
            drawing.Line(scale.At(bar.High), middle - 4, scale.At(bar.High), middle + 4, "whisker");
        }
    }

    static Area Length(Bar bar, Scale scale, Area row)
    {
        var (from, to) = (scale.At(Math.Min(bar.Value, 0)), scale.At(Math.Max(bar.Value, 0)));
        return new Area(from, row.Top, to - from, row.Height);
    }

    static void Value(Drawing drawing, Bar bar, Scale scale, double y, string text)
    {
        if (bar.Value < 0)
        {
            var end = double.IsFinite(bar.Low) ? Math.Min(bar.Low, bar.Value) : bar.Value;
            drawing.Text(scale.At(end) - 6, y + 4, text, "val end");
        }
        else
        {
            var known = double.IsFinite(bar.Value) ? bar.Value : 0;
            var end = double.IsFinite(bar.High) ? Math.Max(bar.High, known) : known;
            drawing.Text(scale.At(end) + 6, y + 4, text, "val");
        }
    }
}
