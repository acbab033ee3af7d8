using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Lines over equally spaced positions, named at their ends.</summary>
sealed class LineChart
{
    /// <summary>Lines with more points than this have no dots.</summary>
    const int Dotted = 40;

    readonly LineFigure _figure;
    readonly Sheet _sheet;
    readonly Scale _y;
    readonly Area _plot;
    readonly Positions _positions;

    /// <summary>The lines with a colour and a name.</summary>
    readonly List<Series> _loud;

    /// <summary>What stands at the ends of the lines; empty if all names are in the key.</summary>
    readonly IReadOnlyList<string> _ends;

    /// <summary>Names beneath the picture, or empty.</summary>
    readonly IReadOnlyList<string> _key;

    LineChart(LineFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        _loud = [.. figure.Series.Where(s => !s.Quiet)];
        var height = Math.Max(sheet.Width > 600 ? 280 : 220, (_loud.Count - 1) * SideLabels.Leading);
        var top = Sheet.Head + (figure.Marked >= 0 || figure.Hatched.Count > 0 ? 14 : 0);
        _y = Scale.Of(
            figure.Series.SelectMany(s => s.Values.Concat(s.Low).Concat(s.High)),
            top + height,
            top
        );
        var left = Axes.Room(_y, figure.Format, sheet);
        (_ends, _key) = Names((sheet.Narrow ? 0.25 : 0.3) * sheet.Width);
        var right = _ends.Count > 0 ? (TextFit.Widest(_ends, Sheet.Letter) * TextFit.Bold) + 14 : 12;
        _plot = new Area(left, top, sheet.Width - left - right, height);
        _positions = Positions.Of(figure.X, _plot.Width / Math.Max(1, figure.X.Count), sheet.Numbers.Dates);
    }

    internal static Drawing Draw(LineFigure figure, Sheet sheet) => new LineChart(figure, sheet).Draw();

    /// <summary>Names at the ends if there is room; if not, in the key, with numbers at the ends where colours come twice.</summary>
    (IReadOnlyList<string> Ends, IReadOnlyList<string> Key) Names(double room)
    {
        IReadOnlyList<string> names = [.. _loud.Select(s => s.Name)];
        var shortened = ShortNames.Of(names);
        return names.Count < 2 ? ([], [])
            : TextFit.Widest(names, Sheet.Letter) * TextFit.Bold <= room ? (names, [])
            : names.Count > Look.Colours ? (shortened.Numbers, shortened.Names)
            : ([], names);
    }

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        Frame(drawing);
        Mark(drawing);
        foreach (var quiet in _figure.Series.Where(s => s.Quiet))
        {
            drawing.Path(Trace.Line(Points(quiet.Values)), "ghost");
        }

        for (var i = 0; i < _loud.Count; i++)
        {
            Series(drawing, _loud[i], i);
        }

        SideLabels.After(drawing, [.. _ends.Select(End)], _plot.Right + 12, _plot);
        if (_key.Count > 0)
        {
            Legend.Draw(drawing, [.. _key.Select((name, i) => new LegendEntry(name, i))], LegendMark.Line);
        }

