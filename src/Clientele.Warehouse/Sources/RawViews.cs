namespace Clientele.Warehouse;

/// <summary>How lines are looked at once all files are read.</summary>
/// <remarks>
/// raw.coded_lines holds what the files fill, times in UTC, texts as codes of raw.texts. Over it lie three views:
/// raw.lines, the same with its texts; raw.coded, every field (empty where no file fills it), times by the shop's clock,
/// without lines that a later file has again; raw.fields, the same with its texts. All of them have line, the line's place.
/// </remarks>
static class RawViews
{
    const string Replaced = "replaced_by";

    /// <summary>Keeps the texts of all codes, and makes the views.</summary>
    /// <param name="database">A shop whose files are all read.</param>
    /// <param name="zone">The shop's time zone.</param>
    /// <param name="someReplaced">A later file has lines again: coded_lines says which.</param>
    /// <param name="isDiscounted">A file says discounts of orders: coded_lines gets a column for each line's part.</param>
    internal static void Create(IDatabase database, string zone, bool someReplaced, bool isDiscounted)
    {
        database.Execute(
            new(
                "raw.texts",
                "insert into raw.texts select code::integer, text_of(code::integer) from range(text_count()) as codes (code)"
            )
        );
        if (zone != TimeZones.Utc)
        {
            // Converted once: every column of the profile asks for the time again.
            database.Execute(
                new("shop's clock", "alter table raw.coded_lines add column local_at timestamp")
            );
            database.Execute(
                new("shop's clock", "update raw.coded_lines set local_at = to_shop(ordered_at)")
            );
        }

        foreach (var beside in (string[])["raw.customers", "raw.products"])
        {
            database.Execute(new(beside, $"alter table {beside} add column if not exists told_at timestamp"));
        }

        if (isDiscounted)
        {
            database.Execute(
                new(
                    OrderDiscounts.Part,
                    $"alter table raw.coded_lines add column {OrderDiscounts.Part} {Fields.Money}"
                )
            );
        }

        var held = Held(database);
        var parts = isDiscounted ? (string[])[OrderDiscounts.Part] : [];
        var also = someReplaced ? [Replaced, .. parts] : parts;
        database.Execute(View("coded", Coded(held, zone, someReplaced, isDiscounted)));
        database.Execute(View("lines", Texts("coded_lines", held, ["lines.rowid as line"], also)));
        var all = held.Concat(Fields.All.Where(f => held.All(h => h.Name != f.Name)).Select(HeldColumn.Of));
        database.Execute(
            View("fields", Texts("coded", [.. all], ["line"], [OrderDiscounts.Part, "line_hash"]))
        );
    }

    static Sql View(string name, string query) => new($"raw.{name}", $"create view raw.{name} as {query}");

    static string Coded(IReadOnlyList<HeldColumn> held, string zone, bool someReplaced, bool isDiscounted)
    {
        var columns = held.Select(c =>
            c.Name == "ordered_at" && zone != TimeZones.Utc ? "local_at as ordered_at" : SqlText.Name(c.Name)
        );
        var missing = Fields
            .All.Where(f => held.All(h => h.Name != f.Name))
            .Select(f => $"null::{Target.Lines.HeldAs(f.Name)} as {f.Name}")
            .Append(isDiscounted ? OrderDiscounts.Part : $"null::{Fields.Money} as {OrderDiscounts.Part}");
        // Of the time in UTC: an hour of autumn is there twice by the clock.
        var hash =
            $"hash({string.Join(", ", held.Select(c => $"lines.{SqlText.Name(c.Name)}"))}) as line_hash";
        return $"select rowid as line, {string.Join(", ", columns.Concat(missing))}, {hash} from raw.coded_lines as lines"
            + (someReplaced ? $" where {Replaced} is null" : "");
    }

    /// <summary>The columns with the texts of their codes.</summary>
    static string Texts(
        string of,
        IReadOnlyList<HeldColumn> held,
        IReadOnlyList<string> first,
        IReadOnlyList<string> last
    )
    {
        var columns = held.Select(
            (c, i) => c.IsCoded ? $"t{i}.text as {SqlText.Name(c.Name)}" : SqlText.Name(c.Name)
        );
        var joins = held.Select(
            (c, i) =>
                c.IsCoded ? $" left join raw.texts as t{i} on t{i}.code = lines.{SqlText.Name(c.Name)}" : ""
        );
        return $"select {string.Join(", ", [.. first, .. columns, .. last])} from raw.{of} as lines{string.Concat(joins)}";
    }

    /// <summary>order_id and ordered_at are always there, even if a shop has no order.</summary>
    static List<HeldColumn> Held(IDatabase database)
    {
        var found = database.Read(
            new("raw.columns", "select name, field from raw.columns order by position")
        );
        var held = found
            .Texts("name")
            .Zip(found.Texts("field"), (name, field) => new HeldColumn(name, Target.Lines.IsCoded(field)))
            .ToList();
        var always = ((string[])["order_id", "ordered_at"])
            .Where(n => held.All(h => h.Name != n))
            .Select(n => HeldColumn.Of(Fields.Named(n)));
        return [.. always, .. held];
    }

    /// <summary>A column of raw.coded_lines.</summary>
    sealed record HeldColumn(string Name, bool IsCoded)
    {
        internal static HeldColumn Of(Field field) => new(field.Name, Target.Lines.IsCoded(field.Name));
    }
}
