using System.IO.Compression;
using System.Text;
using Clientele.Warehouse;

namespace Clientele.Tests;

public class FileSourceTests
{
    const string Good = "2,b,2023-01-02,m,M,1,1.00,F\n";

    [Theory]
    [InlineData("Bestellnummer,Kundennummer,Datum,Article,Menge,Price")]
    [InlineData("pedido,client_id,order date,SKU,qty,Unit Price")]
    [InlineData("Numéro de commande,member_id,Created at,Variant SKU,Items sold,sale_price")]
    [InlineData("Order #,buyer,purchase-date,asin,quantity,item-price")]
    public void Common_headers_are_understood(string header)
    {
        using var shop = TestShop.OfFile($"{header}\n1,a,2023-01-01,m,2,3.50\n");

        Assert.Equal("generic", shop.Summary.Shape);
        Assert.Equal(["a"], shop.Texts("select customer_id from core.customers"));
    }

    [Fact]
    public void Online_Retail_II_is_known_in_any_order_and_case()
    {
        using var shop = TestShop.OfFile(
            "Country,customer id,PRICE,InvoiceDate,Quantity,Description,StockCode,Invoice\nFrance,13085.0,6.95,2009-12-01 07:45:00,12,LIGHTS,79323W,489434\n"
        );

        Assert.Equal("uci_online_retail_ii", shop.Summary.Shape);
        Assert.Equal(["13085"], shop.Texts("select customer_id from core.customers"));
        Assert.Equal(83.4, shop.Number("select amount::double from core.orders"));
    }

    [Theory]
    [InlineData("12/13/2010 8:26", "12/1/2010 9:00", "2010-12-01 09:00:00")]
    [InlineData("13/12/2010 8:26", "1/12/2010 9:00", "2010-12-01 09:00:00")]
    [InlineData("29-Nov-16", "1-Dec-16", "2016-12-01 00:00:00")]
    [InlineData("31.12.2022 10:00", "01.12.2022 11:30", "2022-12-01 11:30:00")]
    public void Other_ways_to_write_times_are_decided_by_the_whole_file(
        string first,
        string second,
        string read
    )
    {
        using var shop = TestShop.OfFile(
            $"order_id,customer_id,date,sku,qty,price\n1,a,{first},m,1,1\n2,a,{second},m,1,1\n"
        );

        Assert.Equal([read], shop.Texts("select ordered_at::varchar from core.orders where order_id = '2'"));
    }

    [Fact]
    public void Times_that_can_be_read_in_two_ways_are_refused_with_both()
    {
        var error = Assert.Throws<ImportRefusedException>(() =>
            TestShop.OfFile("order_id,customer_id,date,sku,qty,price\n1,a,1/2/2010 8:26,m,1,1\n")
        );

        Assert.Contains("%m/%d/%Y %H:%M and as %d/%m/%Y %H:%M", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_row_is_kept_with_line_column_and_reason()
    {
        var rows = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},c{i},2023-01-02,m,M,1,1.00,F\n"));
        using var shop = TestShop.OfFile(
            $"{TestShop.Header}\n1,a,2023-01-01,m,M,many,1.00,F\n{rows}2,b,someday,m,M,1,1.00,F\n,b,2023-01-03,m,M,1,1.00,F\n3,b,2023-01-03,m,M,,1.00,F\n"
        );

        Assert.Equal(104, shop.Summary.Read);
        Assert.Equal(4, shop.Summary.Rejected);
        Assert.Equal(
            [
                "2 quantity: 'many' is no number",
                "103 order_date: 'someday' is no time",
                "104 order_id: is empty",
                "105 quantity: is empty",
            ],
            shop.Texts("select line || ' ' || column_name || ': ' || reason from raw.rejects order by line")
        );
    }

    [Theory]
    [InlineData(95, 5, false)]
    [InlineData(94, 6, true)]
    public void More_than_five_per_cent_of_bad_rows_refuse_the_file(int good, int bad, bool refused)
    {
        var text =
            TestShop.Header
            + "\n"
            + string.Concat(Enumerable.Range(0, good).Select(i => $"{i},c,2023-01-02,m,M,1,1.00,F\n"))
            + string.Concat(Enumerable.Range(0, bad).Select(i => $"x{i},c,2023-01-02,m,M,none,1.00,F\n"));

        var error = Record.Exception(() => TestShop.OfFile(text).Dispose());

        Assert.Equal(refused, error is ImportRefusedException);
    }

    [Fact]
    public void A_missing_customer_and_a_zero_price_are_no_rejects()
    {
        using var shop = TestShop.Of(["1,,2023-01-01,m,M,1,0,F", "2,b,2023-01-01,m,M,1,1,F"]);

        Assert.Equal(0, shop.Summary.Rejected);
        Assert.Equal(2, shop.Number("select count(*) from core.order_lines"));
    }

    [Fact]
    public void Marks_quotes_and_line_ends_are_read_as_meant()
    {
        using var shop = TestShop.OfFile(
            "\ufeff" + TestShop.Header + "\r\n1,a,2023-01-01,m,\"Mug, \"\"big\"\"\nand blue\",1,1.00,F\r\n"
        );

        Assert.Equal(["Mug, \"big\"\nand blue"], shop.Texts("select name from core.products"));
    }

    [Fact]
    public void A_gzipped_file_is_read_like_the_plain_one()
    {
        using var folder = new TestFolder();
        var path = folder.Write("orders.csv.gz", "");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes($"{TestShop.Header}\n{Good}"));
        }

