using System.Globalization;
using System.IO.Compression;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Any trouble that a file can have: taken as it is meant, set aside row by row, or refused with what to do.</summary>
/// <remarks>
/// Encodings, decimal marks, ways to write times and Japanese: <see cref="DialectTests"/>; what first rows do not show:
/// <see cref="EvidenceTests"/>; days that are hardly meant: <see cref="OddDayTests"/>. Gzip bombs, cut-off files and open quotes:
/// <see cref="RefusedFileTests"/>. Two currencies, absurd amounts: <see cref="FileSourceTests"/>.
/// </remarks>
public sealed class TroubledFileTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "is empty. Export it again")]
    [InlineData("order_id,customer_id,order_date,unit_price\n", "has a header but no rows. Export it again")]
    [InlineData("\n\n\n", "the first line is empty")]
    public void A_file_without_a_row_is_refused(string text, string said) => Refused(text, said);

    [Fact]
    public void One_row_is_a_shop_of_one_order()
    {
        using var shop = TestShop.Of(["1,ann,2023-01-02,mug,Mug,2,3.50,France"]);

        Assert.Equal(7, shop.Number("select sum(amount) from core.orders"));
    }

    [Fact]
    public void A_wrong_delimiter_is_refused_with_the_one_that_is_seen() =>
        Refused(
            TestShop.Header + "\n1,ann,2023-01-02,mug,Mug,2,3.50,France\n",
            "--delimiter ,",
            new ImportOptions { Delimiter = ';' }
        );

    [Fact]
    public void Columns_parted_by_an_unusual_mark_are_refused_with_that_mark() =>
        Refused(
            TestShop.Header.Replace(',', '~') + "\n1~ann~2023-01-02~mug~Mug~2~3.50~France\n",
            "parted by ~ : --delimiter '~'"
        );

    [Fact]
    public void Rows_parted_by_another_mark_than_the_header_are_refused_with_line_and_column() =>
        Refused(
            TestShop.Header + "\n1;ann;2023-01-02;mug;Mug;2;3,50;France\n",
            "line 2, column order_date: the row ends before this column"
        );

    [Fact]
    public void Ragged_rows_are_set_aside_with_line_and_reason()
    {
        using var shop = TestShop.Of([.. Good(98), "x,ann,2023-01-02", "y,ann,2023-01-02,m,M,1,1,F,more"]);

        Assert.Equal(
            ["100 sku: the row ends before this column", "101 : the row has more columns than the header"],
            shop.Texts("select line || ' ' || column_name || ': ' || reason from raw.rejects order by line")
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_line_of_a_hundred_megabytes_is_one_bad_row_or_refused(bool quoted)
    {
        var path = _folder["orders.csv"];
        using (var writer = new StreamWriter(path))
        {
            writer.Write(string.Join('\n', Good(60).Prepend(TestShop.Header)) + "\nlong,ann,2023-01-02,m,");
            writer.Write(quoted ? "\"" : "");
            for (var i = 0; i < 100; i++)
            {
                writer.Write(new string('x', 1 << 20));
            }

            writer.Write((quoted ? "\"" : "") + ",1,1.00,F\n");
            writer.Write(string.Join('\n', Good(60)) + "\n");
        }

        if (quoted)
        {
            using var shop = TestShop.Of([TestShop.Csv(path)], TestShop.RecipeOf(""));
            Assert.Equal((121, 1), (shop.Summary.Read, shop.Summary.Rejected));
            Assert.Equal(["62"], shop.Texts("select line::varchar from raw.rejects"));
        }
        else
        {
            Refused(path, new ImportOptions(), "is longer than 2 MB, more than any order says");
        }
    }

    [Fact]
    public void A_first_line_of_a_hundred_megabytes_is_refused() =>
        Refused(new string('x', 100 << 20), "the first line has more than a million characters");

    [Theory]
    [InlineData("orders.zip")]
    [InlineData("orders.csv")]
    public void A_zip_archive_is_refused_with_what_to_do(string name)
    {
        using (var zip = ZipFile.Open(_folder[name], ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(zip.CreateEntry("orders.csv").Open());
            writer.Write(TestShop.Header);
        }

        Refused(_folder[name], new ImportOptions(), "is a zip archive. Unpack it and name what is in it");
    }

    [Theory]
    [InlineData("1F8B0800", "is packed with gzip: call it orders.csv.gz")]
    [InlineData("D0CF11E0A1B11AE1", "is an old Excel workbook: call it orders.xls")]
    [InlineData("50415231", "is a Parquet file: call it orders.parquet")]
    [InlineData("255044462D312E37", "is a PDF file")]
    public void A_file_of_another_kind_is_called_what_it_is(string bytes, string said)
    {
        File.WriteAllBytes(_folder["orders.csv"], [.. Convert.FromHexString(bytes), 1, 2, 3]);

        Refused(_folder["orders.csv"], new ImportOptions(), said);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked()
    {
        using (var zip = ZipFile.Open(_folder["orders.xlsx"], ZipArchiveMode.Create))
        {
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize)
                .Open();
            var blank = new byte[1 << 24];
            Array.Fill(blank, (byte)' ');
            for (var i = 0; i < 80; i++)
            {
                sheet.Write(blank);
            }
        }

        Refused(_folder["orders.xlsx"], new ImportOptions(), "unpacks to more than 200 times its own size");
    }

    [Fact]
    public void A_million_empty_rows_of_a_workbook_are_no_rows()
    {
        var orders = string.Join('\n', Good(3).Prepend(TestShop.Header)) + "\n";
        TestWorkbook.Write(_folder["orders.xlsx"], [("orders", orders)], emptyRows: 1_000_000);

        using var shop = TestShop.Of([TestShop.Csv(_folder["orders.xlsx"])], TestShop.RecipeOf(""));

        Assert.Equal((3, 0), (shop.Summary.Read, shop.Summary.Rejected));
    }

    [Fact]
    public void A_missing_column_is_refused_with_the_rest_and_how_to_name_it() =>
        Refused(
            "order_id,customer_id,sku,unit_price\n1,ann,mug,3.50\n",
            "no column is known as ordered_at. Understood so far: order_id ← order_id"
        );

    [Fact]
    public void Duplicate_headers_are_refused_with_their_name() =>
        Refused(
            "order_id,date,price,Price\n1,2023-01-02,1,2\n",
            "two columns are called 'price'. Rename one of them."
        );

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("2099-12-31")]
    public void A_year_that_hardly_is_meant_is_read_as_it_is_written(string day)
    {
        using var shop = TestShop.Of([.. Good(3), $"9,z,{day},m,M,1,1,F"]);

        Assert.Equal(
            [day],
            shop.Texts("select ordered_at::date::varchar from core.orders where order_id = '9'")
        );
    }

    [Theory]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01")]
    public void A_day_outside_of_1900_to_2199_is_a_bad_row(string day)
    {
        using var shop = TestShop.Of([.. Good(30), $"9,z,{day},m,M,1,1,F"]);

        Assert.Equal(
            ["32: is no day of a shop: before 1900 or after 2199"],
            shop.Texts("select line || ': ' || reason from raw.rejects")
        );
    }

    [Theory]
    [InlineData("350", "JPY", "350")]
    [InlineData("1.250", "KWD", "1.25")]
    public void Currencies_without_and_with_three_decimals_are_exact(
        string price,
        string currency,
        string amount
    )
    {
        using var shop = TestShop.OfFile(
            $"order_id,customer_id,date,price,currency\n1,a,2023-01-02,{price},{currency}\n2,b,2023-01-03,12345.005,{currency}\n"
        );

        Assert.Equal(
            decimal.Parse(amount, CultureInfo.InvariantCulture),
            decimal.Parse(
                shop.Texts("select amount::varchar from core.orders where order_id = '1'")[0],
                CultureInfo.InvariantCulture
            )
        );
    }

    [Fact]
    public void Three_decimals_alone_could_be_thousands_and_are_refused_until_the_mark_is_said()
    {
        const string text = "order_id,customer_id,date,price,currency\n1,a,2023-01-02,1.250,KWD\n";

        Refused(text, "can be read as 1.250 and as 1250. Say which: --decimal-mark . or --decimal-mark ,");

        using var shop = TestShop.Of(
            [new FileSource([_folder["orders.csv"]], new ImportOptions { DecimalMark = '.' })],
            TestShop.RecipeOf("")
        );
        Assert.Equal(1.25, shop.Number("select sum(amount)::double from core.orders"));
    }

    [Fact]
    public void A_tenth_and_two_tenths_are_three_tenths()
    {
        using var shop = TestShop.Of(["1,a,2023-01-02,m,M,1,0.1,F", "1,a,2023-01-02,n,N,1,0.2,F"]);

        Assert.Equal(1, shop.Number("select count(*) from core.orders where amount = 0.3"));
    }

    [Fact]
    public void Ids_lose_blanks_and_a_point_of_zero_and_keep_case_and_leading_zeros()
    {
        string[] ids = [" 17", "17 ", "17.0", "17", "007", "7", "Ann", "ann", "a b"];
        using var shop = TestShop.Of(ids.Select((id, i) => $"{i},{id},2023-01-02,m,M,1,1,F"));

        Assert.Equal(
            ["007", "17", "7", "Ann", "a b", "ann"],
            shop.Texts("select customer_id from core.customers order by customer_id")
        );
    }

    [Fact]
    public void No_break_spaces_around_ids_and_texts_are_blanks()
    {
        using var shop = TestShop.OfFile(
            "order_id,email,order_date,sku,description,price,country,birth year\n"
                + "1,Ann@x.com\u00a0,2023-01-02,\u202fm\u00a0,\u00a0Mug ,\u00a01.00,\u00a0France,1990\n"
                + "1\u00a0,ann@x.com,2023-01-02,m,Mug,2.00,France,\u00a0\n"
                + "2,\u00a0,2023-01-02,m,Mug,3.00,\u202f,\n"
        );

        Assert.Equal(["1", "2"], shop.Texts("select order_id from core.orders order by 1"));
        Assert.Equal(
            ["ann@x.com France 1990"],
            shop.Texts("select concat_ws(' ', customer_id, country, birth_year) from core.customers")
        );
        Assert.Equal(["m Mug"], shop.Texts("select product_id || ' ' || name from core.products"));
    }

    [Fact]
    public void A_column_called_as_SQL_is_only_a_name()
    {
        var header = TestShop.Header + ",\"\"\"; drop table raw.lines; --\"";
        using var shop = TestShop.OfFile($"{header}\n1,a,2023-01-02,m,M,1,1,F,x\n");

        Assert.Equal(
            ["\"; drop table raw.lines; --"],
            shop.Texts("select header from raw.columns where field is null")
        );
        Assert.Equal(1, shop.Number("select count(*) from raw.lines"));
    }

    static IEnumerable<string> Good(int rows) =>
        Enumerable.Range(0, rows).Select(i => $"{i},c{i % 9},2023-01-02,m,M,1,1.00,F");

    void Refused(string text, string said, ImportOptions? options = null) =>
        Refused(_folder.Write("orders.csv", text), options ?? new ImportOptions(), said);

    /// <summary>Exit code 3 is what this exception becomes.</summary>
    static void Refused(string path, ImportOptions options, string said)
    {
        var error = Assert.Throws<ImportRefusedException>(() =>
            TestShop.Of([new FileSource([path], options)], TestShop.RecipeOf("")).Dispose()
        );

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 20, 2000);
    }
}
