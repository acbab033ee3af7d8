using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>The schema raw: what the sources gave, typed but not judged.</summary>
static class RawTables
{
    /// <summary>Makes the empty tables of a new shop.</summary>
    internal static void Create(IDatabase database)
    {
        foreach (var schema in new[] { "raw", "core", "results" })
        {
            database.Execute(new("schemas", $"create schema if not exists {schema}"));
        }

        NumberFormat.CreateMacros(database);
        // Only columns that a file fills are held; raw.fields shows all fields.
        database.Execute(new("raw.lines", "create table raw.lines (order_id varchar, ordered_at timestamp)"));
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
    }

    /// <summary>Makes the view raw.fields: raw.lines with every field, empty where no file fills it, and line, its place.</summary>
    internal static void CreateView(IDatabase database)
    {
        var held = database
            .Read(new("raw.columns", "select name from raw.columns where field is not null"))
            .Texts("name");
        var missing = Fields
            .All.Where(f => !held.Contains(f.Name))
            .Select(f => $", null::{f.SqlType} as {f.Name}");
        database.Execute(
            new(
                "raw.fields",
                $"create view raw.fields as select rowid as line, *{string.Concat(missing)} from raw.lines"
            )
        );
    }

    internal static long Count(IDatabase database) =>
        (long)database.Read(new("rows of raw.lines", "select count(*) as n from raw.lines")).Number("n");

    /// <summary>The columns of raw.lines for those of a file; one that fills no field is kept under a name of ours.</summary>
    internal static IReadOnlyList<string> ColumnsFor(IDatabase database, IReadOnlyList<MappedColumn> columns)
    {
        var held = database.Read(
            new("raw.columns", "select header, name from raw.columns order by position")
        );
        var names = held.Texts("header").Zip(held.Texts("name")).ToDictionary(c => c.First, c => c.Second);
        var added = columns.Where(c => !names.ContainsKey(c.Header)).ToList();
        foreach (var column in added)
        {
            var name =
                column.Field ?? string.Create(CultureInfo.InvariantCulture, $"extra_{names.Count + 1}");
            var type = column.Field == null ? Fields.Text : Fields.Named(column.Field).SqlType;
            database.Execute(
                new(
                    "raw.lines",
                    $"alter table raw.lines add column if not exists {SqlText.Name(name)} {type}"
                )
            );
            names.Add(column.Header, name);
        }

        database.Append(
            "raw",
            new Table(
                "columns",
                [
                    new IntegerColumn("position", [.. added.Select((_, i) => (long?)(held.Rows + i + 1))]),
                    new TextColumn("name", [.. added.Select(c => names[c.Header])]),
                    new TextColumn("header", [.. added.Select(c => c.Header)]),
                    new TextColumn("field", [.. added.Select(c => c.Field)]),
                ]
            )
        );
        return [.. columns.Select(c => names[c.Header])];
    }
}
