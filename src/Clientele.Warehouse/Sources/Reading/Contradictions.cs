namespace Clientele.Warehouse;

/// <summary>What the bad rows of a file say against the way of writing that its first rows showed.</summary>
/// <remarks>Only what is not said by the user is looked at, and only in a file that has bad rows.</remarks>
/// <param name="database">The shop; raw.rejects has the bad rows.</param>
/// <param name="reading">The file, and how it was read.</param>
/// <param name="options">What the user says of it.</param>
sealed class Contradictions(IDatabase database, RowReading reading, ImportOptions options)
{
    /// <param name="areMany">There are so many bad rows that the file is refused anyway.</param>
    /// <exception cref="ImportRefusedException">Some cells can only be read in another way.</exception>
    internal void Refuse(bool areMany)
    {
        var columns = reading
            .Mapping.Columns.Select((c, i) => (c.Field, Index: i))
            .Where(c => c.Field != null)
            .ToList();
        if (reading.Dialect.Time is { } time && options.DateFormat == null)
        {
            foreach (var (_, index) in columns.Where(c => TypeOf(c.Field!) == Fields.Time))
            {
                time.Contradicted(database, reading.Table, index, Cells(index, "time"), areMany);
            }
        }

        if (options.DecimalMark == null)
        {
            var numbers = columns
                .Where(c => Dialect.IsNumber(TypeOf(c.Field!)))
                .Select(c => c.Index)
                .ToList();
            if (numbers.Any(n => reading.Dialect.Number.IsContradicted(database, Cells(n, "number"))))
            {
                reading.Dialect.Number.Confirm(database, reading.Table, numbers);
            }
        }
    }

    string TypeOf(string field) => reading.Mapping.Into.TypeOf(field);

    /// <summary>SQL of the cells c1 of a column that were not read, and their lines.</summary>
    string Cells(int column, string kind) =>
        $"(select regexp_extract(reason, '^''(.*)'' is no {kind}', 1, 's') as c1, line from raw.rejects "
        + $"where file = {SqlText.Literal(reading.Table.Name)} and column_name = {SqlText.Literal(reading.Table.Headers[column])} "
        + $"and contains(reason, ' is no {kind}'))";
}
