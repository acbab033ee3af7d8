using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Thin grids with round numbers.</summary>
static class Axes
{
    /// <summary>Room at the left for the numbers of an axis that grows upwards.</summary>
    internal static double Room(Scale y, NumberFormat format, Sheet sheet) =>
        TextFit.Widest(Labels(y, format, sheet), Sheet.Small) + 8;

    /// <summary>The two edges of a plot whose numbers would say nothing.</summary>
    internal static void Bare(Drawing drawing, Area plot) =>
        drawing.Path(
            Trace.Line([new(plot.Left, plot.Top), new(plot.Left, plot.Bottom), new(plot.Right, plot.Bottom)]),
            "ring"
        );

    /// <summary>Lines across the plot, with numbers at its left.</summary>
    internal static void Left(Drawing drawing, Scale y, Area plot, NumberFormat format, Sheet sheet)
    {
        var labels = Labels(y, format, sheet);
        var marks = y.Marks();
        for (var i = 0; i < marks.Count; i++)
        {
            var at = y.At(marks[i]);
            drawing.Line(plot.Left, at, plot.Right, at, marks[i] == 0 ? "zero" : "grid");
            drawing.Text(plot.Left - 8, at + 4, labels[i], "ax end");
        }
    }

    /// <summary>Lines up the plot, with numbers beneath; those without room are left out, 0 never.</summary>
    internal static void Below(Drawing drawing, Scale x, Area plot, NumberFormat format, Sheet sheet)
    {
        var labels = Labels(x, format, sheet);
        var marks = x.Marks();
        foreach (var mark in marks)
        {
            drawing.Line(x.At(mark), plot.Top, x.At(mark), plot.Bottom, mark == 0 ? "zero" : "grid");
        }

        var taken = new List<(double From, double To)>();
        foreach (var i in Enumerable.Range(0, marks.Count).OrderBy(i => marks[i] != 0))
        {
            var half = TextFit.Width(labels[i], Sheet.Small) / 2;
            var (from, to) = (x.At(marks[i]) - half, x.At(marks[i]) + half);
            if (to < drawing.Width + 2 && taken.TrueForAll(t => from > t.To + 8 || to < t.From - 8))
            {
                drawing.Text(x.At(marks[i]), plot.Bottom + 16, labels[i], "ax mid");
                taken.Add((from, to));
            }
        }
    }

    /// <summary>What the heights are, above the plot.</summary>
    internal static void Head(Drawing drawing, string unit) =>
        drawing.Text(0, 12, TextFit.Cut(unit, Sheet.Small, drawing.Width), "ax");

    /// <summary>What is written at the marks of a scale.</summary>
    internal static List<string> Labels(Scale scale, NumberFormat format, Sheet sheet)
    {
        var marks = scale.Marks();
        var step = marks.Count > 1 ? marks[1] - marks[0] : 1;
        var largest = marks.Select(Math.Abs).DefaultIfEmpty(0).Max();
        return
        [
            .. marks.Select(v =>
                sheet.Numbers.Tick(v, format, scale.Logarithmic || scale.Knee > 0 ? v : step, largest)
            ),
        ];
    }
}
