using System.IO.Compression;
using System.Text.Json.Nodes;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary><c>ask</c>, <c>status</c> and <c>export</c>: they read the published shop and write nothing into it.</summary>
public sealed class ReaderTests(SmallShop small)
{
    public static TheoryData<string> Formats => ["csv", "parquet", "json", "xlsx"];

    [Fact]
    public void Ask_lists_all_questions()
    {
        var list = TheProgram.Run("ask", "--list").Good().Output;

        foreach (
            var slug in (string[])
                [
                    "profile",
                    "rfm",
                    "cohorts",
                    "segments",
                    "value",
                    "products",
                    "recommendations",
                    "account_managers",
                    "insider_features",
                    "purchase_histories",
                    "thelook_features",
                    "thelook_scores",
                    "thelook_regression",
                ]
        )
        {
            Assert.Contains(slug, list, StringComparison.Ordinal);
        }

        var json = JsonNode.Parse(TheProgram.Run("ask", "--list", "--json").Good().Output)!;
        Assert.Equal(
            [
                "profile",
                "rfm",
                "cohorts",
                "segments",
                "value",
                "products",
                "recommendations",
                "account_managers",
                "insider_features",
                "purchase_histories",
                "thelook_features",
                "thelook_scores",
                "thelook_regression",
            ],
            json["questions"]!.AsArray().Select(q => q!["slug"]!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("profile")]
    [InlineData("rfm")]
    [InlineData("cohorts")]
    [InlineData("segments")]
    [InlineData("value")]
    public void Ask_tells_the_published_answer(string slug)
    {
        var published = small.Published.Insights["insights"]!
            .AsArray()
            .First(i => i!["slug"]!.GetValue<string>() == slug)!;

        var text = TheProgram.Run("ask", slug, "--shop", small.Published.Path).Good();
        var json = TheProgram.Run("ask", slug, "--shop", small.Published.Path, "--json").Good();

        Assert.Contains(published["answer"]!.GetValue<string>(), text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", text.Output, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(published, JsonNode.Parse(json.Output)));
        Assert.Empty(json.Errors);
    }

    [Fact]
    public void Readers_write_nothing_into_the_shop()
    {
        using var folder = new Folder();
        var before = Stamps(small.Published.Path);

        TheProgram.Run("ask", "rfm", "--shop", small.Published.Path).Good();
        TheProgram.Run("status", "--shop", small.Published.Path).Good();
        TheProgram
            .Run("export", "order_lines", "--shop", small.Published.Path, "--to", folder["lines.csv"])
            .Good();

        Assert.Equal(before, Stamps(small.Published.Path));
    }

    [Fact]
    public void Status_tells_run_day_input_and_tables()
    {
        var said = TheProgram.Run("status", "--shop", small.Published.Path).Good().Output;

        Assert.Contains(small.Published.RunId, said, StringComparison.Ordinal);
        Assert.Contains(
            small.Published.Manifest["as_of"]!.GetValue<string>(),
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("orders.csv", said, StringComparison.Ordinal);
        Assert.Contains(
            "csv, utf-8, fields parted by comma, times as ISO 8601 by UTC, decimal point",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("order_id ← InvoiceNo", said, StringComparison.Ordinal);
        foreach (var table in small.Published.Tables)
        {
            Assert.Contains(table, said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_table_can_be_exported_as(string format)
    {
        using var folder = new Folder();
        using var database = small.Published.Open();
        var tables = small.Published.Tables.Union([
            "customers",
            "orders",
            "order_lines",
            "returns",
            "products",
        ]);
        // Every call starts a process: one format takes all tables, the others the two that hold all types.
        foreach (var table in format == "csv" ? tables : ["customers", "order_lines"])
        {
            var file = folder[$"{table}.{format}"];

            var said = TheProgram
                .Run("export", table, "--shop", small.Published.Path, "--to", file)
                .Good()
                .Output;

            Assert.Matches("^[0-9,]+ rows? in ", said);
            Assert.Equal($"{Rows(database, file):N0}", said.Split(' ')[0]);
            if (format == "csv" && small.Published.Tables.Contains(table))
            {
                Assert.Equal(
                    File.ReadAllBytes(small.Published[$"tables/{table}.csv"]),
                    File.ReadAllBytes(file)
                );
            }
        }
    }

    [Fact]
    public void Order_lines_have_the_promised_columns()
    {
        using var folder = new Folder();

        TheProgram
            .Run("export", "order_lines", "--shop", small.Published.Path, "--to", folder["lines.csv"])
            .Good();

        Assert.Equal(
            "order_id,customer_id,product_id,ordered_at,quantity,unit_price,amount",
            File.ReadLines(folder["lines.csv"]).First()
        );
    }

    [Theory]
    [InlineData("order_lines", "ordered_at")]
    [InlineData("orders", "ordered_at")]
    [InlineData("returns", "returned_at")]
    public void Before_a_day_holds_only_what_happened_before_it(string table, string time)
    {
        using var folder = new Folder();
        var file = folder[$"{table}.parquet"];

        TheProgram
            .Run("export", table, "--shop", small.Published.Path, "--to", file, "--before", "2023-09-10")
            .Good();

        using var database = small.Published.Open();
        var core = database.Read(
            new("core", $"select count(*) as n from core.{table} where {time} < timestamp '2023-09-10'")
        );
        var exported = database.Read(
            new("exported", $"select count(*) as n, max({time})::varchar as last from '{file}'")
        );
        Assert.Equal(core.Number("n"), exported.Number("n"));
        Assert.StartsWith("2023-09-0", exported.Texts("last")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Customers_before_a_day_are_those_who_had_ordered()
    {
        using var folder = new Folder();

        TheProgram
            .Run(
                "export",
                "customers",
                "--shop",
                small.Published.Path,
                "--to",
                folder["c.csv"],
                "--before",
                "2023-02-01"
            )
            .Good();

        using var database = small.Published.Open();
        var ordered = database.Read(
            new(
                "customers",
                "select count(distinct customer_key) as n from core.orders where ordered_at < date '2023-02-01'"
            )
        );
        Assert.Equal(ordered.Number("n"), File.ReadLines(folder["c.csv"]).Count() - 1);
    }

    [Fact]
    public void Names_that_look_like_formulas_are_disarmed_in_csv()
    {
        using var folder = new Folder();
        TheProgram.Run("export", "products", "--shop", small.Published.Path, "--to", folder["p.csv"]).Good();

        foreach (var file in (string[])[folder["p.csv"], small.Published["tables/profile_products.csv"]])
        {
            var text = File.ReadAllText(file);
            Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("(^|,)\"?[=@+][A-Z]", text.Replace("\n", ",", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Export_replaces_a_file_and_leaves_no_other()
    {
        using var folder = new Folder();
        folder.Write("rfm.csv", "old");

        TheProgram.Run("export", "rfm", "--shop", small.Published.Path, "--to", folder["rfm.csv"]).Good();
        TheProgram.Run("export", "rfm", "--shop", small.Published.Path, "--to", folder["rfm.txt"]).Refused(2);

        Assert.Equal([folder["rfm.csv"]], Directory.GetFiles(folder.Path));
    }

    static double Rows(DuckDatabase database, string file) =>
        Path.GetExtension(file) switch
        {
            ".csv" => Count(database, $"read_csv('{file}', header = true, all_varchar = true)"),
            ".parquet" => Count(database, $"'{file}'"),
            ".json" => JsonNode.Parse(File.ReadAllText(file))!.AsArray().Count,
            _ => SheetRows(file),
        };

    static double Count(DuckDatabase database, string from) =>
        database.Read(new("rows", $"select count(*) as n from {from}")).Number("n");

    static int SheetRows(string file)
    {
        using var book = ZipFile.OpenRead(file);
        var sheet = book.Entries.Single(e =>
            e.FullName.Contains("sheet", StringComparison.OrdinalIgnoreCase)
            && e.Name.EndsWith(".xml", StringComparison.Ordinal)
        );
        using var reader = new StreamReader(sheet.Open());
        return reader.ReadToEnd().Split("<x:row").Length - 2;
    }

    static List<string> Stamps(string folder) =>
        [
            .. new DirectoryInfo(folder)
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Append(new DirectoryInfo(folder))
                .Select(f => $"{f.FullName} {f.LastWriteTimeUtc:O}")
                .Order(StringComparer.Ordinal),
        ];
}
