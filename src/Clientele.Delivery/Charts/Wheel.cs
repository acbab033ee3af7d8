namespace Clientele.Delivery;

/// <summary>A wheel of spokes, the first one upright, and places on it.</summary>
/// <param name="X">Its hub.</param>
/// <param name="Y">Its hub.</param>
/// <param name="Radius">From hub to rim.</param>
/// <param name="Axes">Number of spokes.</param>
readonly record struct Wheel(double X, double Y, double Radius, int Axes)
{
    static readonly double[] Rings = [0.25, 0.5, 0.75, 1];

    /// <summary>The place of a value, from 0 at the hub to 1 at the rim.</summary>
    internal Point At(int axis, double value)
    {
        var (x, y) = Direction(axis, Axes);
        return new Point(X + (Radius * value * x), Y + (Radius * value * y));
    }

    /// <summary>The closed shape of a value a spoke.</summary>
    internal string Shape(IReadOnlyList<double> values)
    {
        var wheel = this;
        return Trace.Shape(
            values
                .Take(Axes)
                .Select((v, i) => wheel.At(i, double.IsNaN(v) ? double.NaN : Math.Clamp(v, 0, 1)))
        );
    }

    /// <summary>Draws the spokes and rings.</summary>
    internal void Spokes(Drawing drawing)
    {
        var wheel = this;
        var axes = Enumerable.Range(0, Axes).ToList();
        var hub = new Point(X, Y);
        var rings = Rings.Select(ring => Trace.Shape(axes.Select(i => wheel.At(i, ring))));
        var spokes = axes.Select(i => Trace.Line([hub, wheel.At(i, 1)]));
        drawing.Path(string.Concat(rings.Concat(spokes)), "ring");
    }

    /// <summary>Where a spoke points, one long.</summary>
    internal static Point Direction(int axis, int axes)
    {
        var angle = (2 * Math.PI * axis / axes) - (Math.PI / 2);
        return new Point(Math.Cos(angle), Math.Sin(angle));
    }
}
