using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Box plots beneath one another on one axis.</summary>
static class BoxChart
{
    /// <summary>More boxes than this lie closer together.</summary>
    const int Few = 8;

    internal static Drawing Draw(BoxFigure figure, Sheet sheet)
    {
        var drawing = sheet.Start();
        var left = sheet.Gutter(figure.Boxes.Select(b => b.Label)) + 8;
        var medians = sheet.Numbers.Column([.. figure.Boxes.Select(b => b.Median)], figure.Format);
        var right =
            Math.Max(TextFit.Widest(medians, Sheet.Letter), TextFit.Width("median", Sheet.Small)) + 12;
        var row = figure.Boxes.Count > Few ? 28 : 34;
        var plot = new Area(left, Sheet.Head, sheet.Width - left - right, (figure.Boxes.Count * row) + 4);
        var scale = ScaleOf(figure, plot);

        Axes.Head(drawing, figure.Unit);
        drawing.Text(sheet.Width, 12, "median", "ax end");
        Axes.Below(drawing, scale, plot, figure.Format, sheet);
        for (var i = 0; i < figure.Boxes.Count; i++)
        {
            var box = figure.Boxes[i];
            var y = plot.Top + ((i + 0.5) * row) + 2;
            drawing.Lines(left - 18, y, TextFit.Wrap(box.Label, Sheet.Letter, left - 18, 2), "tx end");
            drawing.Text(sheet.Width, y + 4, medians[i], "val end");
            Box(drawing, box, scale, y);
        }

        drawing.Height = plot.Bottom + 24;
        Key(drawing, sheet, scale);
        return drawing;
    }

    /// <summary>On a plain axis far ends would press the boxes flat: they are pointed at instead.</summary>
    static Scale ScaleOf(BoxFigure figure, Area plot)
    {
        if (figure.Logarithmic)
        {
            return Scale.Signed([.. figure.Boxes.SelectMany(Places)], Knee(figure), plot.Left, plot.Right);
        }

        var all = figure.Boxes.SelectMany(Places).ToList();
        var whiskers = figure.Boxes.SelectMany(b => (double[])[b.Low, b.High, b.Mean]).ToList();
        var whole = Scale.Of(all, plot.Left, plot.Right);
        var near = Scale.Of(whiskers, plot.Left, plot.Right);
        return whole.High - whole.Low > 3 * (near.High - near.Low) ? near : whole;
    }

    static double[] Places(Box box) =>
        [box.Min, box.Low, box.Q1, box.Median, box.Q3, box.High, box.Max, box.Mean];

    /// <summary>The power of ten at or below the least quarter or middle that is not 0.</summary>
    static double Knee(BoxFigure figure)
    {
        var sizes = figure
            .Boxes.SelectMany(b => (double[])[b.Q1, b.Median, b.Q3])
            .Select(Math.Abs)
            .Where(v => v > 0 && double.IsFinite(v))
            .DefaultIfEmpty(1);
        return Math.Pow(10, Math.Floor(Math.Log10(sizes.Min())));
    }

    static void Box(Drawing drawing, Box box, Scale scale, double y)
    {
        if (!double.IsFinite(box.Median))
        {
            return;
        }

        var (q1, q3) = (scale.Within(box.Q1), scale.Within(box.Q3));
        drawing.Line(scale.Within(box.Low), y, scale.Within(box.High), y, "whisker");
        drawing.Line(scale.Within(box.Low), y - 5, scale.Within(box.Low), y + 5, "whisker");
        drawing.Line(scale.Within(box.High), y - 5, scale.Within(box.High), y + 5, "whisker");
        drawing.Rect(new Area(q1, y - 9, Math.Max(q3 - q1, 1.5), 18), "box");
        var median = scale.Within(box.Median);
        drawing.Line(median, y - 9, median, y + 9, "median");
        End(drawing, box.Min, scale, y);
        End(drawing, box.Max, scale, y);
        if (double.IsFinite(box.Mean))
        {
            Diamond(drawing, scale.Within(box.Mean), y);
        }
    }

    static void End(Drawing drawing, double value, Scale scale, double y)
    {
        if (value > scale.High || value < scale.Low)
        {
            var (x, back) = value > scale.High ? (scale.To + 5, -7) : (scale.From - 5, 7);
            drawing.Path(Trace.Shape([new(x, y), new(x + back, y - 4), new(x + back, y + 4)]), "far");
        }
        else if (double.IsFinite(value))
        {
            drawing.Dot(scale.Within(value), y, 2.5, "ends");
        }
    }

    static void Diamond(Drawing drawing, double x, double y) =>
        drawing.Path(
            Trace.Shape([new(x - 4.5, y), new(x, y - 4.5), new(x + 4.5, y), new(x, y + 4.5)]),
            "mean"
        );

    static void Key(Drawing drawing, Sheet sheet, Scale scale)
    {
        var axis =
            scale.Knee > 0 ? " Each step of the axis is ten times the last, to both sides of 0."
            : scale.Logarithmic ? " Each step of the axis is ten times the last."
            : " An arrow points at those far off.";
        var lines = TextFit.Wrap(
            "Box: the middle half. Line: median. Diamond: mean. Rings: least and greatest." + axis,
            Sheet.Small,
            sheet.Width,
            4
        );
        foreach (var line in lines)
        {
            drawing.Height += 14;
            drawing.Text(0, drawing.Height, line, "ax");
        }

        drawing.Height += 6;
    }
}
