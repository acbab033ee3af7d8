using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>What every chart needs to know besides its figure.</summary>
/// <param name="Id">Unique in the document.</param>
/// <param name="Width">Of the drawing, in user units.</param>
/// <param name="Numbers">How numbers are written.</param>
sealed record Sheet(string Id, double Width, NumberText Numbers)
{
    /// <summary>Height of the letters of labels.</summary>
    internal const double Letter = 13;

    /// <summary>Height of the letters on axes and in cells.</summary>
    internal const double Small = 11.5;

    /// <summary>Room above a plot for the name of what it measures.</summary>
    internal const double Head = 26;

    /// <summary>True on a telephone, where every unit counts.</summary>
    internal bool Narrow => Width < 400;

    internal Drawing Start() => new(Id, Width);

    /// <summary>Room at the left for labels of rows: what they need, up to a share of the width.</summary>
    internal double Gutter(IEnumerable<string> labels, double share = 0.36) =>
        Math.Min(TextFit.Widest(labels, Letter), share * Width) + 10;

    /// <summary>The class of the colour of a group, for shapes (<c>s1</c>), lines (<c>l1</c>) or texts (<c>t1</c>); <c>s0</c> is grey.</summary>
    /// <param name="kind">s, l or t.</param>
    /// <param name="group">From 0, or <see cref="Look.Quiet"/>.</param>
    internal static string Colour(char kind, int group) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{kind}{(group < 0 ? 0 : (group % Look.Colours) + 1)}"
        );
}
