namespace Clientele.Warehouse;

/// <summary>Counts what is new, changed, the same and gone beside the lines of the shop that is published.</summary>
/// <remarks>
/// Equal rows are found by their hashes, in one pass over both shops; only what differs is looked at as lines. A line is known by
/// its order, its time and its product, as in <see cref="Overlaps"/>; of those that share all three, equal ones belong together,
/// so that the order of rows does not matter. Nothing of the shop is changed, and a shop that cannot be read fails no run.
/// The earlier shop has other codes for its texts: they are made ours, so that numbers are compared and not texts.
/// </remarks>
static class SinceEarlier
{
    /// <summary>The file of the group that stands for the earlier shop.</summary>
    const int Was = -1;

    static readonly Sql Common = new(
        "fields of both shops",
        """
        select column_name as name
        from duckdb_columns()
        where schema_name = 'raw' and table_name = 'coded_lines' and database_name in (current_database(), 'earlier')
        group by column_name
        having count(*) = 2 and min(data_type) = max(data_type)
        order by column_name
        """
    );

    static readonly Sql Codes = new(
        "codes of the earlier shop",
        "create or replace temp table earlier_codes as select code as was, text_code(text) as code from earlier.raw.texts"
    );

    /// <summary>Says of each table of lines how it differs from the earlier shop.</summary>
    /// <returns>The same summaries, and what became of the earlier lines; null if there is no earlier shop, or no line now.</returns>
    internal static (IReadOnlyList<LoadSummary> Loads, Comparison? Comparison) Compare(
        IDatabase database,
        IReadOnlyList<LoadSummary> loads,
        EarlierShop? earlier,
        string zone
    )
    {
        var tables = Overlaps.TablesOfLines(loads);
        if (earlier == null || tables.Count == 0)
        {
            return (loads, null);
        }

        if (earlier.Manifest?.TimeZone != zone)
        {
            return (
                loads,
                Unlike(
                    earlier,
                    earlier.Manifest is { } manifest
                        ? $"its times were read by another clock, {manifest.TimeZone}"
                        : "its manifest cannot be read"
                )
            );
        }

        try
        {
            database.Execute(
                new("earlier shop", $"attach {SqlText.Literal(earlier.Database)} as earlier (read_only)")
            );
            try
            {
                return Compare(database, loads, tables, earlier);
            }
            finally
            {
                database.Execute(new("earlier shop", "detach earlier"));
            }
        }
        catch (WarehouseException)
        {
            return (loads, Unlike(earlier, "its database cannot be read"));
        }
    }

    static Comparison Unlike(EarlierShop earlier, string why) => new(earlier.RunId, null, why);

    static (IReadOnlyList<LoadSummary>, Comparison) Compare(
        IDatabase database,
        IReadOnlyList<LoadSummary> loads,
        List<LoadSummary> tables,
        EarlierShop earlier
    )
    {
        var fields = database.Read(Common).Texts("name").Intersect(Fields.Names).ToList();
        if (!fields.Contains("order_id") || !fields.Contains("ordered_at"))
        {
            return (loads, Unlike(earlier, "its lines are of another version of Clientele"));
        }

        database.Execute(Codes);
        var since = tables.Select(t => new LinesSince(0, 0, t.Kept - (t.Versions?.Replaced ?? 0))).ToList();
        var gone = FindUnlike(database, fields) ? Count(database, tables, fields, since) : 0;
        return (
            [.. loads.Select(l => tables.IndexOf(l) is >= 0 and var t ? l with { Since = since[t] } : l)],
            new(earlier.RunId, gone, null)
        );
    }

    /// <summary>Fills unlike_rows with the hashes of rows that one shop has more often than the other; false if there are none.</summary>
    static bool FindUnlike(IDatabase database, List<string> fields)
    {
        var row = RowHash(fields);
        database.Execute(
            new(
                "rows that differ",
                $"""
                create or replace temp table unlike_rows as
                select row_hash
                from (
                  select {row} as row_hash, 1 as more from {Lines(database)}
                  union all
                  select {row}, -1 from {EarlierLines(database, fields)}
                )
                group by row_hash
                having sum(more) <> 0
                """
            )
        );
        return database
                .Read(new("rows that differ", "select count(*) as n from temp.unlike_rows"))
                .Number("n") > 0;
    }

