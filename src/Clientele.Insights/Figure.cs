using System.Text.Json.Serialization;

namespace Clientele.Insights;

/// <summary>How a number is written for people; the shop's own style decides separators and currency.</summary>
public enum NumberFormat
{
    /// <summary>A whole number: 4,339.</summary>
    Count,

    /// <summary>A number with the digits that it needs: 2.41.</summary>
    Number,

    /// <summary>The shop's currency: £2,048.69.</summary>
    Money,

    /// <summary>A share of one as per cent: 0.367 is 36.7 %.</summary>
    Share,

    /// <summary>A length of time in days: 92 d.</summary>
    Days,

    /// <summary>A signed difference: +0.85.</summary>
    Difference,
}

/// <summary>A picture as data; each medium draws it in its own way.</summary>
/// <param name="Slug">Name of the figure within its insight, snake_case: anchors and file names.</param>
/// <param name="Title">The finding, as a sentence without a full stop.</param>
/// <param name="Text">What a reader who does not see the picture should know; also what the axes are.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BarFigure), "bars")]
[JsonDerivedType(typeof(LineFigure), "lines")]
[JsonDerivedType(typeof(HeatFigure), "heat")]
[JsonDerivedType(typeof(HistogramFigure), "histogram")]
[JsonDerivedType(typeof(BoxFigure), "boxes")]
[JsonDerivedType(typeof(WaterfallFigure), "waterfall")]
[JsonDerivedType(typeof(RadarFigure), "radar")]
[JsonDerivedType(typeof(ScatterFigure), "scatter")]
[JsonDerivedType(typeof(BubbleFigure), "bubbles")]
[JsonDerivedType(typeof(BladesFigure), "blades")]
[JsonDerivedType(typeof(DendrogramFigure), "dendrogram")]
[JsonDerivedType(typeof(PairFigure), "pairs")]
[JsonDerivedType(typeof(SankeyFigure), "flows")]
[JsonDerivedType(typeof(NetworkFigure), "network")]
[JsonDerivedType(typeof(TableFigure), "table")]
public abstract record Figure(
    [property: JsonPropertyOrder(-3)] string Slug,
    [property: JsonPropertyOrder(-2)] string Title,
    [property: JsonPropertyOrder(-1)] string Text
);

/// <summary>One bar a thing, longest first or in the order of the things.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="Unit">What a bar's length counts: "customers", "revenue".</param>
/// <param name="Format">How a bar's value is written.</param>
/// <param name="Bars">The bars, in the order in which they are drawn.</param>
public sealed record BarFigure(
    string Slug,
    string Title,
    string Text,
    string Unit,
    NumberFormat Format,
    IReadOnlyList<Bar> Bars
) : Figure(Slug, Title, Text)
{
    /// <summary>Indices of bars that are not over yet: drawn hatched.</summary>
    public IReadOnlyList<int> Hatched { get; init; } = [];
}

/// <summary>One bar.</summary>
/// <param name="Label">The thing.</param>
/// <param name="Value">Its length; NaN draws nothing.</param>
/// <param name="Low">Lower end of its interval, or NaN.</param>
/// <param name="High">Upper end of its interval, or NaN.</param>
public sealed record Bar(string Label, double Value, double Low = double.NaN, double High = double.NaN);

/// <summary>Lines over one ordered axis: time, period, k, or the features of a snake plot.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="XTitle">What the positions are: "month", "clusters".</param>
/// <param name="Unit">What the height counts.</param>
/// <param name="Format">How a height is written.</param>
/// <param name="X">Labels of the positions, equally spaced.</param>
/// <param name="Series">The lines; each has a value a position.</param>
public sealed record LineFigure(
    string Slug,
    string Title,
    string Text,
    string XTitle,
    string Unit,
    NumberFormat Format,
    IReadOnlyList<string> X,
    IReadOnlyList<Series> Series
) : Figure(Slug, Title, Text)
{
    /// <summary>A position to mark with a line, such as the chosen k; −1 for none.</summary>
    public int Marked { get; init; } = -1;

    /// <summary>Indices of positions that are not whole, such as the running month: drawn hatched.</summary>
    public IReadOnlyList<int> Hatched { get; init; } = [];
}

/// <summary>One line.</summary>
/// <param name="Name">Written beside its end.</param>
/// <param name="Values">Heights; NaN leaves a gap.</param>
public sealed record Series(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Lower edge of the band, or empty.</summary>
    public IReadOnlyList<double> Low { get; init; } = [];

    /// <summary>Upper edge of the band, or empty.</summary>
    public IReadOnlyList<double> High { get; init; } = [];

    /// <summary>True for a line that only shows the range of the others: grey and without a name. Such lines come last.</summary>
    public bool Quiet { get; init; }
}

