namespace Clientele.Warehouse;

/// <summary>Reads one table of texts into a table of raw.</summary>
static class TableLoad
{
    /// <exception cref="ImportRefusedException">It has no rows, or too many bad ones.</exception>
    internal static LoadSummary Run(
        IDatabase database,
        TextTable table,
        Mapping mapping,
        ImportOptions options
    )
    {
        var dialect = Dialect.Decide(database, table, mapping, options);
        var reading = new RowReading(table, mapping, dialect);
        var target = SqlText.TableName("raw", mapping.Into.HeldIn);
        var columns = RawTables.ColumnsFor(database, mapping);
        var before = RawTables.Count(database, mapping.Into);
        var first = before == 0 ? 0 : RawTables.NextRow(database, mapping.Into);
        var currencies = new Currencies(database, reading, first);
        database.Execute(new(target, $"alter table {target} add column if not exists fault integer"));
        database.Execute(Insert(target, columns, reading));
        var ids = mapping.Into.IsLines ? new DoubtfulIds(database, first) : null;
        reading = ids?.Reject(reading) ?? reading;
        var rejected = Rejects.Take(database, reading, before);
        database.Execute(new(target, $"alter table {target} drop column fault"));
        var read = RawTables.Count(database, mapping.Into) - before + rejected;
        var isFile = mapping.Into.IsLines && table.Origin == null;
        var load = new LoadSummary(table.Name, mapping.Shape, read, rejected, mapping.Columns)
        {
            Into = mapping.Into.Table,
            Filled = [.. mapping.Columns.Select(c => c.Field).OfType<string>()],
            First = before,
            Written = WrittenOf(table.Form, dialect),
            Notes =
            [
                .. ids?.Notes(mapping) ?? [],
                .. isFile ? BesideLines.Take(database, mapping, dialect, first) : [],
            ],
            Doubts = [.. ids?.Warnings(mapping) ?? []],
        };
        load = load with { Currencies = currencies.Find() };
        Prove(database, reading, options, load);
        currencies.MustBeOne(load);
        return load with { Odd = new OddDaySearch(database, reading, before, options.Today).Find() };
    }

    /// <summary>Looks whether all rows bear out how the file was read.</summary>
    /// <exception cref="ImportRefusedException">They do not; it has seen how the file was read.</exception>
    static void Prove(IDatabase database, RowReading reading, ImportOptions options, LoadSummary load)
    {
        try
        {
            if (load.Rejected > 0)
            {
                var areMany = load.Rejected > RowCheck.MostRejected * load.Read;
                new Contradictions(database, reading, options).Refuse(areMany);
            }

            new RowCheck(database, reading.Table, options).Run(
                reading.Mapping.Into,
                load.Read,
                load.Rejected
            );
        }
        catch (ImportRefusedException refused)
        {
            refused.Seen = load;
            throw;
        }
    }

    static WrittenAs WrittenOf(TextForm form, Dialect dialect) =>
        new(
            form.Format,
            form.Encoding,
            form.Delimiter,
            dialect.Time?.Name,
            dialect.Number.DecimalMark,
            dialect.Time?.Clock
        );

    static Sql Insert(string target, IReadOnlyList<(string Name, int Place)> columns, RowReading reading)
    {
        var names = columns.Select(c => SqlText.Name(c.Name));
        var values = columns.Select(c =>
            reading.Mapping.Into.IsCoded(reading.Mapping.Columns[c.Place].Field)
                ? $"text_code({RowReading.Value(c.Place)})"
                : RowReading.Value(c.Place)
        );
        return new(
            $"loading {reading.Table.Name}",
            $"insert into {target} ({string.Join(", ", names)}, fault) "
                + $"select {string.Join(", ", values)}, fault from {reading.Values(reading.Table.Relation)}"
        );
    }
}