        return drawing;
    }

    /// <summary>The axes and what they are.</summary>
    void Frame(Drawing drawing)
    {
        var only = _loud.Count == 1 ? _loud[0].Name : "";
        Axes.Head(drawing, Join(_figure.Unit, only));
        Unfinished(drawing);
        Axes.Left(drawing, _y, _plot, _figure.Format, _sheet);
        _positions.Draw(drawing, _plot.Bottom, Place);
        drawing.Height = _plot.Bottom + _positions.Height;
        if (!_positions.Calendar)
        {
            // Months say themselves what they are.
            var title = TextFit.Cut(_figure.XTitle, Sheet.Small, _sheet.Width - _plot.Left);
            drawing.Height += 18;
            drawing.Text(_plot.Left, drawing.Height - 6, title, "ax");
        }
    }

    static string Join(string unit, string name) =>
        name.Length == 0 || string.Equals(unit, name, StringComparison.OrdinalIgnoreCase)
            ? unit
            : $"{unit}, {name}";

    /// <summary>A hatched column over each position that is not whole.</summary>
    void Unfinished(Drawing drawing)
    {
        foreach (var i in _figure.Hatched.Where(i => i >= 0 && i < _figure.X.Count))
        {
            var half = _figure.X.Count > 1 ? Math.Abs(Place(1) - Place(0)) / 2 : 12;
            var from = Math.Max(Place(i) - half, _plot.Left);
            var column = new Area(
                from,
                _plot.Top,
                Math.Min(Place(i) + half, _plot.Right) - from,
                _plot.Height
            );
            drawing.Hatch(column);
            var last = i == _figure.X.Count - 1;
            drawing.Text(
                last ? column.Right : column.Left,
                _plot.Top - 5,
                last ? "not over yet" : "not whole",
                last ? "ax end" : "ax"
            );
        }
    }

    /// <summary>Many positions reach from edge to edge; few keep room for their labels.</summary>
    double Place(int i)
    {
        var n = _figure.X.Count;
        var half = _plot.Width / Math.Max(1, n) / 2;
        var edge = Math.Min(_plot.Left, _sheet.Width - _plot.Right);
        var pad = n > Dotted ? 0 : Math.Min(half, Math.Max(18, half - edge));
        return n < 2 ? _plot.Middle : _plot.Left + pad + (i * (_plot.Width - (2 * pad)) / (n - 1));
    }

    void Series(Drawing drawing, Series series, int index)
    {
        if (series.Low.Count == series.Values.Count && series.High.Count == series.Values.Count)
        {
            var edge = Points(series.High).Concat(Points(series.Low).AsEnumerable().Reverse());
            drawing.Path(Trace.Shape(edge), $"band {Sheet.Colour('s', index)}");
        }

        var points = Points(series.Values);
        var fine =
            points.Count <= Dotted ? ""
            : IsRough(series) ? "fine pale "
            : "fine ";
        var css = $"line {fine}{Sheet.Colour('l', index)}{Look.Dash(index)}";
        drawing.Path(Trace.Line(points), css);
        if (points.Count <= Dotted)
        {
            drawing.Path(
                Trace.Dots(points.Where(p => !double.IsNaN(p.Y))),
                $"dots {Sheet.Colour('l', index)}"
            );
        }
    }

    /// <summary>True for a line that goes up and down far more than the smoothest: it lies behind.</summary>
    bool IsRough(Series series) => Way(series) > 3 * _loud.Min(Way);

    static double Way(Series series) =>
        series
            .Values.Zip(series.Values.Skip(1), (a, b) => double.IsFinite(a - b) ? Math.Abs(b - a) : 0)
            .Sum();

    List<Point> Points(IReadOnlyList<double> values) =>
        [.. values.Select((v, i) => new Point(Place(i), double.IsFinite(v) ? _y.At(v) : double.NaN))];

    void Mark(Drawing drawing)
    {
        if (_figure.Marked < 0 || _figure.Marked >= _figure.X.Count)
        {
            return;
        }

        var at = Place(_figure.Marked);
        drawing.Line(at, _plot.Top - 6, at, _plot.Bottom, "mark");
        const double bold = Sheet.Letter * TextFit.Bold;
        var text = TextFit.Cut(
            $"{_figure.XTitle}: {_sheet.Numbers.Dates.Label(_figure.X[_figure.Marked])}",
            bold,
            _sheet.Width - 4
        );
        var half = TextFit.Width(text, bold) / 2;
        drawing.Text(
            Math.Clamp(at, half, Math.Max(half, _sheet.Width - half)),
            _plot.Top - 10,
            text,
            "val mid"
        );
    }

    /// <summary>What stands beside the last point of a line.</summary>
    SideLabel End(string name, int line)
    {
        var end = Points(_loud[line].Values).FindLast(p => !double.IsNaN(p.Y)) ?? new Point(0, double.NaN);
        return new SideLabel(end with { X = end.X + 5 }, name, $"name {Sheet.Colour('t', line)}");
    }
}
