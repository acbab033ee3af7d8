using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Clientele.Delivery;

/// <summary>A rectangle on the page, in user units of the drawing.</summary>
readonly record struct Area(double Left, double Top, double Width, double Height)
{
    internal double Right => Left + Width;

    internal double Bottom => Top + Height;

    internal double Middle => Left + (Width / 2);
}

/// <summary>The inside of one SVG picture: shapes with one decimal, texts escaped, colours left to CSS classes.</summary>
/// <remarks>A shape with a place that is not a number is not drawn.</remarks>
/// <param name="id">Unique in the document; names the patterns.</param>
/// <param name="width">Width in user units, which are CSS pixels at full size.</param>
sealed class Drawing(string id, double width)
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    readonly StringBuilder _svg = new();
    readonly SortedSet<string> _hatches = new(StringComparer.Ordinal);

    internal double Width => width;

    /// <summary>Height in user units; charts set it when they know.</summary>
    internal double Height { get; set; }

    internal string Content =>
        _hatches.Count == 0
            ? _svg.ToString()
            : $"<defs>{string.Concat(_hatches.Select(Pattern))}</defs>{_svg}";

    string Pattern(string css) =>
        $"<pattern id=\"{id}-{css}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
        + $"patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" class=\"{css}\"/></pattern>";

    internal void Line(double x1, double y1, double x2, double y2, string css)
    {
        if (double.IsFinite(x1 + y1 + x2 + y2))
        {
            Append($"<path class=\"{css}\" d=\"M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}\"/>");
        }
    }

    /// <summary>A rectangle; the tip, if there is one, appears under the mouse.</summary>
    internal void Rect(Area area, string css, string tip = "")
    {
        if (!double.IsFinite(area.Right + area.Bottom))
        {
            return;
        }

        Append(
            $"<rect class=\"{css}\" x=\"{area.Left:0.#}\" y=\"{area.Top:0.#}\" width=\"{Math.Max(area.Width, 0):0.#}\" height=\"{Math.Max(area.Height, 0):0.#}\""
        );
        Close("rect", tip);
    }

    /// <summary>Lays lines over what is not over yet: dark ones over pale colours, light ones over strong colours.</summary>
    internal void Hatch(Area area, bool strong = false)
    {
        var css = strong ? "hatch-light" : "hatch-dark";
        _hatches.Add(css);
        Append(
            $"<rect fill=\"url(#{id}-{css})\" x=\"{area.Left:0.#}\" y=\"{area.Top:0.#}\" width=\"{area.Width:0.#}\" height=\"{area.Height:0.#}\"/>"
        );
    }

    /// <summary>A circle; the tip, if there is one, appears under the mouse.</summary>
    internal void Dot(double x, double y, double radius, string css, string tip = "")
    {
        if (!double.IsFinite(x + y))
        {
            return;
        }

        Append($"<circle class=\"{css}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\"");
        Close("circle", tip);
    }

    /// <param name="data">Path data, made by <see cref="Trace"/>.</param>
    /// <param name="css">Classes.</param>
    /// <param name="tip">Appears under the mouse, if there is one.</param>
    internal void Path(string data, string css, string tip = "")
    {
        if (data.Length > 0)
        {
            Append($"<path class=\"{css}\" d=\"{data}\"");
            Close("path", tip);
        }
    }

    void Close(string element, string tip) =>
        _svg.Append(
            tip.Length == 0 ? "/>" : $"><title>{Encoder.Encode(Bidi.Isolated(tip))}</title></{element}>"
        );

    /// <summary>A text on its base line; the classes <c>mid</c> and <c>end</c> say which point lies at x.</summary>
    internal void Text(double x, double y, string text, string css)
    {
        if (double.IsFinite(x + y))
        {
            Append($"<text class=\"{css}\" x=\"{x:0.#}\" y=\"{y:0.#}\">{Inner(text)}</text>");
        }
    }

    /// <summary>A text that climbs to the right and ends at the point.</summary>
    internal void Slanted(double x, double y, string text, string css) =>
        Append(
            $"<text class=\"{css} end\" transform=\"translate({x:0.#} {y:0.#})rotate(-40)\">{Inner(text)}</text>"
        );

    /// <summary>A text that begins at the point and is read from below.</summary>
    internal void Upright(double x, double y, string text, string css) =>
        Append(
            $"<text class=\"{css}\" transform=\"translate({x:0.#} {y:0.#})rotate(-90)\">{Inner(text)}</text>"
        );

    /// <summary>Lines of text, together centred on y.</summary>
    internal void Lines(double x, double y, IReadOnlyList<string> lines, string css)
    {
        const double leading = 15;
        for (var i = 0; i < lines.Count; i++)
        {
            Text(x, y + 4 + ((i - ((lines.Count - 1) / 2.0)) * leading), lines[i], css);
        }
    }

    static string Inner(string text) => Encoder.Encode(Bidi.IsolatedName(text));

    void Append(FormattableString markup) => _svg.Append(markup.ToString(CultureInfo.InvariantCulture));
}
