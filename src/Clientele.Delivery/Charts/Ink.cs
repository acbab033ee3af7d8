using System.Globalization;
using System.Text;

namespace Clientele.Delivery;

/// <summary>Lines across and down that are left out where others have inked the page already.</summary>
/// <remarks>So a tree of any size is drawn with no more lines than there are places to see them.</remarks>
/// <param name="width">Of the page, in user units.</param>
/// <param name="height">Of the page.</param>
sealed class Ink(double width, double height)
{
    readonly bool[] _inked = new bool[((int)width + 2) * ((int)height + 2)];
    readonly SortedDictionary<string, StringBuilder> _paths = new(StringComparer.Ordinal);

    /// <summary>Draws a line from left to right.</summary>
    internal void Across(double from, double to, double y, string css)
    {
        if (double.IsFinite(from + to + y) && Wets(from, to, at => Place(at, y)))
        {
            Path(css).Append(CultureInfo.InvariantCulture, $"M{from:0.#} {y:0.#}H{to:0.#}");
        }
    }

    /// <summary>Draws a line downwards.</summary>
    internal void Down(double x, double from, double to, string css)
    {
        if (double.IsFinite(from + to + x) && Wets(from, to, at => Place(x, at)))
        {
            Path(css).Append(CultureInfo.InvariantCulture, $"M{x:0.#} {from:0.#}V{to:0.#}");
        }
    }

    /// <summary>Puts all lines on the page: one path a class.</summary>
    internal void Draw(Drawing drawing)
    {
        foreach (var (css, path) in _paths)
        {
            drawing.Path(path.ToString(), css);
        }
    }

    bool Wets(double from, double to, Func<double, int> place)
    {
        var dry = false;
        for (var at = Math.Min(from, to); at <= Math.Max(from, to); at++)
        {
            dry |= !_inked[place(at)];
            _inked[place(at)] = true;
        }

        return dry;
    }

    int Place(double x, double y) =>
        ((int)Math.Clamp(y, 0, height) * ((int)width + 2)) + (int)Math.Clamp(x, 0, width);

    StringBuilder Path(string css) =>
        _paths.TryGetValue(css, out var path) ? path : _paths[css] = new StringBuilder();
}
