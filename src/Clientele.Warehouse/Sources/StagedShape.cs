using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>A shape whose tables are first held as texts, and then rewritten by queries of its own.</summary>
/// <param name="database">The shop.</param>
/// <param name="part">The shape, and which table is what in it.</param>
/// <param name="options">What the user says of the files.</param>
sealed class StagedShape(IDatabase database, StagedPart part, ImportOptions options)
{
    /// <summary>Rows of each table, and the lines that the reader refused.</summary>
    readonly List<(long Rows, long[] Refused)> _staged = [];

    /// <returns>One a table of the part, in its order.</returns>
    internal IReadOnlyList<LoadSummary> Load()
    {
        CreateMacros();
        foreach (var role in part.Shape.Tables)
        {
            database.Execute(Create(role));
        }

        for (var t = 0; t < part.Tables.Count; t++)
        {
            _staged.Add(Stage(t));
        }

        var (loads, used) = (new LoadSummary?[part.Tables.Count], new UsedRows(database));
        foreach (var rewriting in part.Shape.Rewritings)
        {
            Rewrite(rewriting, loads, used);
        }

        var passed = PassedOver();

        foreach (var role in part.Shape.Tables)
        {
            database.Execute(new("staged tables", $"drop table {NameOf(role)}"));
        }

        return [.. loads.Select((load, t) => load is { } made ? Whole(made, t, used, passed[t]) : Read(t))];
    }

    /// <summary>What the shape's queries say of rows that are passed over, by table.</summary>
    ILookup<int, string> PassedOver() =>
        part
            .Shape.PassedOver.SelectMany(p =>
            {
                var found = database.Read(Sql.File(p.Query, typeof(StagedShape).Assembly));
                return found
                    .Numbers("file")
                    .Zip(
                        found.Numbers("n"),
                        (file, n) =>
                            (Table: (int)file, Told: $"{Counted.Of((long)n, "row")} of it {p.Sentence}")
                    );
            })
            .ToLookup(p => p.Table, p => p.Told);

    /// <summary>With the rows that made none, so that all rows of the file are accounted for.</summary>
    LoadSummary Whole(LoadSummary load, int t, UsedRows used, IEnumerable<string> passed)
    {
        var removed = used.Unused(t, _staged[t].Rows);
        var told =
            $"{Counted.Of(removed, "row")} of it {(removed == 1 ? "makes" : "make")} none of the shop's: {part.Tables[t].Role.Unused}";
        return load with
        {
            Removed = removed,
            Notes = [.. load.Notes, .. passed, .. removed > 0 ? [told] : (string[])[]],
        };
    }

    string FirstDay => options.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What the queries of shapes ask of texts: nothing instead of blanks, no apostrophe before, no signs of HTML.</summary>
    void CreateMacros()
    {
        database.Execute(new("filled", "create or replace temp macro filled(t) as tidy(t)"));
        database.Execute(
            new(
                "unmarked",
                $"create or replace temp macro unmarked(t) as tidy(ltrim(t, {Blanks.All} || ''''))"
            )
        );
        database.Execute(
            new("first_day", $"create or replace temp macro first_day() as {SqlText.Literal(FirstDay)}::date")
        );
        // Amounts that a query has to add up: with a comma too, as spreadsheets may write them.
        database.Execute(
            new(
                "money",
                """
                create or replace temp macro money(t) as case
                  when regexp_full_match(tidy(t), '-?\d+,\d{1,2}') then try_cast(replace(tidy(t), ',', '.') as decimal(18, 4))
                  else try_cast(tidy(t) as decimal(18, 4))
                end
                """
            )
        );
        database.Execute(
            new(
                "unescaped",
                """
                create or replace temp macro unescaped(t) as
                  replace(replace(replace(replace(replace(replace(replace(t, '&#039;', chr(39)), '&#39;', chr(39)),
                    '&quot;', '"'), '&lt;', '<'), '&gt;', '>'), '&nbsp;', ' '), '&amp;', '&')
                """
            )
        );
    }

    static string NameOf(ShapeTable role) => $"temp.{SqlText.Name($"staged_{role.Role}")}";

    /// <summary>A role that no file plays is an empty table, so that queries need not ask.</summary>
    static Sql Create(ShapeTable role)
    {
        var columns = HeadersOf(role).Select(h => $", {SqlText.Name(SqlText.Snake(h))} varchar");
        return new(
            "staged tables",
            $"create or replace temp table {SqlText.Name($"staged_{role.Role}")} (file integer, line bigint{string.Concat(columns)})"
        );
    }

    static IEnumerable<string> HeadersOf(ShapeTable role) => role.Signature.Concat(role.More);

