using System.IO.Compression;
using System.Text;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The same orders in every format are the same shop.</summary>
public sealed class FormatTests : IDisposable
{
    const string Csv = """"
        order_id,customer_id,order_date,sku,description,quantity,unit_price
        1,00123,2023-01-10 09:00:00,mug,"Mug, ""big""",2,5.00
        2,b,2023-02-10 00:00:00,cup,Tasse Zoë,1,3.25
        3,00123,2023-02-11 23:59:59,mug,,3,0.125

        """";

    const string Columns =
        "select order_id, customer_id, ordered_at, product_id, product_name, quantity, unit_price from raw.fields order by order_id";

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("orders.csv")]
    [InlineData("orders.csv.gz")]
    [InlineData("orders.parquet")]
    [InlineData("orders.jsonl")]
    [InlineData("orders.xlsx")]
    public void Every_format_gives_the_same_lines(string file)
    {
        var path = Write(file);
        using var plain = TestShop.OfFile(Csv);

        using var shop = TestShop.Of([TestShop.Csv(path)], TestShop.RecipeOf(""));

        Assert.Equal(plain.Rows(Columns), shop.Rows(Columns));
        Assert.Equal((3, 0), (shop.Summary.Read, shop.Summary.Rejected));
    }

    [Fact]
    public void A_workbook_gives_all_sheets_of_orders_and_passes_over_notes()
    {
        var path = _folder["book.xlsx"];
        Sheets(
            path,
            ("2023", Csv),
            ("notes", "what,who\nx,y\n"),
            ("2024", Csv.TrimEnd().Replace("\n", "\n24-", StringComparison.Ordinal))
        );

        using var shop = TestShop.Of([TestShop.Csv(path)], TestShop.RecipeOf(""));

        Assert.Equal(
            ["book.xlsx [2023]: 3 lines", "book.xlsx [notes]: 1 ", "book.xlsx [2024]: 3 lines"],
            shop.Contents.Sources.Select(s => $"{s.Source}: {s.Read} {s.Into}")
        );
        Assert.Equal("xlsx", shop.Summary.Written!.Format);
    }

    [Fact]
    public void A_bad_row_of_a_workbook_tells_its_sheet_and_line()
    {
        var path = _folder["book.xlsx"];
        var many = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},a,2023-01-10,mug,Mug,2,5.00\n"));
        var good = Csv.Split('\n')[0] + "\n" + many;
        Sheets(path, ("one", good), ("two", good + "9,b,soon,mug,Mug,2,5.00\n"));

        using var shop = TestShop.Of([TestShop.Csv(path)], TestShop.RecipeOf(""));

        Assert.Equal(
            ["book.xlsx [two], 42: 'soon' is no time"],
            shop.Texts("select file || ', ' || line || ': ' || reason from raw.rejects")
        );
    }

    [Theory]
    [InlineData("orders.xlsx", "is damaged or no Excel file")]
    [InlineData("orders.parquet", "is damaged or no Parquet file")]
    [InlineData("orders.jsonl", "line 1 is no JSON object")]
    [InlineData("orders.csv.gz", "is no gzip file")]
    public void What_is_not_what_its_name_says_is_refused(string file, string said)
    {
        var path = _folder.Write(file, "order_id,order_date,price\n1,2023-01-01,1\n");

        var error = Assert.Throws<ImportRefusedException>(() =>
            TestShop.Of([TestShop.Csv(path)], TestShop.RecipeOf(""))
        );

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_left_in_the_temporary_folder()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "clientele-*").Length;
        using (TestShop.Of([TestShop.Csv(Write("orders.xlsx"))], TestShop.RecipeOf(""))) { }

        // Other tests have folders of their own there, called clientele-test-…
        Assert.True(
            Directory
                .GetDirectories(Path.GetTempPath(), "clientele-*")
                .Count(f => !f.Contains("clientele-test-", StringComparison.Ordinal)) <= before
        );
    }

    string Write(string file)
    {
        var path = _folder[file];
        var plain = _folder.Write("plain.csv", Csv);
        switch (Path.GetExtension(file))
        {
            case ".gz":
                using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
                {
                    gzip.Write(Encoding.UTF8.GetBytes(Csv));
                }

                break;
            case ".xlsx":
                Sheets(path, ("orders", Csv));
                break;
            case ".parquet":
                Copy(plain, path, "format parquet");
                break;
            case ".jsonl":
                Copy(plain, path, "format json");
                break;
            default:
                return plain;
        }

        return path;
    }

    static void Copy(string plain, string path, string format)
    {
        using var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory));
        database.Execute(
            new(
                "copy",
                $"copy (select * replace (quantity::int as quantity, unit_price::double as unit_price, order_date::timestamp as order_date) "
                    + $"from read_csv('{plain}', all_varchar = true)) to '{path}' ({format})"
            )
        );
    }

    /// <summary>A workbook as Excel saves it: shared texts, numbers as numbers, days as numbers with a format.</summary>
    static void Sheets(string path, params (string Name, string Csv)[] sheets) =>
        TestWorkbook.Write(path, sheets);
}
