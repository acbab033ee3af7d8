using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Small wheels for many groups: one names the spokes for all, and each has the middle of all groups behind it.</summary>
/// <remarks>The values are left to the table of numbers.</remarks>
sealed class WheelGrid
{
    const double Least = 112;
    const double Key = 52;
    const double Name = 22;

    readonly RadarFigure _figure;
    readonly Sheet _sheet;
    readonly int _across;
    readonly double _cell;
    readonly double _radius;
    readonly IReadOnlyList<double> _middle;

    internal WheelGrid(RadarFigure figure, Sheet sheet)
    {
        (_figure, _sheet) = (figure, sheet);
        var most = Math.Max(1, (int)(sheet.Width / Least));
        var rows = (figure.Series.Count + most - 1) / most;
        _across = (figure.Series.Count + rows - 1) / rows;
        _cell = sheet.Width / _across;
        _radius = Math.Min((_cell / 2) - 9, Key);
        _middle = [.. figure.Axes.Select((_, axis) => Middle(axis))];
    }

    internal Drawing Draw()
    {
        var drawing = _sheet.Start();
        Axes.Head(drawing, "hub 0 %, rings 25, 50, 75 %, rim 100 %");
        drawing.Text(
            0,
            28,
            TextFit.Cut("dashed: the middle group of each spoke", Sheet.Small, _sheet.Width),
            "ax"
        );
        Spokes(drawing);
        var top = 74 + (2 * Key);
        var height = (2 * _radius) + Name + 14;
        for (var i = 0; i < _figure.Series.Count; i++)
        {
            One(drawing, i, top + (i / _across * height));
        }

        drawing.Height = top + (Math.Ceiling(_figure.Series.Count / (double)_across) * height);
        return drawing;
    }

    /// <summary>What the spokes of all wheels are.</summary>
    void Spokes(Drawing drawing)
    {
        var wheel = new Wheel(_sheet.Width / 2, 54 + Key, Key, _figure.Axes.Count);
        wheel.Spokes(drawing);
        for (var i = 0; i < _figure.Axes.Count; i++)
        {
            var (rim, direction) = (wheel.At(i, 1.1), Wheel.Direction(i, _figure.Axes.Count));
            var upright = Math.Abs(direction.X) < 0.2;
            var css =
                upright ? "mid"
                : direction.X < 0 ? "end"
                : "";
            var room = upright ? _sheet.Width / 2 : (_sheet.Width / 2) - Math.Abs(rim.X - wheel.X);
            var name = TextFit.Cut(_figure.Axes[i], Sheet.Small, room - 4);
            drawing.Text(rim.X, rim.Y + 4 + (upright ? 5 * Math.Sign(direction.Y) : 0), name, $"ax {css}");
        }
    }

    void One(Drawing drawing, int group, double top)
    {
        var series = _figure.Series[group];
        var hub = new Wheel(
            ((group % _across) + 0.5) * _cell,
            top + Name + _radius,
            _radius,
            _figure.Axes.Count
        );
        var name = TextFit.Cut(series.Name, Sheet.Small * TextFit.Bold, _cell - 8);
        drawing.Text(hub.X, top + 11, name, $"name vs mid {Sheet.Colour('t', group)}");
        hub.Spokes(drawing);
        drawing.Path(hub.Shape(_middle), $"other {Sheet.Colour('l', Look.Quiet)}");
        drawing.Path(hub.Shape(series.Values), $"band {Sheet.Colour('s', group)}");
        drawing.Path(hub.Shape(series.Values), $"line fine {Sheet.Colour('l', group)}");
    }

    double Middle(int axis)
    {
        var sorted = _figure
            .Series.Where(s => axis < s.Values.Count && !double.IsNaN(s.Values[axis]))
            .Select(s => s.Values[axis])
            .Order()
            .ToList();
        return sorted.Count == 0 ? double.NaN : sorted[sorted.Count / 2];
    }
}
