using System.Text;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>How files of all kinds are written: decided by evidence, told apart or refused, never guessed.</summary>
public sealed class DialectTests
{
    [Theory]
    [InlineData("3.50", 3.5)]
    [InlineData("3,50", 3.5)]
    [InlineData("£3.50", 3.5)]
    [InlineData("3.50 €", 3.5)]
    [InlineData("3,50 €", 3.5)]
    [InlineData("EUR 3.50", 3.5)]
    [InlineData("US$ 3.50", 3.5)]
    [InlineData("3,50 EUR", 3.5)]
    [InlineData("-$1,200.00", -1200)]
    [InlineData("$-1,200.00", -1200)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("1.234,50", 1234.5)]
    [InlineData("1,234,500", 1234500)]
    [InlineData("1.234.500", 1234500)]
    [InlineData("1 234.50", 1234.5)]
    [InlineData("1 234,50", 1234.5)]
    [InlineData("1\u00a0234,50", 1234.5)]
    [InlineData("1\u202f234,50", 1234.5)]
    [InlineData("\u00a03.50\u202f", 3.5)]
    [InlineData("3,50\u00a0€\u00a0", 3.5)]
    [InlineData("\u00a0(3.50)", -3.5)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("(3.50)", -3.5)]
    [InlineData("−3,50", -3.5)]
    [InlineData(".5", 0.5)]
    [InlineData("1e2", 100)]
    public void A_price_is_read_as_people_mean_it(string price, double meant)
    {
        using var shop = TestShop.OfFile(File([$"1;a;2023-01-02;m;1;{price}"]));

        Assert.Equal(0, shop.Summary.Rejected);
        Assert.Equal(meant, shop.Number("select unit_price::double from raw.lines"), tolerance: 1e-9);
    }

    [Theory]
    [InlineData("12 34")]
    [InlineData("1,23,456")]
    [InlineData("3.50.1")]
    [InlineData("n/a")]
    [InlineData("15%")]
    public void A_price_that_nobody_means_is_a_bad_row(string price)
    {
        using var shop = TestShop.OfFile(File([.. Good(30), $"1;a;2023-01-02;m;1;{price}"]));

        Assert.Equal(1, shop.Summary.Rejected);
        Assert.Equal(["32"], shop.Texts("select line::varchar from raw.rejects"));
    }

    [Fact]
    public void An_order_number_of_a_no_break_space_is_empty()
    {
        using var shop = TestShop.OfFile(File([.. Good(30), "\u00a0;a;2023-01-02;m;1;1.00"]));

        Assert.Equal(["is empty"], shop.Texts("select reason from raw.rejects"));
    }

    [Theory]
    [InlineData("1.234", "1,234")]
    [InlineData("1,234", "1.234")]
    public void Numbers_that_can_be_read_in_two_ways_are_refused_until_one_is_said(string price, string other)
    {
        var text = File([$"1;a;2023-01-02;m;1;{price}", "2;b;2023-01-03;m;1;5"]);

        var error = Assert.Throws<ImportRefusedException>(() => TestShop.OfFile(text));

        Assert.Contains($"'{price}' can be read as", error.Message, StringComparison.Ordinal);
        Assert.Equal(1.234, Price(text, price[1]), tolerance: 1e-9);
        Assert.Equal(1234, Price(text, other[1]), tolerance: 1e-9);
    }