/// <summary>A grid of coloured cells.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="RowTitle">What the rows are.</param>
/// <param name="ColumnTitle">What the columns are.</param>
/// <param name="Format">How a cell is written.</param>
/// <param name="Rows">Labels of the rows, top first.</param>
/// <param name="Columns">Labels of the columns.</param>
/// <param name="Values">Row after row; NaN is a blank cell, never a zero.</param>
public sealed record HeatFigure(
    string Slug,
    string Title,
    string Text,
    string RowTitle,
    string ColumnTitle,
    NumberFormat Format,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Columns,
    IReadOnlyList<double> Values
) : Figure(Slug, Title, Text)
{
    /// <summary>Indices of cells that are not over yet: drawn hatched.</summary>
    public IReadOnlyList<int> Hatched { get; init; } = [];

    /// <summary>True: colours part at zero (differences, correlations). False: from pale to strong.</summary>
    public bool Diverging { get; init; }

    /// <summary>Value of the strongest colour; NaN takes the largest of the cells, extremes left aside.</summary>
    public double Full { get; init; } = double.NaN;
}

/// <summary>How often values fall between edges.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="XTitle">What is measured.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Format">How an edge is written.</param>
/// <param name="Edges">One more than there are counts, ascending; drawn equally wide.</param>
/// <param name="Counts">Things in [edge, next edge), the last one closed.</param>
public sealed record HistogramFigure(
    string Slug,
    string Title,
    string Text,
    string XTitle,
    string Unit,
    NumberFormat Format,
    IReadOnlyList<double> Edges,
    IReadOnlyList<double> Counts
) : Figure(Slug, Title, Text);

/// <summary>Box plots side by side on one axis.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="Unit">What the axis measures.</param>
/// <param name="Format">How a value is written.</param>
/// <param name="Logarithmic">True draws the axis in powers of ten, to both sides of 0 if there are values at or below it.</param>
/// <param name="Boxes">The boxes, top first.</param>
public sealed record BoxFigure(
    string Slug,
    string Title,
    string Text,
    string Unit,
    NumberFormat Format,
    bool Logarithmic,
    IReadOnlyList<Box> Boxes
) : Figure(Slug, Title, Text);

/// <summary>Five numbers of one distribution, and its ends.</summary>
/// <param name="Label">What is distributed.</param>
/// <param name="Low">Lower whisker: least value within 1.5 box lengths.</param>
/// <param name="Q1">First quartile.</param>
/// <param name="Median">The middle.</param>
/// <param name="Q3">Third quartile.</param>
/// <param name="High">Upper whisker.</param>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest value.</param>
/// <param name="Mean">The mean, marked by a diamond.</param>
public sealed record Box(
    string Label,
    double Low,
    double Q1,
    double Median,
    double Q3,
    double High,
    double Min,
    double Max,
    double Mean
);

/// <summary>From a first amount to a last one in steps: the ledger.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Format">How an amount is written.</param>
/// <param name="Start">Label and height of the first bar.</param>
/// <param name="Steps">Changes in order; negative ones take away.</param>
/// <param name="End">Label and height of the last bar: start plus all steps.</param>
public sealed record WaterfallFigure(
    string Slug,
    string Title,
    string Text,
    string Unit,
    NumberFormat Format,
    Bar Start,
    IReadOnlyList<Bar> Steps,
    Bar End
) : Figure(Slug, Title, Text);

/// <summary>Profiles around a wheel.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="Axes">Names of the spokes, at least 3.</param>
/// <param name="Series">One shape a group; values 0 (hub) to 1 (rim) a spoke.</param>
public sealed record RadarFigure(
    string Slug,
    string Title,
    string Text,
    IReadOnlyList<string> Axes,
    IReadOnlyList<Series> Series
) : Figure(Slug, Title, Text);

/// <summary>Points on two axes, in groups.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="X">The axis across.</param>
/// <param name="Y">The axis up.</param>
/// <param name="Groups">Points by group, each named beside its middle.</param>
public sealed record ScatterFigure(
    string Slug,
    string Title,
    string Text,
    Axis X,
    Axis Y,
    IReadOnlyList<PointGroup> Groups
) : Figure(Slug, Title, Text);

/// <summary>One axis of a scatter.</summary>
/// <param name="Title">What it measures, with its unit.</param>
/// <param name="Format">How a value is written.</param>
/// <param name="Logarithmic">True draws powers of ten; values at or below 0 lie at its foot.</param>
public sealed record Axis(string Title, NumberFormat Format, bool Logarithmic)
{
    /// <summary>True for a coordinate without a meaning of its own, as of an embedding: its numbers are not written.</summary>
    public bool Bare { get; init; }

    /// <summary>A coordinate of an embedding: "first coordinate".</summary>
    public static Axis Coordinate(string title) => new(title, NumberFormat.Number, false) { Bare = true };
}

/// <summary>Points of one group.</summary>
/// <param name="Name">Written beside the group's middle.</param>
/// <param name="X">Positions across.</param>
/// <param name="Y">Positions up; as many as <paramref name="X"/>.</param>
public sealed record PointGroup(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>True for points in no group (noise): small, grey and behind the others, named in the key.</summary>
    public bool Quiet { get; init; }
}