        using var shop = TestShop.Of([TestShop.Csv(path)], TestShop.RecipeOf(""));

        Assert.Equal(1, shop.Number("select count(*) from core.orders"));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("order_id,customer_id,order_date,sku,quantity,unit_price\n", "no rows")]
    [InlineData("a,b\n1,2\n", "--map 'order_id=a,ordered_at=HEADER,unit_price=HEADER")]
    [InlineData("order_id,ORDER_ID,date,price\n1,1,2023-01-01,1\n", "two columns are called")]
    public void A_file_that_is_not_understood_is_refused_with_what_to_do(string text, string part) =>
        Assert.Contains(
            part,
            Assert.Throws<ImportRefusedException>(() => TestShop.OfFile(text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_mapping_of_the_user_stands_over_all_guesses()
    {
        using var folder = new TestFolder();
        var path = folder.Write("orders.csv", "no,date,who,total\n1,2023-01-01,ann,7.50\n");

        using var shop = TestShop.Of(
            [TestShop.Csv(path, ("order_id", "no"), ("customer_id", "who"), ("line_total", "TOTAL"))],
            TestShop.RecipeOf("")
        );

        Assert.Equal([7.5], shop.Study().Customers.Numbers("gross_revenue"));
        Assert.Contains(
            "no column 'nobody'",
            Assert
                .Throws<ImportRefusedException>(() =>
                    TestShop.Of([TestShop.Csv(path, ("customer_id", "nobody"))], TestShop.RecipeOf(""))
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_and_values_that_look_like_SQL_are_only_text()
    {
        using var shop = TestShop.OfFile(
            "order_id,customer_id,order_date,sku,quantity,unit_price,\"x'); drop table raw.lines; --\"\n1,\"'; drop table core.orders; --\",2023-01-01,m,1,1,y\n"
        );

        Assert.Equal(["'; drop table core.orders; --"], shop.Texts("select customer_id from core.customers"));
        Assert.Equal(1, shop.Number("select count(*) from raw.columns where field is null"));
    }

    [Fact]
    public void Files_of_different_columns_stand_together()
    {
        using var shop = TestShop.OfFiles([
            "order_id,customer_id,date,price,colour\n1,a,2023-01-01,5,red\n",
            "order_id,email,date,amount\n2,B@x.com,2023-01-02,7\n",
        ]);

        Assert.Equal(["a", "b@x.com"], shop.Texts("select customer_id from core.customers order by 1"));
        Assert.Equal(12, shop.Number("select sum(amount)::double from core.orders"));
    }

    [Fact]
    public void Two_currencies_cannot_be_added() =>
        Assert.Contains(
            "line 2, column currency: 'EUR'; line 3, column currency: 'USD'",
            Assert
                .Throws<ImportRefusedException>(() =>
                    TestShop.OfFile("order_id,date,price,currency\n1,2023-01-01,5,EUR\n2,2023-01-01,5,USD\n")
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Absurd_amounts_are_rejected_not_fatal()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},c{i},2023-01-02,m,M,1,1.00,F\n"));
        using var shop = TestShop.OfFile(
            $"{TestShop.Header}\n{rows}99,z,2023-01-02,m,M,1000000000,1000000000,F\n"
        );

        Assert.Equal(1, shop.Summary.Rejected);
        Assert.Equal(["42"], shop.Texts("select line::varchar from raw.rejects"));
    }

    [Fact]
    public void A_price_of_six_digits_is_multiplied_before_it_is_rounded()
    {
        using var shop = TestShop.Of([
            "1,a,2023-01-01,m,M,1000,0.123456,F",
            "2,b,2023-01-02,m,M,1000,0.00125,F",
        ]);

        Assert.Equal(124.706, shop.Number("select sum(amount) from core.order_lines"), tolerance: 1e-9);
        Assert.Equal(["0.123456"], shop.Texts("select max(unit_price)::varchar from core.order_lines"));
    }

    [Fact]
    public void Headers_that_nobody_knows_are_proposed_with_their_first_cells()
    {
        var error = Assert.Throws<ImportRefusedException>(() =>
            TestShop.OfFile(
                "Invoice Number,Client,Invoice Date,Article No,Pieces,Unit Price ($)\n1,a,2024-01-02,m,4,2.50\n"
            )
        );

        Assert.Contains("Pieces (4)", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "if this is right: --map 'order_id=Invoice Number,ordered_at=Invoice Date,unit_price=Unit Price ($),customer_id=Client,product_id=Article No'",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_quote_in_a_header_is_kept()
    {
        using var shop = TestShop.OfFile(TestShop.Header + ",\"a\"\"b'c\"\n1,c,2023-01-02,m,M,1,1.00,F,x\n");

        Assert.Equal(["a\"b'c"], shop.Texts("select header from raw.columns where field is null"));
    }
}
