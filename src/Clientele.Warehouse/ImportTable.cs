namespace Clientele.Warehouse;

/// <summary>The table import: what was read, and how it was understood. One row a table that was read.</summary>
public static class ImportTable
{
    static readonly Sql Reasons = new(
        "reasons of rejects",
        """
        select file, trim(column_name || ' ' || split_part(regexp_replace(reason, '^''.*'' is ', 'is ', 's'), ';', 1)) as reason, count(*) as n
        from raw.rejects
        group by all
        order by file, n desc, reason
        """
    );

    /// <summary>Of a shop that was just built.</summary>
    /// <param name="database">The shop: its rejects are counted by reason.</param>
    /// <param name="contents">What its sources gave.</param>
    /// <param name="zone">The shop's time zone.</param>
    public static Table Of(IDatabase database, ShopContents contents, string zone)
    {
        var tables = contents.Sources;
        var last = tables.LastOrDefault(t => t.Since != null);
        var reasons = ReasonsOf(database);
        return new(
            "import",
            [
                Texts("file", t => t.Source),
                Texts("shape", t => t.Shape),
                Texts("encoding", t => t.Written?.Encoding),
                Texts("delimiter", t => t.Written?.Delimiter is { } d ? NameOf(d) : null),
                Texts("date_format", t => t.Written?.DateFormat),
                Texts("decimal_mark", t => t.Written?.DecimalMark.ToString()),
                Texts("time_zone", t => ZoneOf(t.Written?.Clock, zone)),
                Counts("rows", t => t.Read),
                Counts("rejects", t => t.Rejected),
                Counts("removed", t => t.Removed),
                Counts("made", t => t.Into.Length == 0 ? null : t.Kept),
                Texts("reject_reasons", t => reasons.GetValueOrDefault(t.Source)),
                Counts("new_lines", t => t.Versions?.New),
                Counts("changed_lines", t => t.Versions?.Changed),
                Counts("same_lines", t => t.Versions?.Same),
                Texts("compared_with", t => t.Since == null ? null : contents.Comparison?.RunId),
                Counts("new_since", t => t.Since?.New),
                Counts("changed_since", t => t.Since?.Changed),
                Counts("same_since", t => t.Since?.Same),
                Counts("gone_since", t => t == last ? contents.Comparison?.Gone : null),
                Texts("columns_used", t => Used(t.Columns)),
                Texts("columns_left", t => Left(t.Columns)),
                Texts(
                    "notes",
                    t => string.Join("; ", t.Warnings.Concat(t.Notes).Select(n => n.TrimEnd('.')))
                ),
            ]
        );

        TextColumn Texts(string name, Func<LoadSummary, string?> value) =>
            new(name, [.. tables.Select(value)]);
        IntegerColumn Counts(string name, Func<LoadSummary, long?> value) =>
            new(name, [.. tables.Select(value)]);
    }

    /// <summary>By whose clock the times of the first thousand rows were read: the zone of the shop, or their own offsets.</summary>
    static string? ZoneOf(Clock? clock, string zone) =>
        clock switch
        {
            null => null,
            Clock.Shop => zone,
            Clock.Offset => "offsets",
            _ => $"offsets, else {zone}",
        };

    static string NameOf(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();

    static string Used(IReadOnlyList<MappedColumn> columns) =>
        string.Join(", ", columns.Where(c => c.Field != null).Select(c => $"{c.Field} ← {c.Header}"));

    static string Left(IReadOnlyList<MappedColumn> columns) =>
        string.Join(", ", columns.Where(c => c.Field == null).Select(c => c.Header));

    /// <summary>By file: quantity is no number (2), order_id is empty (1).</summary>
    static Dictionary<string, string> ReasonsOf(IDatabase database)
    {
        var found = database.Read(Reasons);
        return found
            .Texts("file")
            .Zip(found.Texts("reason"), found.Texts("n"))
            .GroupBy(r => r.First)
            .ToDictionary(g => g.Key, g => string.Join(", ", g.Select(r => $"{r.Second} ({r.Third})")));
    }
}
