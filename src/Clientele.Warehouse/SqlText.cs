using System.Text.RegularExpressions;

namespace Clientele.Warehouse;

/// <summary>The one place where SQL is put together from parts: names from allow-lists, values quoted as SQL asks.</summary>
/// <remarks>Everything else is a file or a constant with parameters. Values go by parameter wherever DuckDB takes one;
/// it takes none in DDL, in COPY and in the settings of read_csv.</remarks>
public static partial class SqlText
{
    static readonly string[] Schemas = ["raw", "staging", "core", "results"];

    /// <summary>A name of ours, quoted; anything but snake_case is refused.</summary>
    internal static string Name(string name) =>
        NamePattern().IsMatch(name)
            ? $"\"{name}\""
            : throw new WarehouseException($"'{name}' is no name of a table or column.");

    /// <summary>A header that we know as a name: order_total_inc_tax of Order Total (inc tax).</summary>
    internal static string Snake(string header) =>
        OtherThanName().Replace(header.ToLowerInvariant(), "_").Trim('_');

    /// <summary>A table of ours with its schema, quoted.</summary>
    internal static string TableName(string schema, string table) =>
        Schemas.Contains(schema)
            ? $"{schema}.{Name(table)}"
            : throw new WarehouseException($"'{schema}' is no schema of a shop.");

    /// <summary>A text literal.</summary>
    internal static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Puts the name of a column of raw.coded where a query says <c>{column}</c>.</summary>
    /// <param name="query">Groups by the column as <c>held</c>; {text} is the text of that, {code} its code or nothing.</param>
    /// <param name="column">Its name.</param>
    /// <param name="isCoded">It holds codes of texts.</param>
    /// <exception cref="WarehouseException">It is no name of ours.</exception>
    public static Sql ForColumn(Sql query, string column, bool isCoded) =>
        new(
            $"{query.Name} of {column}",
            query
                .Text.Replace("{column}", Name(column), StringComparison.Ordinal)
                .Replace("{text}", isCoded ? "text" : "held::varchar", StringComparison.Ordinal)
                .Replace("{code}", isCoded ? "held" : "null::integer", StringComparison.Ordinal)
        );

    /// <summary>Makes a table of a query: one file, one table.</summary>
    internal static Sql CreateAs(string schema, Sql query) =>
        query with
        {
            Text = $"create or replace table {TableName(schema, query.Name)} as {query.Text}",
        };

    /// <summary>Makes an empty table of staging; columns that are not stored are always empty.</summary>
    internal static Sql CreateStaged(
        string table,
        IEnumerable<(string Name, string Type)> columns,
        IReadOnlyCollection<string> stored
    )
    {
        var written = columns.Select(c =>
            stored.Contains(c.Name)
                ? $"{Name(c.Name)} {c.Type}"
                : $"{Name(c.Name)} {c.Type} generated always as (null::{c.Type}) virtual"
        );
        return new(
            table,
            $"create or replace table {TableName("staging", table)} ({string.Join(", ", written)})"
        );
    }

    /// <summary>Fills the stored columns of such a table.</summary>
    internal static Sql FillStaged(Sql query, IEnumerable<string> stored) =>
        query with
        {
            Text =
                $"insert into {TableName("staging", query.Name)} by name "
                + $"select {string.Join(", ", stored.Select(Name))} from ({query.Text})",
        };

    /// <summary>Makes an empty table for rows that will be appended.</summary>
    internal static Sql Create(string schema, Table rows) =>
        new(
            rows.Name,
            $"create or replace table {TableName(schema, rows.Name)} ("
                + string.Join(", ", rows.Columns.Select(c => $"{Name(c.Name)} {c.SqlType}"))
                + ")"
        );

    /// <summary>Writes temp.export to a file; COPY takes no parameters.</summary>
    internal static Sql CopyExport(string file, string format) =>
        new("export", $"copy (from temp.export order by rowid) to {Literal(file)} ({format})");

    /// <summary>A file that <see cref="CsvText"/> wrote, every value as text.</summary>
    internal static string WrittenCsv(string file, int columns)
    {
        var texts = string.Join(", ", Enumerable.Range(1, columns).Select(c => $"'c{c}': 'varchar'"));
        return $"read_csv({Literal(file)}, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
            + $"strict_mode = true, columns = {{{texts}}})";
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherThanName();

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