    [Fact]
    public void Points_and_commas_for_the_same_mark_are_refused()
    {
        var error = Assert.Throws<ImportRefusedException>(() =>
            TestShop.OfFile(File(["1;a;2023-01-02;m;1;3.50", "2;a;2023-01-02;m;1;3,50"]))
        );

        Assert.Contains("--decimal-mark", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comma_among_many_points_is_a_bad_row_and_never_three_hundred_fifty()
    {
        using var shop = TestShop.OfFile(File([.. Good(60), "1;a;2023-01-02;m;1;3,50"]));

        Assert.Equal(
            ["'3,50' is no number; it has a decimal comma: write 3.50 for 3,50"],
            shop.Texts("select reason from raw.rejects")
        );
    }

    [Theory]
    [InlineData("2011-12-31 13:14:15")]
    [InlineData("2011-12-31T13:14:15")]
    [InlineData("2011-12-31T13:14:15Z")]
    [InlineData("2011-12-31 13:14:15 UTC")]
    [InlineData("2011-12-31 13:14:15.000")]
    [InlineData("2011-12-31T15:14:15+02:00")]
    [InlineData("2011-12-31 15:14:15 +0200")]
    [InlineData("2011-12-31 08:14:15 -0500")]
    [InlineData("12/31/2011 13:14:15")]
    [InlineData("31/12/2011 13:14:15")]
    [InlineData("31.12.2011 13:14:15")]
    [InlineData("12/31/2011 01:14:15 PM")]
    [InlineData("Dec 31, 2011, 13:14:15")]
    [InlineData("20111231131415")]
    [InlineData("1325337255")]
    [InlineData("1325337255000")]
    [InlineData("1325337255000000")]
    [InlineData("40908.551562500")]
    public void A_time_is_read_as_it_is_written(string time)
    {
        using var shop = TestShop.OfFile(File([$"1;a;{time};m;1;2.50"]));

        Assert.Equal(["2011-12-31 13:14:15"], shop.Texts("select ordered_at::varchar from raw.lines"));
    }

    [Fact]
    public void Days_that_could_be_months_are_refused_until_one_is_said()
    {
        var text = File(["1;a;03/04/2011;m;1;2.50", "2;a;05/06/2011;m;1;2.50"]);

        var error = Assert.Throws<ImportRefusedException>(() => TestShop.OfFile(text));

        Assert.Contains("%m/%d/%Y and as %d/%m/%Y", error.Message, StringComparison.Ordinal);
        using var shop = Of(text, new ImportOptions { DateFormat = "%d/%m/%Y" });
        Assert.Equal(["2011-04-03"], shop.Texts("select min(ordered_at)::date::varchar from raw.lines"));
    }

    [Fact]
    public void One_day_after_the_twelfth_decides_for_all()
    {
        var late = Enumerable.Range(0, 3000).Select(i => $"{i};a;03/04/2011;m;1;2.50");
        using var shop = TestShop.OfFile(File([.. late, "9999;a;04/13/2011;m;1;2.50"]));

        Assert.Equal(["2011-03-04"], shop.Texts("select min(ordered_at)::date::varchar from raw.lines"));
        Assert.Equal("%m/%d/%Y", shop.Summary.Written!.DateFormat);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", false)]
    [InlineData("iso-8859-1", false)]
    public void Every_encoding_gives_the_same_names(string name, bool marked)
    {
        var encoding = EncodingOf(name);
        var text = File([.. Enumerable.Range(0, 40).Select(i => $"{i};a;2023-01-02;Café Zoë £;1;2.50")]);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        using var shop = Of(bytes);

        Assert.Equal(["Café Zoë £"], shop.Texts("select distinct product_id from core.products"));
        Assert.Equal(0, shop.Summary.Rejected);
    }

    [Fact]
    public void The_sign_of_the_euro_tells_Windows_1252()
    {
        using var shop = Of(EncodingOf("windows-1252").GetBytes(File(["1;a;2023-01-02;Mug;1;3,50 €"])));

        Assert.Equal("windows-1252", shop.Summary.Written!.Encoding);
        Assert.Equal(3.5, shop.Number("select unit_price::double from raw.lines"));
    }

    [Fact]
    public void Japanese_is_refused_until_it_is_said()
    {
        var bytes = EncodingOf("shift_jis").GetBytes(File(["1;a;2023-01-02;マグカップ大きい;1;350"]));

        var error = Assert.Throws<ImportRefusedException>(() => Of(bytes).Dispose());

        Assert.Contains("--encoding shift_jis", error.Message, StringComparison.Ordinal);
        using var shop = Of(bytes, new ImportOptions { Encoding = "shift_jis" });
        Assert.Equal(["マグカップ大きい"], shop.Texts("select product_id from core.products"));
    }

    [Fact]
    public void A_row_with_a_byte_of_zero_is_set_aside()
    {
        using var shop = TestShop.OfFile(File([.. Good(30), "1;a;2023-01-02;m\0;1;2.50"]));

        Assert.Equal(["32"], shop.Texts("select line::varchar from raw.rejects"));
    }

    [Fact]
    public void A_bad_row_after_names_of_several_lines_is_found_at_its_line()
    {
        using var shop = TestShop.OfFile(
            File(["1;a;2023-01-02;\"m\nn\";1;2.50", .. Good(30), "1;a;2023-01-02;m;x;2.50"])
        );

        Assert.Equal(["34"], shop.Texts("select line::varchar from raw.rejects"));
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Any_delimiter_is_seen(char delimiter)
    {
        using var shop = TestShop.OfFile(File([.. Good(3)]).Replace(';', delimiter));

        Assert.Equal(delimiter, shop.Summary.Written!.Delimiter);
        Assert.Equal(3, shop.Summary.Read);
    }

    static string File(IEnumerable<string> rows) =>
        string.Join('\n', rows.Prepend("order_id;customer_id;order_date;sku;quantity;unit_price")) + "\n";

    static IEnumerable<string> Good(int rows) =>
        Enumerable.Range(0, rows).Select(i => $"{i};a;2023-01-02;m;1;2.50");

    static double Price(string text, char mark)
    {
        using var shop = Of(text, new ImportOptions { DecimalMark = mark });
        return shop.Number("select unit_price::double from raw.lines where order_id = '1'");
    }

    static TestShop Of(string text, ImportOptions options) => Of(Encoding.UTF8.GetBytes(text), options);

    static TestShop Of(byte[] bytes, ImportOptions? options = null)
    {
        using var folder = new TestFolder();
        System.IO.File.WriteAllBytes(folder["orders.csv"], bytes);
        return TestShop.Of(
            [new FileSource([folder["orders.csv"]], options ?? new ImportOptions())],
            TestShop.RecipeOf("")
        );
    }

    static Encoding EncodingOf(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name);
    }
}
