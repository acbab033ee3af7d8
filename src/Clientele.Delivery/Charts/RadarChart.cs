using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>One wheel a group, the others behind it in grey: shapes on one wheel would hide each other.</summary>
sealed class RadarChart
{
    /// <summary>A wheel beside another has at least this width.</summary>
    const double Least = 280;

    const double Largest = 130;

    /// <summary>Room for a name above or beneath its spoke.</summary>
    const double Name = 96;

    /// <summary>Room at the side of a wheel for the names of spokes that point there.</summary>
    const double Side = 76;

    readonly RadarFigure _figure;
    readonly Sheet _sheet;
    readonly double _cell;
    readonly double _radius;
    readonly int _across;
    readonly double _up;
    readonly double _down;

    RadarChart(RadarFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        var count = Math.Max(1, figure.Series.Count);
        var most = Math.Clamp((int)(sheet.Width / Least), 1, count);
        var rows = (count + most - 1) / most;
        _across = (count + rows - 1) / rows;
        _cell = sheet.Width / _across;
        var spokes = Enumerable
            .Range(0, figure.Axes.Count)
            .Select(i => Wheel.Direction(i, figure.Axes.Count))
            .ToList();
        _radius = Math.Clamp(spokes.Select(Reach).DefaultIfEmpty(Largest).Min(), 40, Largest);
        _up = -spokes.Select(s => s.Y).DefaultIfEmpty(-1).Min() * _radius;
        _down = spokes.Select(s => s.Y).DefaultIfEmpty(1).Max() * _radius;
    }

    /// <summary>The radius at which the name of a spoke still has its room.</summary>
    double Reach(Point spoke) =>
        ((_cell / 2) - (IsSide(spoke) ? Side : Name / 2)) / Math.Max(Math.Abs(spoke.X), 0.01);

    internal static Drawing Draw(RadarFigure figure, Sheet sheet) =>
        figure.Series.Count > Look.Colours
            ? new WheelGrid(figure, sheet).Draw()
            : new RadarChart(figure, sheet).Draw();

    Drawing Draw()
    {
        var drawing = _sheet.Start();
        var others = _figure.Series.Count > 1 ? " · dashed: the others" : "";
        Axes.Head(drawing, "hub 0 %, rings 25, 50, 75 %, rim 100 %" + others);
        var height = _up + _down + 112;
        for (var i = 0; i < _figure.Series.Count; i++)
        {
            var wheel = new Wheel(
                ((i % _across) + 0.5) * _cell,
                (i / _across * height) + 90 + _up,
                _radius,
                _figure.Axes.Count
            );
            var name = TextFit.Cut(_figure.Series[i].Name, Sheet.Letter * TextFit.Bold, _cell - 8);
            drawing.Text(wheel.X, wheel.Y - _up - 46, name, $"name mid {Sheet.Colour('t', i)}");
            wheel.Spokes(drawing);
            Shapes(drawing, _figure.Series, i, wheel);
            Labels(drawing, wheel, i);
        }

        drawing.Height = (Math.Ceiling(_figure.Series.Count / (double)_across) * height) + 16;
        return drawing;
    }

    /// <summary>The shape of one group, before those of all others.</summary>
    static void Shapes(Drawing drawing, IReadOnlyList<Series> all, int index, Wheel wheel)
    {
        var series = all[index];
        for (var other = 0; other < all.Count; other++)
        {
            if (other != index)
            {
                drawing.Path(wheel.Shape(all[other].Values), $"other {Sheet.Colour('l', other)}");
            }
        }

        drawing.Path(wheel.Shape(series.Values), $"band {Sheet.Colour('s', index)}");
        drawing.Path(wheel.Shape(series.Values), $"line {Sheet.Colour('l', index)}");
    }

    /// <summary>At every spoke its name, and beneath it the value of the wheel's own group.</summary>
    void Labels(Drawing drawing, Wheel wheel, int group)
    {
        for (var i = 0; i < _figure.Axes.Count; i++)
        {
            var (rim, direction) = (wheel.At(i, 1), Wheel.Direction(i, _figure.Axes.Count));
            var side = IsSide(direction);
            var name = TextFit.Cut(_figure.Axes[i], Sheet.Small, side ? Side - 8 : Name);
            var value = i < _figure.Series[group].Values.Count ? _figure.Series[group].Values[i] : double.NaN;
            var css =
                !side ? "mid"
                : direction.X < 0 ? "end"
                : "";
            var x = side ? rim.X + (Math.Sign(direction.X) * 8) : rim.X;
            var y =
                rim.Y
                + (
                    side ? -3
                    : direction.Y < 0 ? -20
                    : 16
                );
            drawing.Text(x, y, name, $"ax {css}");
            var text = _sheet.Numbers.Terse(value, NumberFormat.Share, 1);
            drawing.Text(x, y + 14, text, $"val {Sheet.Colour('t', group)} {css}");
        }
    }

    /// <summary>True for a spoke whose name stands beside its end, not above or beneath it.</summary>
    static bool IsSide(Point direction) => Math.Abs(direction.Y) < 0.45;
}
