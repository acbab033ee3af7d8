using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Points on two axes; each group has its colour and its name beside its middle.</summary>
sealed class ScatterChart
{
    /// <summary>More points than this are thinned, evenly through each group.</summary>
    internal const int Most = 1500;

    /// <summary>So many points of every group are drawn.</summary>
    const int Few = 10;

    /// <summary>Names may cover this share of the plot; if they need more, numbers stand for them.</summary>
    const double Covered = 0.16;

    const double LabelHeight = 16;

    /// <summary>Points of one path share their transparency: a few at a time, so that crowds look dense.</summary>
    const int Sheaf = 24;

    readonly ScatterFigure _figure;
    readonly Sheet _sheet;
    readonly Scale _x;
    readonly Scale _y;
    readonly Area _plot;
    readonly IReadOnlyList<int> _numbers;

    ScatterChart(ScatterFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        var height = sheet.Width > 600 ? 400 : 310;
        _y = ScaleOf(figure.Y, figure.Groups.SelectMany(g => g.Y), Sheet.Head + height, Sheet.Head);
        _numbers = Look.Of(figure.Groups.Select(g => g.Quiet));
        var left = figure.Y.Bare ? 4 : Axes.Room(_y, figure.Y.Format, sheet);
        _plot = new Area(left, Sheet.Head, sheet.Width - left - 14, height);
        _x = ScaleOf(figure.X, figure.Groups.SelectMany(g => g.X), _plot.Left, _plot.Right);
    }

    static Scale ScaleOf(Axis axis, IEnumerable<double> values, double from, double to) =>
        axis.Bare ? Scale.Tight(values, from, to) : Scale.Of(values, from, to, axis.Logarithmic);

    internal static Drawing Draw(ScatterFigure figure, Sheet sheet) => new ScatterChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        Frame(drawing);
        var all = _figure.Groups.Sum(g => g.X.Count);
        var points = _figure.Groups.Select(Points).ToList();
        foreach (var i in Enumerable.Range(0, points.Count).OrderBy(i => _numbers[i] != Look.Quiet))
        {
            foreach (var sheaf in Thin(points[i], all).Chunk(Sheaf))
            {
                Look.Points(drawing, sheaf, _numbers[i], all < 60 ? "large" : "");
            }
        }

        var title = TextFit.Cut(_figure.X.Title + " →", Sheet.Small, _plot.Width);
        drawing.Text(_plot.Left, _plot.Bottom + (_figure.X.Bare ? 18 : 34), title, "ax");
        drawing.Height = _plot.Bottom + (_figure.X.Bare ? 24 : 40);
        Names(drawing, points);
        Note(drawing, all);
        return drawing;
    }

    void Frame(Drawing drawing)
    {
        Axes.Head(drawing, "↑ " + _figure.Y.Title);
        if (_figure.X.Bare || _figure.Y.Bare)
        {
            Axes.Bare(drawing, _plot);
        }

        if (!_figure.Y.Bare)
        {
            Axes.Left(drawing, _y, _plot, _figure.Y.Format, _sheet);
        }

        if (!_figure.X.Bare)
        {
            Axes.Below(drawing, _x, _plot, _figure.X.Format, _sheet);
        }
    }

    List<Point> Points(PointGroup group) =>
        [
            .. group
                .X.Zip(group.Y, (x, y) => new Point(_x.At(x), _y.At(y)))
                .Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)),
        ];

    /// <summary>Every so-manieth point, in the order given; a small group keeps a few more.</summary>
    static IEnumerable<Point> Thin(List<Point> points, int all)
    {
        var keep = all <= Most ? points.Count : Math.Max(Few, (int)((long)points.Count * Most / all));
        return Enumerable
            .Range(0, Math.Min(keep, points.Count))
            .Select(i => points[(int)((long)i * points.Count / Math.Min(keep, points.Count))]);
    }

    static Point Middle(List<Point> points) =>
        new(Middle(points.Select(p => p.X)), Middle(points.Select(p => p.Y)));

    static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[sorted.Count / 2];
    }

    /// <summary>Names beside the middles of groups, or numbers there and names in the key; what is quiet is only in the key.</summary>
    void Names(Drawing drawing, List<List<Point>> points)
    {
        var loud = Enumerable.Range(0, points.Count).Where(i => _numbers[i] != Look.Quiet).ToList();
        IReadOnlyList<string> names =
        [
            .. loud.Select(i => TextFit.Cut(_figure.Groups[i].Name, Sheet.Letter, _plot.Width * 0.6)),
        ];
        var key = new List<LegendEntry>();
        var room = names.Sum(n => TextFit.Width(n, Sheet.Letter)) * LabelHeight;
        if (names.Count > Look.Colours && room > Covered * _plot.Width * _plot.Height)
        {
            var shortened = ShortNames.Of(names);
            names = shortened.Numbers;
            key.AddRange(shortened.Names.Select((name, i) => new LegendEntry(name, i)));
        }

        if (points.Count > 1)
        {
            Labels(drawing, names, [.. loud.Select(i => Middle(points[i]))]);
            var quiet = _figure.Groups.Where(g => g.Quiet).Select(g => new LegendEntry(g.Name, Look.Quiet));
            key.AddRange(quiet);
        }

        if (key.Count > 0)
        {
            Legend.Draw(drawing, key, LegendMark.Point);
        }
    }

    void Labels(Drawing drawing, IReadOnlyList<string> names, IReadOnlyList<Point> middles)
    {
        var known = Enumerable.Range(0, names.Count).Where(i => !double.IsNaN(middles[i].Y)).ToList();
        var places = LabelPlaces.Of([.. known.Select(i => Around(names[i], middles[i]))], _plot);
        foreach (var (i, place) in known.Zip(places))
        {
            var y = place.Top + (LabelHeight / 2);
            if (Math.Abs(y - middles[i].Y) + Math.Abs(place.Middle - middles[i].X) > LabelHeight)
            {
                drawing.Line(middles[i].X, middles[i].Y, place.Middle, y, "leader");
            }

            drawing.Text(place.Middle, y + 4, names[i], $"halo mid {Sheet.Colour('t', i)}");
        }
    }

    static Area Around(string name, Point middle)
    {
        var width = (TextFit.Width(name, Sheet.Letter) * TextFit.Bold) + 4;
        return new Area(middle.X - (width / 2), middle.Y - (LabelHeight / 2), width, LabelHeight);
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
