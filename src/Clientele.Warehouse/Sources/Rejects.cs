using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Bad rows: moved out of the way with file, line, column and a reason in words.</summary>
static class Rejects
{
    static readonly Sql FromReader = new(
        "rows that the CSV reader refused",
        """
        select line::bigint as line, column_idx::bigint as column_index, error_type::varchar as kind, csv_line as text
        from reject_errors
        qualify row_number() over (partition by line order by column_idx, error_message) = 1
        order by line
        """
    );

    /// <summary>Moves the bad rows of a file that was just loaded to raw.rejects.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="reading">The file.</param>
    /// <param name="before">Rows of its table of raw before it: its own begin there.</param>
    /// <returns>How many rows were bad.</returns>
    internal static long Take(IDatabase database, RowReading reading, long before)
    {
        var rows = OfReader(database, reading.Table);
        RejectTables.Drop(database);
        var target = SqlText.TableName("raw", reading.Mapping.Into.HeldIn);
        var faulty = database.Read(
            new(
                "faulty rows",
                $"select count(*) as n from {target} where rowid >= $before and fault is not null"
            ),
            ("before", before)
        );
        if (faulty.Number("n") > 0)
        {
            rows.AddRange(OfValues(database, reading));
            RejectTables.Drop(database);
            database.Execute(
                new("faulty rows", $"delete from {target} where rowid >= $before and fault is not null"),
                ("before", before)
            );
        }

        Save(database, reading.Table.Name, rows);
        return rows.Count;
    }

    /// <summary>Moves the rows that the reader refused; returns their lines, ascending.</summary>
    internal static long[] TakeOfReader(IDatabase database, TextTable table)
    {
        var rows = OfReader(database, table);
        RejectTables.Drop(database);
        Save(database, table.Name, rows);
        return [.. rows.Select(r => r.Line).Order()];
    }

    /// <summary>The first bad row, as words for a message.</summary>
    internal static string First(IDatabase database, string file)
    {
        var first = database.Read(
            new(
                "first reject",
                "select line, column_name, reason from raw.rejects where file = $file order by line limit 1"
            ),
            ("file", file)
        );
        var column = first["column_name"].ToText(0) is { Length: > 0 } name ? $", column {name}" : "";
        return $"line {first["line"].ToText(0)}{column}: {first["reason"].ToText(0)}";
    }

    /// <summary>Rows that are none: DuckDB's reader has set them aside.</summary>
    internal static List<Reject> OfReader(IDatabase database, TextTable table)
    {
        if (!HasTable(database))
        {
            return [];
        }

        var refused = database.Read(FromReader);
        var rows = new List<Reject>();
        var before = table.Form.Format == "csv" ? table.Form.FirstLine - 2 : 0;
        for (var r = 0; r < refused.Rows; r++)
        {
            // DuckDB tells the last column that a row has: the one after it is missing.
            var index =
                (int)refused.Numbers("column_index")[r]
                - (refused["kind"].ToText(r) == "MISSING COLUMNS" ? 0 : 1);
            var header = index >= 0 && index < table.Headers.Count ? table.Headers[index] : "";
            var reason = refused["kind"].ToText(r) switch
            {
                "MISSING COLUMNS" => "the row ends before this column",
                "TOO MANY COLUMNS" => "the row has more columns than the header",
                "UNQUOTED VALUE" => "a quote is not closed",
                "LINE SIZE OVER MAXIMUM" => "the row is longer than 2 MB, more than any order says",
                "INVALID ENCODING" => "is not UTF-8",
                var kind => kind ?? "cannot be read",
            };
            rows.Add(
                new Reject(
                    (long)refused.Numbers("line")[r] + before,
                    header,
                    reason,
                    refused["text"].ToText(r) ?? ""
                )
            );
        }

        return rows;
    }

    static bool HasTable(IDatabase database) =>
        database
            .Read(
                new("reject_errors", "select 1 as n from duckdb_tables() where table_name = 'reject_errors'")
            )
            .Rows > 0;

