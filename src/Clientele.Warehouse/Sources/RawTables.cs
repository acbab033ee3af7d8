using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>The schema raw: what the sources gave, typed but not judged.</summary>
static class RawTables
{
    /// <summary>Makes the empty tables of a new shop, and the macros that files are read with.</summary>
    internal static void Create(IDatabase database, string zone)
    {
        foreach (var schema in new[] { "raw", "core", "results" })
        {
            database.Execute(new("schemas", $"create schema if not exists {schema}"));
        }

        Blanks.CreateMacros(database);
        Ids.CreateMacros(database);
        NumberFormat.CreateMacros(database);
        TimeZones.CreateMacros(database, zone);
        // Only columns that a file fills are held, texts as codes; raw.lines shows the texts, raw.fields all fields.
        database.Execute(
            new("raw.coded_lines", "create table raw.coded_lines (order_id integer, ordered_at timestamp)")
        );
        database.Execute(new("raw.texts", "create table raw.texts (code integer, text varchar)"));
        database.Execute(
            new(
                "raw.columns",
                "create table raw.columns (position bigint, name varchar, header varchar, field varchar)"
            )
        );
        database.Execute(
            new(
                "raw.rejects",
                "create table raw.rejects (file varchar, line bigint, column_name varchar, reason varchar, text varchar)"
            )
        );
        // What files tell beside the orders: always there, and mostly empty, so that no query has to ask.
        foreach (var beside in (Target[])[Target.Customers, Target.Products, Target.Measures])
        {
            database.Execute(beside.Create());
        }
    }

    /// <summary>True if no order was read, but customers or their totals were: a shop without dates.</summary>
    internal static bool IsUndated(IDatabase database) =>
        database
            .Read(
                new(
                    "an undated shop",
                    """
                    select not exists (from raw.coded_lines)
                      and (exists (from raw.customers) or exists (from raw.measures)) as undated
                    """
                )
            )
            .Number("undated") == 1;

    /// <summary>Rows that a table of raw holds.</summary>
    internal static long Count(IDatabase database, Target target) =>
        (long)
            database
                .Read(
                    new("rows of raw", $"select count(*) as n from {SqlText.TableName("raw", target.HeldIn)}")
                )
                .Number("n");

    /// <summary>The rowid that the next row gets at the least: rows that were taken out leave gaps.</summary>
    internal static long NextRow(IDatabase database, Target target) =>
        (long)
            database
                .Read(
                    new(
                        "next row of raw",
                        $"select coalesce(max(rowid), -1) + 1 as n from {SqlText.TableName("raw", target.HeldIn)}"
                    )
                )
                .Number("n");

    /// <summary>The columns that those of a file fill, and their places in it.</summary>
    internal static IReadOnlyList<(string Name, int Place)> ColumnsFor(IDatabase database, Mapping mapping)
    {
        if (mapping.Into.IsLines)
        {
            return [.. LineColumns(database, mapping.Columns).Select((name, place) => (name, place))];
        }

        database.Execute(mapping.Into.Create());
        return
        [
            .. mapping
                .Columns.Select((c, place) => (Name: c.Field!, Place: place))
                .Where(c => c.Name != null),
        ];
    }

    /// <summary>The columns of raw.coded_lines for those of a file; one that fills no field is kept under a name of ours.</summary>
    internal static IReadOnlyList<string> LineColumns(IDatabase database, IReadOnlyList<MappedColumn> columns)
    {
        var held = database.Read(
            new("raw.columns", "select header, name, field from raw.columns order by position")
        );
        // The same header may fill a field in one file and none in another.
        var names = held.Texts("header")
            .Zip(held.Texts("field"), held.Texts("name"))
            .ToDictionary(c => KeyOf(c.First, c.Second), c => c.Third);
        var added = columns.Where(c => !names.ContainsKey(KeyOf(c.Header, c.Field))).ToList();
        foreach (var column in added)
        {
            var name =
                column.Field ?? string.Create(CultureInfo.InvariantCulture, $"extra_{names.Count + 1}");
            database.Execute(
                new(
                    "raw.coded_lines",
                    $"alter table raw.coded_lines add column if not exists {SqlText.Name(name)} {Target.Lines.HeldAs(column.Field)}"
                )
            );
            names.Add(KeyOf(column.Header, column.Field), name);
        }

        database.Append(
            "raw",
            new Table(
                "columns",
                [
                    new IntegerColumn("position", [.. added.Select((_, i) => (long?)(held.Rows + i + 1))]),
                    new TextColumn("name", [.. added.Select(c => names[KeyOf(c.Header, c.Field)])]),
                    new TextColumn("header", [.. added.Select(c => c.Header)]),
                    new TextColumn("field", [.. added.Select(c => c.Field)]),
                ]
            )
        );
        return [.. columns.Select(c => names[KeyOf(c.Header, c.Field)])];
    }

    static string KeyOf(string header, string? field) => string.IsNullOrEmpty(field) ? $"{header}\n" : field;
}
