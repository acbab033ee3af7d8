using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>How a file is written is what all of it says: first rows only propose, and what fits twice is refused.</summary>
public sealed class EvidenceTests
{
    const string Header = "order_id;customer_id;order_date;sku;quantity;unit_price";

    /// <summary>More rows than the first look sees.</summary>
    const int Many = 1200;

    [Fact]
    public void Two_delimiters_that_fit_every_row_are_refused_until_one_is_said()
    {
        const string text = "no,a;when,b;paid\n1,2023-01-02;x,7;5\n2,2023-01-03;y,8;6\n";
        var map = new Dictionary<string, string>
        {
            ["order_id"] = "no,a",
            ["ordered_at"] = "when,b",
            ["unit_price"] = "paid",
        };

        var said = Refusal(text, new ImportOptions { Map = map });

        Assert.Contains(
            "can be parted by comma into 3 columns (no | a;when | b;paid) and by semicolon into 3 columns (no,a | when,b | paid)",
            said,
            StringComparison.Ordinal
        );
        Assert.EndsWith("Say which: --delimiter , or --delimiter ';'", said, StringComparison.Ordinal);
        Assert.Contains(
            "column when,b: no known way of writing times",
            Refusal(text, new ImportOptions { Map = map, Delimiter = ';' }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_rows_decide_where_the_line_of_names_has_two_marks()
    {
        using var shop = TestShop.OfFile(
            "order_id\tdate\tprice\tname, first, last, any\n"
                + "1\t2023-01-02\t3.50\tbob\n2\t2023-01-03\t4\tann\n"
        );

        Assert.Equal('\t', shop.Summary.Written!.Delimiter);
        Assert.Equal((2, 0), (shop.Summary.Read, shop.Summary.Rejected));
    }

    [Fact]
    public void Names_that_are_known_decide_where_the_rows_fit_both_marks()
    {
        using var shop = TestShop.OfFile(
            "order_id;date;price;customer, name\n1;2023-01-02;3,50;bob\n2;2023-01-03;4,25;ann\n"
        );

        Assert.Equal(';', shop.Summary.Written!.Delimiter);
    }

    [Fact]
    public void A_quote_is_counted_by_the_delimiter_that_the_rows_chose()
    {
        using var shop = TestShop.OfFile(
            "order_id;date;price;a,b,c,d,e\n1;2023-01-02;3.50;\"x;\ny\"\n2;2023-01-03;4;z\n"
        );

        Assert.Equal((2, 0), (shop.Summary.Read, shop.Summary.Rejected));
    }

    [Fact]
    public void Days_and_months_that_turn_round_after_the_first_rows_are_refused_with_both_readings()
    {
        var text = File([
            .. Rows(Many, "{0:00}/03/2023"),
            "x;a;03/04/2023;m;1;2.50",
            "y;a;03/14/2023;m;1;2.50",
        ]);

        var said = Refusal(text);

        Assert.Contains(
            "line 1203, column order_date: '03/14/2023' can only be read as %m/%d/%Y, but the first rows only as %d/%m/%Y; there is 1 such row",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "--date-format '%d/%m/%Y' or --date-format '%m/%d/%Y'",
            said,
            StringComparison.Ordinal
        );
        using var shop = Of(text, new ImportOptions { DateFormat = "%d/%m/%Y" });
        Assert.Equal(["1203"], shop.Texts("select line::varchar from raw.rejects"));
    }

    [Fact]
    public void Times_that_are_written_otherwise_after_the_first_rows_are_refused_with_both_readings()
    {
        var text = File([.. Rows(Many, "2023-03-{0:00}"), .. Rows(Many, "{0:00}.03.2023")]);

        Assert.Contains(
            "line 1202, column order_date: '01.03.2023' can only be read as %d.%m.%Y, but the first rows only as ISO 8601; there are 1,200 such rows",
            Refusal(text),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_few_times_that_are_written_otherwise_are_bad_rows_for_none_is_read_wrongly()
    {
        using var shop = TestShop.OfFile(File([.. Rows(Many, "2023-03-{0:00}"), "x;a;14.03.2023;m;1;2.50"]));

        Assert.Equal(
            ["1202: '14.03.2023' is no time"],
            shop.Texts("select line || ': ' || reason from raw.rejects")
        );
    }

    [Fact]
    public void Decimal_marks_that_change_after_the_first_rows_are_refused_with_both()
    {
        var commas = Enumerable.Range(0, 60).Select(i => $"c{i};a;2023-01-02;m;1;3,50");
        var text = File([.. Rows(Many, "2023-03-{0:00}"), .. commas, "z;a;2023-01-02;m;1;1,234"]);

        Assert.Contains(
            "some numbers have a decimal point and some a decimal comma (1,200 and 60)",
            Refusal(text),
            StringComparison.Ordinal
        );
        using var shop = Of(text, new ImportOptions { DecimalMark = '.' });
        Assert.Equal(60, shop.Summary.Rejected);
    }

    static string File(IEnumerable<string> rows) => string.Join('\n', rows.Prepend(Header)) + "\n";

    static IEnumerable<string> Rows(int rows, string day) =>
        Enumerable
            .Range(0, rows)
            .Select(i =>
                $"{i};a;{string.Format(System.Globalization.CultureInfo.InvariantCulture, day, i % 28 + 1)};m;1;2.50"
            );

    static string Refusal(string text, ImportOptions? options = null) =>
        Assert
            .Throws<ImportRefusedException>(() => Of(text, options ?? new ImportOptions()).Dispose())
            .Message;

    static TestShop Of(string text, ImportOptions options)
    {
        using var folder = new TestFolder();
        return TestShop.Of(
            [new FileSource([folder.Write("orders.csv", text)], options)],
            TestShop.RecipeOf("")
        );
    }
}
