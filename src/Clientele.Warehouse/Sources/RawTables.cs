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
                "create table raw.columns (position integer, name varchar, header varchar, field varchar)"
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

    /// <summary>The column of raw.lines for a column of a file; one that fills no field is kept under a name of ours.</summary>
    internal static string ColumnFor(IDatabase database, MappedColumn column)
    {
        var known = database.Read(
            new("raw.columns", "select name, count(*) over () as n from raw.columns where header = $header"),
            ("header", column.Header)
        );
        if (known.Rows > 0)
        {
            return known.Texts("name")[0];
        }

        var position = (long)
            database.Read(new("raw.columns", "select count(*) + 1 as n from raw.columns")).Number("n");
        var name = column.Field ?? string.Create(CultureInfo.InvariantCulture, $"extra_{position}");
        var type = column.Field == null ? Fields.Text : Fields.Named(column.Field).SqlType;
        database.Execute(
            new("raw.lines", $"alter table raw.lines add column if not exists {SqlText.Name(name)} {type}")
        );

        database.Execute(
            new("raw.columns", "insert into raw.columns values ($position, $name, $header, $field)"),
            ("position", position),
            ("name", name),
            ("header", column.Header),
            ("field", column.Field)
        );
        return name;
    }
}
