namespace Clientele.Insights;

/// <summary>A grid of circles: the area of each is one number, its colour another.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="RowTitle">What the rows are.</param>
/// <param name="ColumnTitle">What the columns are.</param>
/// <param name="Rows">Labels of the rows, top first.</param>
/// <param name="Columns">Labels of the columns.</param>
/// <param name="Area">What the areas measure.</param>
/// <param name="Colour">What the colours measure.</param>
public sealed record BubbleFigure(
    string Slug,
    string Title,
    string Text,
    string RowTitle,
    string ColumnTitle,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Columns,
    BubbleMeasure Area,
    BubbleMeasure Colour
) : Figure(Slug, Title, Text);

/// <summary>One number of every circle.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Values">Row after row; NaN or 0 or less draws no circle.</param>
public sealed record BubbleMeasure(string Unit, NumberFormat Format, IReadOnlyList<double> Values);
