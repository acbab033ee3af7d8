namespace Clientele.Delivery;

/// <summary>A table of texts as it is read: the first column heads the rows.</summary>
/// <param name="Columns">Equally long.</param>
/// <param name="Note">What is left out, or empty.</param>
sealed record Grid(IReadOnlyList<GridColumn> Columns, string Note = "")
{
    internal int Rows => Columns.Count == 0 ? 0 : Columns[0].Cells.Count;
}

/// <summary>One column of a <see cref="Grid"/>.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Cells">One a row.</param>
/// <param name="Numeric">True sets the cells to the right.</param>
/// <param name="Shades">Class of the colour a row, or empty.</param>
sealed record GridColumn(string Name, IReadOnlyList<string> Cells, bool Numeric, IReadOnlyList<string> Shades)
{
    internal static GridColumn Texts(string name, IEnumerable<string> cells) =>
        new(name, [.. cells], false, []);
}
