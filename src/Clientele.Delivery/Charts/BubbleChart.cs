using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>A grid of circles; areas and colours are explained beneath.</summary>
sealed class BubbleChart
{
    const double Widest = 92;
    const double Highest = 46;

    readonly BubbleFigure _figure;
    readonly Sheet _sheet;
    readonly Shade _shade;
    readonly double _largest;
    readonly double _left;
    readonly double _cell;
    readonly double _row;

    BubbleChart(BubbleFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        _shade = Shade.Of(figure.Colour.Values, diverging: false);
        _largest = figure.Area.Values.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        _left = sheet.Gutter(figure.Rows, sheet.Narrow ? 0.37 : 0.3);
        _cell = Math.Min(Widest, (sheet.Width - _left) / Math.Max(1, figure.Columns.Count));
        _row = Math.Clamp(_cell, 24, Highest);
    }

    internal static Drawing Draw(BubbleFigure figure, Sheet sheet) => new BubbleChart(figure, sheet).Draw();

    /// <summary>Areas, not radii, are in proportion; the largest circle fills its cell.</summary>
    double Radius(double value) =>
        value > 0 ? ((Math.Min(_cell, _row) / 2) - 1) * Math.Sqrt(value / _largest) : 0;

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        var head = $"{_figure.RowTitle} ↓\u2003{_figure.ColumnTitle} →";
        drawing.Text(0, 12, TextFit.Cut(head, Sheet.Small, _sheet.Width), "ax");
        var top = 26 + ColumnLabels.Draw(drawing, _figure.Columns, _left, _cell, 0);
        for (var r = 0; r < _figure.Rows.Count; r++)
        {
            var y = top + ((r + 0.5) * _row);
            drawing.Line(_left, y, _left + (_figure.Columns.Count * _cell), y, "grid");
            drawing.Lines(_left - 8, y, TextFit.Wrap(_figure.Rows[r], Sheet.Letter, _left - 10, 1), "tx end");
            for (var c = 0; c < _figure.Columns.Count; c++)
            {
                Circle(drawing, r, c, y);
            }
        }

        drawing.Height = top + (_figure.Rows.Count * _row) + 2;
        if (_largest > 0)
        {
            Key(drawing);
        }

        return drawing;
    }

    void Circle(Drawing drawing, int row, int column, double y)
    {
        var index = (row * _figure.Columns.Count) + column;
        if (Of(_figure.Area, index) is > 0 and var area)
        {
            var colour = Of(_figure.Colour, index);
            var tip =
                $"{_figure.Rows[row]} · {_figure.Columns[column]}: {_sheet.Numbers.Text(area, _figure.Area.Format)} {_figure.Area.Unit}, "
                + $"{_sheet.Numbers.Text(colour, _figure.Colour.Format)} {_figure.Colour.Unit}";
            drawing.Dot(
                _left + ((column + 0.5) * _cell),
                y,
                Math.Max(1, Radius(area)),
                $"bubble {_shade.Class(colour)}",
                tip
            );
        }
    }

    static double Of(BubbleMeasure measure, int index) =>
        index < measure.Values.Count ? measure.Values[index] : double.NaN;

    /// <summary>Two circles with what they stand for, and the strip of colours.</summary>
    void Key(Drawing drawing)
    {
        var (x, y) = (_sheet.Narrow ? 0 : _left, drawing.Height + (_row / 2) + 8);
        foreach (var value in (double[])[_largest / 4, _largest])
        {
            var radius = Radius(value);
            var text = _sheet.Numbers.Terse(value, _figure.Area.Format, _largest);
            drawing.Dot(x + radius, y, radius, "bubble");
            drawing.Text(x + (2 * radius) + 6, y + 4, text, "ax");
            x += (2 * radius) + 18 + TextFit.Width(text, Sheet.Small);
        }

        drawing.Text(x, y + 4, _figure.Area.Unit, "ax");
        drawing.Height = y + (_row / 2) + 22;
        Legend.Strip(
            drawing,
            _sheet.Narrow ? 0 : _left,
            drawing.Height - 14,
            _shade,
            Limit(_shade.Low),
            $"{Limit(_shade.Full)}{(_shade.Caps(_figure.Colour.Values) ? " or more" : "")} {_figure.Colour.Unit}"
        );
    }

    string Limit(double value) => _sheet.Numbers.Terse(value, _figure.Colour.Format, Math.Abs(_shade.Full));
}
