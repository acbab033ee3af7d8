using System.Globalization;
using System.Text;

namespace Clientele.Delivery;

/// <summary>A place in a drawing. A class, because lists of it then need no code of their own at start-up.</summary>
sealed record Point(double X, double Y);

/// <summary>Path data of an SVG path, one decimal a number.</summary>
static class Trace
{
    /// <summary>A line through the points that breaks at NaN; a point alone between gaps becomes a dot.</summary>
    internal static string Line(IReadOnlyList<Point> points)
    {
        var path = new StringBuilder();
        for (var i = 0; i < points.Count; i++)
        {
            if (double.IsNaN(points[i].Y))
            {
                continue;
            }

            var starts = i == 0 || double.IsNaN(points[i - 1].Y);
            Append(path, starts ? 'M' : 'L', points[i]);
            if (starts && (i + 1 == points.Count || double.IsNaN(points[i + 1].Y)))
            {
                path.Append("h0");
            }
        }

        return path.ToString();
    }

    /// <summary>A closed shape through the points; NaN points are left out.</summary>
    internal static string Shape(IEnumerable<Point> points)
    {
        var path = new StringBuilder();
        foreach (var point in points.Where(p => !double.IsNaN(p.Y) && !double.IsNaN(p.X)))
        {
            Append(path, path.Length == 0 ? 'M' : 'L', point);
        }

        return path.Length == 0 ? "" : path.Append('Z').ToString();
    }

    /// <summary>A dot at every point, for a stroke with round ends.</summary>
    internal static string Dots(IEnumerable<Point> points)
    {
        var path = new StringBuilder();
        foreach (var point in points)
        {
            Append(path, 'M', point);
            path.Append("h0");
        }

        return path.ToString();
    }

    /// <summary>The same small mark around every point.</summary>
    /// <param name="points">Middles.</param>
    /// <param name="mark">Corners, as steps from the middle; NaN lifts the pen.</param>
    internal static string Marks(IEnumerable<Point> points, IReadOnlyList<Point> mark)
    {
        var path = new StringBuilder();
        foreach (var point in points)
        {
            Point? last = null;
            foreach (var corner in mark)
            {
                if (double.IsNaN(corner.X))
                {
                    last = null;
                    continue;
                }

                // Steps are shorter to write than places.
                Append(
                    path,
                    last is null ? 'M' : 'l',
                    last is null
                        ? new Point(point.X + corner.X, point.Y + corner.Y)
                        : new Point(corner.X - last.X, corner.Y - last.Y)
                );
                last = corner;
            }
        }

        return path.ToString();
    }

    /// <summary>A band that flows from one place to another, as wide at both ends.</summary>
    /// <param name="from">Upper end of its left side.</param>
    /// <param name="to">Upper end of its right side.</param>
    /// <param name="width">Down from there.</param>
    internal static string Ribbon(Point from, Point to, double width)
    {
        var middle = (from.X + to.X) / 2;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"M{from.X:0.#} {from.Y:0.#}C{middle:0.#} {from.Y:0.#} {middle:0.#} {to.Y:0.#} {to.X:0.#} {to.Y:0.#}V{to.Y + width:0.#}C{middle:0.#} {to.Y + width:0.#} {middle:0.#} {from.Y + width:0.#} {from.X:0.#} {from.Y + width:0.#}Z"
        );
    }

    static void Append(StringBuilder path, char command, Point point) =>
        path.Append(CultureInfo.InvariantCulture, $"{command}{point.X:0.#} {point.Y:0.#}");
}
