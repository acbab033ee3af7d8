namespace Clientele.Warehouse;

/// <summary>Bad rows: moved out of the way with file, line, column and a reason in words.</summary>
static class Rejects
{
    const string NoNumber = "' is no number";

    static readonly Sql FromReader = new(
        "rows that the CSV reader refused",
        """
        select
          line::bigint as line,
          column_idx::bigint as column_index,
          error_type::varchar as kind,
          csv_line as text,
          coalesce(regexp_extract(error_message, 'Could not convert string "(.*)" to', 1), '') as cell
        from reject_errors
        qualify row_number() over (partition by line order by column_idx, error_message) = 1
        order by line
        """
    );

    /// <summary>Moves the bad rows of a file that was just loaded to raw.rejects.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="reading">The file.</param>
    /// <param name="before">Rows of raw.lines before it: its own begin there.</param>
    /// <returns>How many rows were bad.</returns>
    internal static long Take(IDatabase database, CsvReading reading, long before)
    {
        var refused = database.Read(FromReader);
        var lines = refused.Numbers("line").Select(l => (long)l).Order().ToArray();
        var rows = new List<Reject>();
        for (var r = 0; r < refused.Rows; r++)
        {
            rows.Add(FromRow(reading, refused, r));
        }

        foreach (var (field, condition, reason) in Meaningless(reading))
        {
            var header = reading.Mapping.Columns.First(c => c.Field == field).Header;
            var found = TakeWhere(database, condition, before)
                .Select(row => LineOf(row, before, lines))
                .ToList();
            rows.AddRange(found.Select(line => new Reject(line, header, reason, "")));
        }

        Save(database, reading, rows);
        database.Execute(new("reject_errors", "drop table if exists reject_errors"));
        database.Execute(new("reject_scans", "drop table if exists reject_scans"));
        return rows.Count;
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
        var reason = first["reason"].ToText(0)!;
        var advice = reason.EndsWith(NoNumber, StringComparison.Ordinal)
            ? Advice.Number(reason[1..^NoNumber.Length])
            : "";
        var and = advice.Length == 0 ? "" : $"; it{advice}";
        return $"line {first["line"].ToText(0)}, column {first["column_name"].ToText(0)}: {reason}{and}";
    }

    static Reject FromRow(CsvReading reading, Table refused, int row)
    {
        var index = (int)refused.Numbers("column_index")[row] - 1;
        var column =
            index >= 0 && index < reading.Mapping.Columns.Count ? reading.Mapping.Columns[index] : null;
        var cell = refused["cell"].ToText(row)!;
        var reason = refused["kind"].ToText(row) switch
        {
            "CAST" when cell.Trim().Length == 0 => "is empty",
            "CAST" when column?.Field == "ordered_at" => $"'{cell}' is no time",
            "CAST" => $"'{cell}{NoNumber}",
            "MISSING COLUMNS" => "the row ends before this column",
            "TOO MANY COLUMNS" => "the row has more columns than the header",
            "UNQUOTED VALUE" => "a quote is not closed",
            "INVALID ENCODING" => "is not UTF-8",
            var kind => kind ?? "cannot be read",
        };
        var text = refused["text"].ToText(row) ?? "";
        return new Reject((long)refused.Numbers("line")[row], column?.Header ?? "", reason, text);
    }

    /// <summary>Good rows that mean nothing: the CSV reader lets them pass.</summary>
    /// <returns>Their places in raw.lines, ascending.</returns>
    static List<long> TakeWhere(IDatabase database, string condition, long before)
    {
        var found = database.Read(
            new(
                "rows that mean nothing",
                $"select rowid as row from raw.lines where rowid >= $before and {condition} order by rowid"
            ),
            ("before", before)
        );
        if (found.Rows > 0)
        {
            database.Execute(
                new(
                    "rows that mean nothing",
                    $"delete from raw.lines where rowid >= $before and {condition}"
                ),
                ("before", before)
            );
        }

        return [.. found.Numbers("row").Select(r => (long)r)];
    }

    /// <summary>What a row must not be, by the field that shows it.</summary>
    static IEnumerable<(string Field, string Condition, string Reason)> Meaningless(CsvReading reading)
    {
        // Few ids are below the first mark after the blank: only those are looked at closely.
        yield return (
            "order_id",
            "coalesce(order_id, '') < '!' and trim(coalesce(order_id, '')) = ''",
            "is empty"
        );
        yield return (
            "ordered_at",
            "(ordered_at < timestamp '1900-01-01' or ordered_at >= timestamp '2200-01-01')",
            "is no day of a shop: before 1900 or after 2199"
        );
        // Amounts are kept in 64 bits: below a trillion, with four digits after the point.
        if (reading.Mapping.Has("unit_price") && reading.Mapping.Has("quantity"))
        {
            yield return (
                "unit_price",
                "abs(quantity::double * unit_price::double) > 1e11",
                "quantity times price is more than 100 billion"
            );
        }
    }

    /// <summary>Line of a good row: the header is line 1, and refused lines, given ascending, lie between.</summary>
    static long LineOf(long row, long before, long[] refused)
    {
        var line = row - before + 2;
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

    static void Save(IDatabase database, CsvReading reading, List<Reject> rows)
    {
        if (rows.Count > 0)
        {
            var file = Path.GetFileName(reading.Path);
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

    sealed record Reject(long Line, string Column, string Reason, string Text);
}
