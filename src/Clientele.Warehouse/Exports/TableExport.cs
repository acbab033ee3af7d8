namespace Clientele.Warehouse;

/// <summary>Takes a table out of a published shop.</summary>
public static class TableExport
{
    /// <summary>Rows that are in memory at a time.</summary>
    const int PageRows = 100_000;

    static readonly string[] CoreTables = ["customers", "orders", "order_lines", "returns", "products"];
    static readonly string[] Formats = ["csv", "parquet", "json", "xlsx"];

    /// <summary>Writes a result table, or a core table before a day.</summary>
    /// <param name="database">The published shop.</param>
    /// <param name="table">A table of results, or one of core.</param>
    /// <param name="file">Ends in .csv, .parquet, .json or .xlsx; replaced only when all is written.</param>
    /// <param name="before">Only what happened before this day; null for everything. Core tables only.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="ConfigurationException">No such table or format, or the table has no days.</exception>
    public static long Write(IDatabase database, string table, string file, DateOnly? before)
    {
        var format =
            FormatOf(file)
            ?? throw new ConfigurationException($"'{file}' must end in .csv, .parquet, .json or .xlsx.");
        database.Execute(
            new(table, $"create temp table export as {QueryFor(database, table, before).Text}"),
            Before(database, table, before)
        );
        var rows = (long)database.Read(new("export", "select count(*) as n from temp.export")).Number("n");
        var partial = $"{file}.partial";
        try
        {
            WriteAs(format, database, rows, partial);
            File.Move(partial, file, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }

        return rows;
    }

    /// <summary>The format that a file's name asks for, null for none that we write.</summary>
    public static string? FormatOf(string file) =>
        Path.GetExtension(file).TrimStart('.').ToLowerInvariant() is var format && Formats.Contains(format)
            ? format
            : null;

    /// <summary>Tables that every shop has.</summary>
    public static IReadOnlyList<string> Always { get; } = [.. CoreTables, "ledger", "rejects"];

    /// <summary>Names of all tables that can be exported.</summary>
    public static IReadOnlyList<string> Names(IDatabase database) =>
        [.. Results(database).Union(Always).Order(StringComparer.Ordinal)];

    static string[] Results(IDatabase database) =>
        database
            .Read(
                new(
                    "results",
                    "select table_name from duckdb_tables() where schema_name = 'results' order by table_name"
                )
            )
            .Texts("table_name");

    static bool IsResult(IDatabase database, string table, DateOnly? before) =>
        Results(database).Contains(table) && !(before.HasValue && CoreTables.Contains(table));

    static Sql QueryFor(IDatabase database, string table, DateOnly? before)
    {
        if (before == null && table is ("rejects" or "ledger"))
        {
            return table == "ledger"
                ? new Sql(table, "from core.ledger order by rowid")
                : new Sql(table, "from raw.rejects order by file, line, column_name");
        }

        if (IsResult(database, table, before))
        {
            return before == null
                ? new Sql(table, $"from {SqlText.TableName("results", table)} order by rowid")
                : throw new ConfigurationException(
                    $"{table} is a result as of its run; --before goes with {string.Join(", ", CoreTables)}."
                );
        }

        return CoreTables.Contains(table)
            ? Sql.File($"export_{table}", typeof(TableExport).Assembly)
            : throw new ConfigurationException(
                $"There is no table '{table}'; there are {string.Join(", ", Names(database))}."
            );
    }

    static Parameter[] Before(IDatabase database, string table, DateOnly? before) =>
        table is "rejects" or "ledger" || IsResult(database, table, before)
            ? []
            : [("before", before ?? DateOnly.MaxValue)];

    static void WriteAs(string format, IDatabase database, long rows, string file)
    {
        switch (format)
        {
            case "parquet":
                database.Execute(SqlText.CopyExport(file, "format parquet"));
                break;
            case "json":
                database.Execute(SqlText.CopyExport(file, "format json, array true"));
                break;
            case "csv":
                using (var output = File.Create(file))
                {
                    foreach (var (page, first) in Pages(database, rows))
                    {
                        CsvText.Write(page, output, withHeader: first);
                    }
                }

                break;
            default:
                Xlsx.Write(Pages(database, rows).Select(p => p.Page), rows, file);
                break;
        }
    }

    static IEnumerable<(Table Page, bool First)> Pages(IDatabase database, long rows)
    {
        for (var from = 0L; from == 0 || from < rows; from += PageRows)
        {
            var page = database.Read(
                new("export", "from temp.export where rowid >= $from and rowid < $upto order by rowid"),
                ("from", from),
                ("upto", from + PageRows)
            );
            yield return (page, from == 0);
        }
    }
}