    /// <summary>Rows of which a cell is no value. The file is read again, for what the cells said.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="reading">The file.</param>
    /// <param name="from">The first fault that is asked for: those before it are passed over.</param>
    /// <param name="most">So many rows are told.</param>
    internal static IEnumerable<Reject> OfValues(
        IDatabase database,
        RowReading reading,
        int from = 0,
        long most = long.MaxValue
    )
    {
        var file = reading.Table.Origin?.Table ?? reading.Table;
        var cells = file.Headers.Select((_, i) => TextTable.Column(i)).ToList();
        var found = database.Read(
            new(
                "cells of faulty rows",
                $"""
                with numbered as ({Numbered(reading, cells)}),
                placed as (
                  select *, coalesce(sum({string.Join(" + ", cells.Select(LineEnds))}) over (
                    order by place rows between unbounded preceding and 1 preceding), 0)::bigint as line_ends
                  from numbered
                )
                select place, line_ends, fault::bigint as fault, cell,
                  concat_ws(',', {string.Join(", ", cells.Select(c => $"coalesce({c}, '')"))}) as text
                from placed{Made(reading)}
                where fault >= $from
                order by place, fault
                limit $most
                """
            ),
            ("from", from),
            ("most", most)
        );
        var refused =
            reading.Table.Origin?.Refused ?? [.. OfReader(database, file).Select(r => r.Line).Order()];
        for (var r = 0; r < found.Rows; r++)
        {
            var fault = reading.Named((int)found.Numbers("fault")[r]);
            var line = LineOf(
                (long)found.Numbers("place")[r] + (long)found.Numbers("line_ends")[r],
                reading.Table.Form.FirstLine,
                refused
            );
            yield return new Reject(
                line,
                reading.Table.Headers[fault.Column],
                fault.Reason(found["cell"].ToText(r) ?? ""),
                found["text"].ToText(r) ?? ""
            );
        }
    }

    /// <summary>SQL of all rows of the file with their places; with their faults too, unless those are of rows made of them.</summary>
    static string Numbered(RowReading reading, IEnumerable<string> cells) =>
        reading.Table.Origin is { } origin
            ? $"select row_number() over () as place, {string.Join(", ", cells)} from {origin.Table.Relation}"
            : $"select row_number() over () as place, fault, {CellOf(reading)} as cell, {string.Join(", ", cells)} "
                + $"from {reading.Values(reading.Table.Relation)}";

    /// <summary>SQL that joins the faults of rows that were made to the rows of which they were made.</summary>
    static string Made(RowReading reading) =>
        reading.Table.Origin == null
            ? ""
            : $" join (select line as place, fault, {CellOf(reading)} as cell from {reading.Values(reading.Table.Relation)} "
                + "where fault is not null) using (place)";

    static string CellOf(RowReading reading) => $"case fault {string.Join(" ", reading.Cells())} end";

    static string LineEnds(string column) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"coalesce(length({column}) - length(replace({column}, chr(10), '')), 0)"
        );

    /// <summary>Line of the row at a place from 1 on: refused lines, given ascending, lie between.</summary>
    static long LineOf(long place, int firstLine, long[] refused)
    {
        var line = place + firstLine - 1;
        foreach (var bad in refused)
        {
            if (bad > line)
            {
                break;
            }

            line++;
        }

        return line;
    }

    static void Save(IDatabase database, string file, List<Reject> rows)
    {
        if (rows.Count > 0)
        {
            database.Append(
                "raw",
                new Table(
                    "rejects",
                    [
                        new TextColumn("file", [.. rows.Select(_ => file)]),
                        new IntegerColumn("line", [.. rows.Select(r => (long?)r.Line)]),
                        new TextColumn("column_name", [.. rows.Select(r => r.Column)]),
                        new TextColumn("reason", [.. rows.Select(r => r.Reason)]),
                        new TextColumn("text", [.. rows.Select(r => r.Text)]),
                    ]
                )
            );
        }
    }
}

/// <summary>A bad row.</summary>
/// <param name="Line">Of the file, from 1 on.</param>
/// <param name="Column">The header of the cell that is to blame; empty for the row itself.</param>
/// <param name="Reason">In words.</param>
/// <param name="Text">The row.</param>
sealed record Reject(long Line, string Column, string Reason, string Text);
