using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>One wheel a group, the others behind it in grey: shapes on one wheel would hide each other.</summary>
static class RadarChart
{
    const double Least = 250;

    internal static Drawing Draw(RadarFigure figure, Sheet sheet)
    {
        var drawing = sheet.Start();
        var most = Math.Max(1, Math.Min((int)(sheet.Width / Least), figure.Series.Count));
        var rows = Math.Max(1, (figure.Series.Count + most - 1) / most);
        var across = (figure.Series.Count + rows - 1) / rows;
        var cell = sheet.Width / Math.Max(across, 1);
        var radius = Math.Clamp((cell / 2) - 84, 40, 105);
        var height = (2 * radius) + 92;
        for (var i = 0; i < figure.Series.Count; i++)
        {
            var wheel = new Wheel(
                ((i % across) + 0.5) * cell,
                (i / across * height) + 24 + 30 + radius,
                radius,
                figure.Axes.Count
            );
            var name = TextFit.Cut(figure.Series[i].Name, 13, cell - 8);
            drawing.Text(wheel.X, wheel.Y - radius - 36, name, $"name mid {Sheet.Colour('t', i)}");
            Spokes(drawing, figure.Axes, wheel);
            Shapes(drawing, figure.Series, i, wheel);
        }

        drawing.Height = (rows * height) + 6;
        return drawing;
    }

    /// <summary>The shape of one group, before those of all others.</summary>
    static void Shapes(Drawing drawing, IReadOnlyList<Series> all, int index, Wheel wheel)
    {
        var series = all[index];
        foreach (var other in all.Where(other => other != series))
        {
            drawing.Path(wheel.Shape(other.Values), "ghost");
        }

        drawing.Path(wheel.Shape(series.Values), $"band {Sheet.Colour('s', index)}");
        drawing.Path(wheel.Shape(series.Values), $"line {Sheet.Colour('l', index)}");
    }

    static void Spokes(Drawing drawing, IReadOnlyList<string> axes, Wheel wheel)
    {
        foreach (var ring in (double[])[0.25, 0.5, 0.75, 1])
        {
            drawing.Path(Trace.Shape(axes.Select((_, i) => wheel.At(i, ring))), "ring");
        }

        for (var i = 0; i < axes.Count; i++)
        {
            var rim = wheel.At(i, 1);
            drawing.Line(wheel.X, wheel.Y, rim.X, rim.Y, "grid");
            var (x, y) = wheel.At(i, 1 + (9 / wheel.Radius));
            var side =
                Math.Abs(x - wheel.X) < 8 ? "mid"
                : x < wheel.X ? "end"
                : "";
            var lines = TextFit.Wrap(axes[i], Sheet.Small, side == "mid" ? 120 : 68, 2);
            var shift =
                side == "mid"
                    ? (y < wheel.Y ? -3 - (7 * (lines.Count - 1)) : 5 + (7 * (lines.Count - 1)))
                    : 0;
            drawing.Lines(x, y + shift, lines, $"ax {side}");
        }
    }

    readonly record struct Wheel(double X, double Y, double Radius, int Axes)
    {
        internal Point At(int axis, double value)
        {
            var angle = (2 * Math.PI * axis / Axes) - (Math.PI / 2);
            return new Point(X + (Radius * value * Math.Cos(angle)), Y + (Radius * value * Math.Sin(angle)));
        }

        internal string Shape(IReadOnlyList<double> values)
        {
            var wheel = this;
            return Trace.Shape(
                values
                    .Take(Axes)
                    .Select((v, i) => wheel.At(i, double.IsNaN(v) ? double.NaN : Math.Clamp(v, 0, 1)))
            );
        }
    }
}
