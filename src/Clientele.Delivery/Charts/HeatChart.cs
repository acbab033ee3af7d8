using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>A grid of coloured cells, with their values written in where they fit.</summary>
sealed class HeatChart
{
    const double Space = 2;
    const double Widest = 92;

    /// <summary>More rows than this are low, each with one line for its label.</summary>
    const int Few = 16;

    /// <summary>Values are written if so many of them fit, each where it fits.</summary>
    const double Enough = 0.8;

    readonly HeatFigure _figure;
    readonly Sheet _sheet;
    readonly Shade _shade;
    readonly double _largest;
    readonly double _left;
    readonly double _cell;
    readonly double _row;
    readonly List<IReadOnlyList<string>> _labels;
    readonly bool _bare;
    readonly bool _written;
    readonly bool _capped;

    /// <summary>For which size the digits of a cell are chosen: a greater one asks for fewer.</summary>
    readonly double _digits;

    HeatChart(HeatFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        _shade = Shade.Of(figure.Values, figure.Diverging, figure.Full);
        _capped = _shade.Caps(figure.Values);
        _largest = figure.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        _left = sheet.Gutter(figure.Rows, sheet.Narrow ? 0.37 : 0.3);
        _cell = Math.Min(Widest, (sheet.Width - _left) / Math.Max(1, figure.Columns.Count));
        _labels =
        [
            .. figure.Rows.Select(r =>
                TextFit.Wrap(r, Sheet.Letter, _left - 10, figure.Rows.Count > Few ? 1 : 2)
            ),
        ];
        _row =
            _labels.Exists(l => l.Count > 1) ? 36
            : figure.Rows.Count > Few ? 22
            : Math.Clamp(_cell * 0.5, 24, 32);
        (_written, _bare, _digits) = Fit();
    }

    /// <summary>Room for a text in a cell.</summary>
    double Room => _cell - Space - 2;

    internal static Drawing Draw(HeatFigure figure, Sheet sheet) => new HeatChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        var top = Columns(drawing);
        for (var r = 0; r < _figure.Rows.Count; r++)
        {
            drawing.Lines(_left - 8, top + ((r + 0.5) * _row) - 1, _labels[r], "tx end");
            for (var c = 0; c < _figure.Columns.Count; c++)
            {
                Cell(
                    drawing,
                    r,
                    c,
                    new Area(_left + (c * _cell), top + (r * _row), _cell - Space, _row - Space)
                );
            }
        }

        drawing.Height = top + (_figure.Rows.Count * _row) + 2;
        Key(drawing);
        return drawing;
    }

    /// <summary>Names of the axes and labels of the columns.</summary>
    /// <returns>Where the cells begin.</returns>
    double Columns(Drawing drawing)
    {
        var head = $"{_figure.RowTitle} ↓\u2003{_figure.ColumnTitle} →";
        drawing.Text(0, 12, TextFit.Cut(_bare ? head + "  (%)" : head, Sheet.Small, _sheet.Width), "ax");
        return 26 + ColumnLabels.Draw(drawing, _figure.Columns, _left, _cell, Space);
    }

    void Cell(Drawing drawing, int row, int column, Area area)
    {
        var index = (row * _figure.Columns.Count) + column;
        var value = index < _figure.Values.Count ? _figure.Values[index] : double.NaN;
        if (double.IsNaN(value))
        {
            return;
        }

        var colour = _shade.Class(value);
        var exact = _sheet.Numbers.Text(value, _figure.Format);
        drawing.Rect(area, $"cell {colour}", $"{_figure.Rows[row]} · {_figure.Columns[column]}: {exact}");
        if (_figure.Hatched.Contains(index))
        {
            drawing.Hatch(area, Shade.IsStrong(colour));
        }

        var text = Written(value, _bare, _digits);
        if (_written && TextFit.Width(text, Sheet.Small) <= Room)
        {
            drawing.Text(area.Middle, area.Top + (area.Height / 2) + 4, text, $"in {colour}t mid");
        }
    }

    /// <summary>A strip of the colours where the cells hold no numbers or exceed them, and what hatching means.</summary>
    void Key(Drawing drawing)
    {
        var left = _sheet.Narrow ? 0 : _left;
        if ((!_written || _capped) && _largest > 0)
        {
            drawing.Height += 26;
            Strip(drawing, left, drawing.Height - 14);
        }

        if (_figure.Hatched.Count > 0)
        {
            drawing.Height += 4;
            Legend.Hatched(drawing, left, "cell h2");
        }
    }

    void Strip(Drawing drawing, double x, double y)
    {
        var low = Limit(_figure.Diverging ? -_shade.Full : _shade.Low);
        low += _figure.Values.Any(v => v < -_shade.Full) && _figure.Diverging ? " or less" : "";
        var high = Limit(_shade.Full) + (_figure.Values.Any(v => v > _shade.Full) ? " or more" : "");
        Legend.Strip(drawing, x, y, _shade, low, high);
    }

    string Limit(double value) => _sheet.Numbers.Terse(value, _figure.Format, Math.Abs(_shade.Full));

    /// <summary>The longest way of writing cells that fits: all digits, fewer, without the unit, or not at all.</summary>
    (bool Written, bool Bare, double Digits) Fit()
    {
        foreach (
            var (bare, digits) in ((bool, double)[])
                [(false, _largest), (false, 10 * _largest), (true, 10 * _largest)]
        )
        {
            var known = _figure.Values.Where(v => !double.IsNaN(v)).ToList();
            var fitting = known.Count(v => TextFit.Width(Written(v, bare, digits), Sheet.Small) <= Room);
            if (fitting >= (bare ? Enough : 1) * known.Count)
            {
                return (true, bare && _figure.Format == NumberFormat.Share, digits);
            }
        }

        return (false, false, _largest);
    }

    string Written(double value, bool bare, double digits)
    {
        var text = _sheet.Numbers.Terse(value, _figure.Format, digits);
        return bare ? text.TrimEnd('%', '\u00A0') : text;
    }
}
