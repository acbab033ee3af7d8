namespace Clientele.Warehouse;

/// <summary>How the cells of a file become values: one SQL expression a column.</summary>
/// <param name="Time">How times are written; null if no column holds any.</param>
/// <param name="Number">How numbers are written.</param>
sealed record Dialect(TimeFormat? Time, NumberFormat Number)
{
    /// <summary>Decided by evidence, or as the user said.</summary>
    internal static Dialect Decide(
        IDatabase database,
        TextTable table,
        Mapping mapping,
        ImportOptions options
    )
    {
        var times = Columns(mapping, Fields.Time);
        var numbers = (int[])
            [
                .. Columns(mapping, Fields.Quantity),
                .. Columns(mapping, Fields.Price),
                .. Columns(mapping, Fields.Money),
            ];
        return new Dialect(
            times.Count == 0 ? null : TimeFormat.Decide(database, table, times[0], options.DateFormat),
            NumberFormat.Decide(database, table, numbers, options.DecimalMark)
        );
    }

    /// <summary>SQL of a column's cells as values of its field; texts stay as they are.</summary>
    internal string Read(MappedColumn column, int index)
    {
        var cells = TextTable.Column(index);
        var type = column.Field == null ? Fields.Text : Fields.Named(column.Field).SqlType;
        return type switch
        {
            Fields.Text => cells,
            Fields.Time => Time!.Read(cells),
            _ => Number.Read(cells, type),
        };
    }

    static List<int> Columns(Mapping mapping, string type) =>
        [
            .. mapping
                .Columns.Select((c, i) => (c.Field, Index: i))
                .Where(c => c.Field != null && Fields.Named(c.Field).SqlType == type)
                .Select(c => c.Index),
        ];
}
