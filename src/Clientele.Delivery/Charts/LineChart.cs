using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Lines over equally spaced positions, named at their ends.</summary>
sealed class LineChart
{
    const double Leading = 15;

    /// <summary>Lines with more points than this have no dots.</summary>
    const int Dotted = 40;

    readonly LineFigure _figure;
    readonly Sheet _sheet;
    readonly Scale _y;
    readonly Area _plot;
    readonly Positions _positions;
    readonly bool _beside;

    /// <summary>The lines with a colour and a name.</summary>
    readonly List<Series> _loud;

    LineChart(LineFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        var height = sheet.Width > 600 ? 280 : 220;
        var top = Sheet.Head + (figure.Marked >= 0 || figure.Hatched.Count > 0 ? 14 : 0);
        _y = Scale.Of(
            figure.Series.SelectMany(s => s.Values.Concat(s.Low).Concat(s.High)),
            top + height,
            top
        );
        _loud = [.. figure.Series.Where(s => !s.Quiet)];
        var left = Axes.Room(_y, figure.Format, sheet);
        var names = TextFit.Widest(_loud.Select(s => s.Name), Sheet.Letter) * TextFit.Bold;
        _beside =
            _loud.Count > 1
            && _loud.Count * Leading <= height
            && names <= (sheet.Narrow ? 0.25 : 0.3) * sheet.Width;
        var right = _beside ? names + 14 : 12;
        _plot = new Area(left, top, sheet.Width - left - right, height);
        _positions = Positions.Of(figure.X, _plot.Width / Math.Max(1, figure.X.Count), sheet.Numbers.Dates);
    }

    internal static Drawing Draw(LineFigure figure, Sheet sheet) => new LineChart(figure, sheet).Draw();

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

        if (_beside)
        {
            Names(drawing);
        }
        else if (_loud.Count > 1)
        {
            Legend.Draw(drawing, [.. _loud.Select(s => s.Name)]);
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
        var dash = index >= 8 ? " dash" : "";
        var fine =
            points.Count <= Dotted ? ""
            : IsRough(series) ? "fine pale "
            : "fine ";
        var css = $"line {fine}{Sheet.Colour('l', index)}{dash}";
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

    /// <summary>Names beside the last points, moved apart, each with a short line to its end.</summary>
    void Names(Drawing drawing)
    {
        var ends = _loud.Select(s => Points(s.Values).FindLast(p => !double.IsNaN(p.Y))).ToList();
        var places = Spread.Apart(
            [.. ends.Select(e => e?.Y ?? double.NaN)],
            Leading,
            _plot.Top,
            _plot.Bottom
        );
        for (var i = 0; i < ends.Count; i++)
        {
            if (ends[i] is not { } end)
            {
                continue;
            }

            var x = _plot.Right + 12;
            drawing.Line(end.X + 5, end.Y, x - 3, places[i], "leader");
            var name = TextFit.Cut(_loud[i].Name, Sheet.Letter * TextFit.Bold, _sheet.Width - x);
            drawing.Text(x, places[i] + 4, name, $"name {Sheet.Colour('t', i)}");
        }
    }
}
