using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>A published shop, looked at from outside.</summary>
sealed record Shop(string Path)
{
    internal string this[string name] => System.IO.Path.Combine(Path, name);

    internal JsonNode Manifest => JsonNode.Parse(File.ReadAllText(this["manifest.json"]))!;

    internal JsonNode Insights => JsonNode.Parse(File.ReadAllText(this["insights.json"]))!;

    internal string RunId => Manifest["run_id"]!.GetValue<string>();

    internal IReadOnlyList<string> Tables =>
        [
            .. Directory
                .GetFiles(this["tables"])
                .Select(f => System.IO.Path.GetFileNameWithoutExtension(f))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Opens the database as readers do.</summary>
    internal DuckDatabase Open() =>
        new(
            new DuckOptions(
                new FileInfo(this["shop.duckdb"]).ResolveLinkTarget(true)?.FullName ?? this["shop.duckdb"]
            )
            {
                ReadOnly = true,
            }
        );

    /// <summary>The first line of a table's file.</summary>
    internal string[] HeaderOf(string table) =>
        File.ReadLines(this[$"tables/{table}.csv"]).First().Split(',');

    /// <summary>Hash of every file that must come out the same, by name.</summary>
    internal SortedDictionary<string, string> Hashes(params string[] but)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var name in Tables
                .Select(t => $"tables/{t}.csv")
                .Append("ledger.csv")
                .Append("insights.json")
                .Except(but)
        )
        {
            hashes[name] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(this[name])));
        }

        return hashes;
    }

    /// <summary>Fails unless everything that the shop shows belongs to one run.</summary>
    internal void IsWhole()
    {
        var manifest = Manifest;
        var folder = Directory.ResolveLinkTarget(this["current"], true)!;
        Assert.Equal(folder.Name, manifest["run_id"]!.GetValue<string>());
        Assert.Equal(manifest["as_of"]!.GetValue<string>(), Insights["as_of"]!.GetValue<string>());
        Assert.Contains(
            manifest["as_of"]!.GetValue<string>()[..4],
            File.ReadAllText(this["report.html"]),
            StringComparison.Ordinal
        );
        using var database = Open();
        foreach (var (table, rows) in manifest["tables"]!.AsObject())
        {
            var held = database.Read(new(table, $"select count(*) as n from results.{table}")).Number("n");
            Assert.Equal(rows!.GetValue<int>(), held);
            AssertSame(database, table);
        }

        Assert.Equal(manifest["tables"]!.AsObject().Select(t => t.Key).Order(StringComparer.Ordinal), Tables);
    }

    /// <summary>DuckDB reads the CSV file itself and finds the rows of the table, none more and none less.</summary>
    void AssertSame(DuckDatabase database, string table)
    {
        // A leading apostrophe disarms formulas: in the file only.
        var file =
            $"read_csv('{this[$"tables/{table}.csv"].Replace("'", "''", StringComparison.Ordinal)}', header = true, all_varchar = true, nullstr = '')";
        var texts = database.Read(
            new(
                "columns",
                $"select column_name, data_type from duckdb_columns() where schema_name = 'results' and table_name = '{table}' order by column_index"
            )
        );
        var columns = texts.Texts("column_name").Zip(texts.Texts("data_type")).ToList();
        var fromFile = columns.Select(c =>
            c.Second == "VARCHAR"
                ? $"regexp_replace({c.First}, '^''([=+@\\-\\t\\r])', '\\1') as {c.First}"
                : $"{c.First}::{c.Second} as {c.First}"
        );
        var fromTable = columns.Select(c =>
            c.Second == "VARCHAR" ? $"nullif({c.First}, '') as {c.First}"
            : c.Second == "DOUBLE" ? $"case when isnan({c.First}) then null else {c.First} end as {c.First}"
            : c.First
        );
        var (left, right) = (
            $"select {string.Join(", ", fromFile)} from {file}",
            $"select {string.Join(", ", fromTable)} from results.{table}"
        );
        var differ = database.Read(
            new(
                table,
                $"select (select count(*) from (({left}) except all ({right}))) + (select count(*) from (({right}) except all ({left}))) as n"
            )
        );
        Assert.True(
            differ.Number("n") == 0,
            $"{table}: {differ.Number("n")} rows differ between the CSV file and the database."
        );
    }
}
