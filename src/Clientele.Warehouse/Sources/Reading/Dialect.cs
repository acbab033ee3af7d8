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
        var times = Columns(mapping, type => type == Fields.Time);
        var numbers = Columns(mapping, IsNumber);
        return new Dialect(
            times.Count == 0 ? null : TimeFormat.Decide(database, table, times[0], options.DateFormat),
            NumberFormat.Decide(database, table, numbers, options.DecimalMark)
        );
    }

    /// <summary>True for fields that hold numbers.</summary>
    internal static bool IsNumber(string type) =>
        type is not (Fields.Time or Fields.Text or BesideFields.Flag);

    /// <summary>SQL of a column's cells as values of its field; texts stay as they are.</summary>
    internal string Read(string type, int index)
    {
        var cells = TextTable.Column(index);
        return type switch
        {
            Fields.Text => cells,
            BesideFields.Flag => $"case when lower(tidy({cells})) in ('yes', 'true', '1', 'y') then true "
                + $"when lower(tidy({cells})) in ('no', 'false', '0', 'n') then false end",
            Fields.Time => Time!.Read(cells),
            _ => Number.Read(cells, type),
        };
    }

    static List<int> Columns(Mapping mapping, Func<string, bool> isWanted) =>
        [
            .. mapping
                .Columns.Select((c, i) => (c.Field, Index: i))
                .Where(c => c.Field != null && isWanted(mapping.Into.TypeOf(c.Field)))
                .Select(c => c.Index),
        ];
}