    static string RowHash(IEnumerable<string> fields) =>
        $"hash({string.Join(", ", fields.Select(SqlText.Name))})";

    /// <summary>The lines that count, those without a later version.</summary>
    static string Lines(IDatabase database) =>
        $"(select rowid, * from raw.coded_lines{(IsMarked(database, earlier: false) ? " where replaced_by is null" : "")})";

    /// <summary>The same of the earlier shop, in our codes.</summary>
    static string EarlierLines(IDatabase database, List<string> fields)
    {
        var coded = fields.Where(Target.Lines.IsCoded).ToList();
        var columns = fields.Select(f => coded.Contains(f) ? $"c{coded.IndexOf(f)}.code as {f}" : $"l.{f}");
        var joins = coded.Select((f, i) => $" left join temp.earlier_codes as c{i} on c{i}.was = l.{f}");
        return $"(select {string.Join(", ", columns)} from earlier.raw.coded_lines as l{string.Concat(joins)}"
            + $"{(IsMarked(database, earlier: true) ? " where l.replaced_by is null" : "")})";
    }

    static bool IsMarked(IDatabase database, bool earlier) =>
        database
            .Read(
                new(
                    "replaced lines",
                    """
                    select count(*) as n from duckdb_columns()
                    where database_name = if($earlier, 'earlier', current_database()) and schema_name = 'raw'
                      and table_name = 'coded_lines' and column_name = 'replaced_by'
                    """
                ),
                ("earlier", earlier)
            )
            .Number("n") > 0;

    /// <summary>Counts new and changed lines into each table.</summary>
    /// <returns>Lines of the earlier shop that are gone.</returns>
    static long Count(
        IDatabase database,
        List<LoadSummary> tables,
        List<string> fields,
        List<LinesSince> since
    )
    {
        FindGroups(database, Overlaps.FileOf(database, tables), fields);
        var found = database.Read(Groups);
        var gone = 0L;
        for (var r = 0; r < found.Rows; r++)
        {
            var file = (int)found.Numbers("file")[r];
            if (file == Was)
            {
                gone = (long)found.Numbers("gone")[r];
                continue;
            }

            var (added, changed) = ((long)found.Numbers("added")[r], (long)found.Numbers("changed")[r]);
            since[file] = new(added, changed, since[file].Same - added - changed);
        }

        return gone;
    }

    /// <summary>Fills unlike_lines: how often each version of a line stands in each file, and in the earlier shop.</summary>
    static void FindGroups(IDatabase database, string file, List<string> fields)
    {
        var product = Overlaps.ProductOf(fields);
        var line = $"hash({Overlaps.Value("order_id", "")}, ordered_at, {product})";
        var version = $"hash({string.Join(", ", fields.Select(f => Overlaps.Value(f, "")))})";
        var differs = $"{RowHash(fields)} in (from temp.unlike_rows)";
        database.Execute(
            new(
                "lines that differ",
                $"""
                create or replace temp table unlike_lines as
                select file, line, version, sum(now)::bigint as now, sum(was)::bigint as was
                from (
                  select {file} as file, {line} as line, {version} as version, 1 as now, 0 as was
                  from {Lines(database)} where {differs}
                  union all
                  select {Was}, {line}, {version}, 0, 1
                  from {EarlierLines(database, fields)} where {differs}
                )
                group by all
                """
            )
        );
    }

    /// <summary>First what is equal meets, then what is left of each line; earlier files first.</summary>
    static readonly Sql Groups = new(
        "counts of lines that differ",
        """
        with placed as (
          select *, sum(was) over v as all_was, sum(now) over v as all_now, sum(now) over (v order by file) - now as before
          from temp.unlike_lines
          window v as (partition by line, version)
        ),
        left_over as (
          select line, file,
            sum(now - greatest(0, least(now, all_was - before))) as now,
            sum(greatest(0, was - all_now)) as was
          from placed
          group by line, file
        ),
        lines as (
          select *, sum(was) over l as all_was, sum(now) over l as all_now, sum(now) over (l order by file) - now as before
          from left_over
          window l as (partition by line)
        )
        select file,
          sum(now - greatest(0, least(now, all_was - before)))::bigint as added,
          sum(greatest(0, least(now, all_was - before)))::bigint as changed,
          sum(greatest(0, was - all_now))::bigint as gone
        from lines
        group by file
        order by file
        """
    );
}
