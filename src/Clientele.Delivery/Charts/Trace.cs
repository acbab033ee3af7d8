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

    static void Append(StringBuilder path, char command, Point point) =>
        path.Append(CultureInfo.InvariantCulture, $"{command}{point.X:0.#} {point.Y:0.#}");
}
