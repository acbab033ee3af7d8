namespace Clientele.Warehouse;

/// <summary>Rows of a table, column by column.</summary>
public sealed class Table
{
    /// <summary>Puts equally long columns side by side.</summary>
    /// <exception cref="ArgumentException">The columns differ in length, or two share a name.</exception>
    public Table(string name, IReadOnlyList<Column> columns)
    {
        if (columns.Count == 0 || columns.Any(c => c.Count != columns[0].Count))
        {
            var lengths = string.Join(", ", columns.Select(c => $"{c.Name} {c.Count}"));
            throw new ArgumentException(
                $"{name} needs equally long columns, not {lengths}.",
                nameof(columns)
            );
        }

        if (columns.DistinctBy(c => c.Name).Count() != columns.Count)
        {
            throw new ArgumentException($"{name} has two columns of one name.", nameof(columns));
        }

        (Name, Columns) = (name, columns);
    }

    /// <summary>The table's name, without its schema.</summary>
    public string Name { get; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => Columns[0].Count;

    /// <summary>The column of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Column this[string column] =>
        Columns.FirstOrDefault(c => c.Name == column)
        ?? throw new ArgumentException($"{Name} has no column {column}.", nameof(column));

    /// <summary>A column's values as numbers; NaN where there is none. Dates are days, times are seconds since 1970.</summary>
    /// <exception cref="InvalidOperationException">The column holds text.</exception>
    public double[] Numbers(string column) => this[column].ToNumbers();

    /// <summary>A column's values as texts; empty where there is none.</summary>
    public string[] Texts(string column)
    {
        var values = this[column];
        return [.. Enumerable.Range(0, Rows).Select(row => values.ToText(row) ?? "")];
    }

    /// <summary>The single value of a table of one row, as a number.</summary>
    public double Number(string column) => Numbers(column)[0];
}
