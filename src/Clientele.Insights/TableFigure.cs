namespace Clientele.Insights;

/// <summary>A table to read.</summary>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="Columns">Equally long columns.</param>
public sealed record TableFigure(string Slug, string Title, string Text, IReadOnlyList<TableColumn> Columns)
    : Figure(Slug, Title, Text);

/// <summary>One column of a table to read: texts, or numbers with a format.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Texts">The texts, or empty for a column of numbers.</param>
/// <param name="Numbers">The numbers, or empty for a column of texts; NaN is an empty cell.</param>
/// <param name="Format">How a number is written.</param>
/// <param name="Shaded">True shades each cell by its number's size within the column.</param>
public sealed record TableColumn(
    string Name,
    IReadOnlyList<string> Texts,
    IReadOnlyList<double> Numbers,
    NumberFormat Format,
    bool Shaded = false
)
{
    /// <summary>A column of texts.</summary>
    public static TableColumn Of(string name, IReadOnlyList<string> texts) =>
        new(name, texts, [], NumberFormat.Number);

    /// <summary>A column of numbers.</summary>
    public static TableColumn Of(
        string name,
        NumberFormat format,
        IReadOnlyList<double> numbers,
        bool shaded = false
    ) => new(name, [], numbers, format, shaded);
}