    (long Rows, long[] Refused) Stage(int t)
    {
        var (role, table) = part.Tables[t];
        var cells = HeadersOf(role)
            .Select(h => table.Headers.ToList().FindIndex(c => Same(c, h)))
            .Select(c => c < 0 ? "null" : TextTable.Column(c));
        var rows = database.Execute(
            new(
                $"staging {table.Name}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"insert into {NameOf(role)} select {t}, row_number() over (), {string.Join(", ", cells)} from {table.Relation}"
                )
            )
        );
        var refused = Rejects.TakeOfReader(database, table);
        new RowCheck(database, table, options).Run(Target.Lines, rows + refused.Length, refused.Length);
        return (rows, refused);
    }

    /// <summary>Makes the rows of one target, file by file: each file has its own way of writing times and numbers.</summary>
    void Rewrite(Rewriting rewriting, LoadSummary?[] loads, UsedRows used)
    {
        var query = Sql.File(rewriting.Query, typeof(StagedShape).Assembly);
        database.Execute(
            query with
            {
                Text = $"create or replace temp table rewritten as from ({query.Text}) order by file, line",
            }
        );
        for (var t = 0; t < part.Tables.Count; t++)
        {
            var (role, table) = part.Tables[t];
            if (role.Role == rewriting.Role)
            {
                var load = Load(rewriting, table, t);
                used.Add(t, _staged[t].Rows, load.Read, rewriting.Unpacks);
                loads[t] = Sum(loads[t], t, load);
            }
        }

        database.Execute(new("rewritten", "drop table temp.rewritten"));
    }

    LoadSummary Load(Rewriting rewriting, TextTable table, int t)
    {
        var columns = rewriting.Columns.Select(
            (c, i) => $"{SqlText.Name(c.Column)} as {TextTable.Column(i)}"
        );
        var rows = string.Create(
            CultureInfo.InvariantCulture,
            $"(select line, {string.Join(", ", columns)} from temp.rewritten where file = {t})"
        );
        var made = new TextTable(
            table.Name,
            [.. rewriting.Columns.Select(c => c.Header)],
            rows,
            $"(from {rows} limit 1000)",
            table.Form
        )
        {
            Origin = new TableOrigin(table, _staged[t].Refused),
        };
        var mapping = new Mapping(
            part.Shape.Name,
            rewriting.Into,
            [.. rewriting.Columns.Select(c => new MappedColumn(c.Header, rewriting.FieldOf(c.Column)))]
        );
        return TableLoad.Run(database, made, mapping, options);
    }

    /// <summary>What a file gave: the rows of its first target, those that the reader refused, and its own columns.</summary>
    LoadSummary Sum(LoadSummary? before, int t, LoadSummary load)
    {
        var refused = _staged[t].Refused.Length;
        var fields = load
            .Columns.Concat(before?.Columns ?? [])
            .Where(c => c.Field != null)
            .DistinctBy(c => c.Header, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(c => c.Header, c => c.Field, StringComparer.OrdinalIgnoreCase);
        var columns = part.Tables[t]
            .Table.Headers.Select(h => new MappedColumn(
                h,
                fields.GetValueOrDefault(h) ?? part.Tables[t].Role.FieldOf(h)
            ));
        return before is { } first
            ? first with
            {
                Columns = [.. columns],
                Odd = [.. first.Odd, .. load.Odd],
                Doubts = [.. first.Doubts, .. load.Doubts],
                Currencies = [.. first.Currencies, .. load.Currencies],
            }
            : load with
            {
                Read = _staged[t].Rows + refused,
                Made = load.Kept,
                Rejected = load.Rejected + refused,
                Columns = [.. columns],
                Notes =
                [
                    .. load.Into is "lines" or "measures" ? part.Shape.Lost.Select(Dated) : [],
                    .. load.Notes,
                ],
            };
    }

    string Dated(string lost) => lost.Replace(Shape.FirstDay, FirstDay, StringComparison.Ordinal);

    /// <summary>A table that only adds to others.</summary>
    LoadSummary Read(int t)
    {
        var ((role, table), (rows, refused)) = (part.Tables[t], _staged[t]);
        return new(
            table.Name,
            part.Shape.Name,
            rows + refused.Length,
            refused.Length,
            [.. table.Headers.Select(h => new MappedColumn(h, role.FieldOf(h)))]
        )
        {
            Into = "",
            Notes = [$"read as {role.Role} beside the others"],
        };
    }

    static bool Same(string header, string other) => header.Equals(other, StringComparison.OrdinalIgnoreCase);
}
