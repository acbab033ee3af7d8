using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Points on two axes; each group has its colour and its name beside its middle.</summary>
sealed class ScatterChart
{
    /// <summary>More points than this are thinned, evenly through each group.</summary>
    internal const int Most = 1500;

    /// <summary>Points of one path share their transparency: a few at a time, so that crowds look dense.</summary>
    const int Sheaf = 24;

    readonly ScatterFigure _figure;
    readonly Sheet _sheet;
    readonly Scale _x;
    readonly Scale _y;
    readonly Area _plot;

    ScatterChart(ScatterFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        var height = sheet.Width > 600 ? 400 : 310;
        _y = Scale.Of(
            figure.Groups.SelectMany(g => g.Y),
            Sheet.Head + height,
            Sheet.Head,
            figure.Y.Logarithmic
        );
        var left = Axes.Room(_y, figure.Y.Format, sheet);
        _plot = new Area(left, Sheet.Head, sheet.Width - left - 14, height);
        _x = Scale.Of(figure.Groups.SelectMany(g => g.X), _plot.Left, _plot.Right, figure.X.Logarithmic);
    }

    internal static Drawing Draw(ScatterFigure figure, Sheet sheet) => new ScatterChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        Axes.Head(drawing, "↑ " + _figure.Y.Title);
        Axes.Left(drawing, _y, _plot, _figure.Y.Format, _sheet);
        Axes.Below(drawing, _x, _plot, _figure.X.Format, _sheet);
        var all = _figure.Groups.Sum(g => g.X.Count);
        var middles = new List<Point>();
        for (var i = 0; i < _figure.Groups.Count; i++)
        {
            var points = Points(_figure.Groups[i]);
            middles.Add(new Point(Middle(points.Select(p => p.X)), Middle(points.Select(p => p.Y))));
            foreach (var sheaf in Thin(points, all).Chunk(Sheaf))
            {
                drawing.Path(Trace.Dots(sheaf), $"points {(all < 60 ? "large " : "")}{Sheet.Colour('l', i)}");
            }
        }

        Names(drawing, middles);
        var title = TextFit.Cut(_figure.X.Title + " →", Sheet.Small, _plot.Width);
        drawing.Text(_plot.Left, _plot.Bottom + 34, title, "ax");
        drawing.Height = _plot.Bottom + 40;
        Note(drawing, all);
        return drawing;
    }

    List<Point> Points(PointGroup group) =>
        [
            .. group
                .X.Zip(group.Y, (x, y) => new Point(_x.At(x), _y.At(y)))
                .Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)),
        ];

    /// <summary>Every so-manieth point, in the order given.</summary>
    static IEnumerable<Point> Thin(List<Point> points, int all)
    {
        var keep = all <= Most ? points.Count : Math.Max(1, (int)((long)points.Count * Most / all));
        return Enumerable
            .Range(0, Math.Min(keep, points.Count))
            .Select(i => points[(int)((long)i * points.Count / keep)]);
    }

    static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[sorted.Count / 2];
    }

    void Names(Drawing drawing, List<Point> middles)
    {
        if (_figure.Groups.Count < 2)
        {
            return;
        }

        var places = Spread.Apart([.. middles.Select(m => m.Y)], 16, _plot.Top + 8, _plot.Bottom - 8);
        for (var i = 0; i < middles.Count; i++)
        {
            if (double.IsNaN(middles[i].Y))
            {
                continue;
            }

            var name = TextFit.Cut(_figure.Groups[i].Name, 13, _plot.Width * 0.6);
            var half = (TextFit.Width(name, 13) / 2) + 2;
            var x = Math.Clamp(
                middles[i].X,
                _plot.Left + half,
                Math.Max(_plot.Left + half, _plot.Right - half)
            );
            drawing.Text(x, places[i] + 4, name, $"halo mid {Sheet.Colour('t', i)}");
        }
    }

    void Note(Drawing drawing, int all)
    {
        if (all > Most)
        {
            var text =
                $"About {_sheet.Numbers.Text(Most, NumberFormat.Count)} of {_sheet.Numbers.Text(all, NumberFormat.Count)} points are drawn.";
            drawing.Height += 14;
            drawing.Text(0, drawing.Height - 4, text, "ax");
        }
    }
}
