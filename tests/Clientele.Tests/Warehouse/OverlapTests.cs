using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Files of one run that overlap: nothing doubles, the later one wins, and each says what it brought.</summary>
public sealed class OverlapTests
{
    const string First = """
        1,a,2024-01-01 10:00,m,Mug,2,3.50,F
        1,a,2024-01-01 10:00,m,Mug,2,3.50,F
        1,a,2024-01-01 10:00,t,Tea,1,5.00,F
        2,b,2024-01-02 11:00,m,Mug,1,3.50,F

        """;

    [Fact]
    public void A_file_that_is_sent_again_under_another_name_brings_nothing()
    {
        using var once = ShopOf(First);
        using var twice = ShopOf(First, First);

        Assert.Equal(new LineVersions(4, 0, 0, 4), twice.Contents.Sources[0].Versions);
        Assert.Equal(new LineVersions(0, 0, 4, 0), twice.Contents.Sources[1].Versions);
        Assert.Equal(ResultsOf(once), ResultsOf(twice));
        Assert.Equal(8, twice.Number("select count(*) from raw.lines"));
        Assert.Equal(
            ["orders2.csv"],
            twice.Texts("select distinct replaced_by from raw.lines where replaced_by is not null")
        );
    }

    [Fact]
    public void A_file_whose_ids_became_decimals_brings_nothing()
    {
        using var shop = ShopOf(
            "12345,17,2024-01-01,m,Mug,1,1.00,F\n",
            "12345.0,17.0,2024-01-01,m,Mug,1,1.00,F\n"
        );

        Assert.Equal(new LineVersions(0, 0, 1, 0), shop.Contents.Sources[1].Versions);
        Assert.Equal(["12345"], shop.Texts("select order_id from core.orders"));
    }

    [Fact]
    public void The_later_file_wins_and_says_what_is_new_changed_and_the_same()
    {
        const string second = """
            1,a,2024-01-01 10:00,t,Tea,1,4.00,F
            1,a,2024-01-01 10:00,m,Mug,2,3.50,F
            2,b,2024-01-02 11:00,m,Mug,1,3.50,F
            2,b,2024-01-02 11:00,m,Mug,9,3.50,F
            3,c,2024-01-03 12:00,m,Mug,1,3.50,F

            """;
        using var shop = ShopOf(First, second);

        Assert.Equal(new LineVersions(4, 0, 0, 3), shop.Contents.Sources[0].Versions);
        Assert.Equal(new LineVersions(2, 1, 2, 0), shop.Contents.Sources[1].Versions);
        // 2 mugs twice, tea at its new price, one mug and nine more, and the third order.
        Assert.Equal(
            7 + 7 + 4 + 3.5 + 31.5 + 3.5,
            shop.Number("select sum(amount)::double from core.orders")
        );
        Assert.Equal(6, shop.Number("select count(*) from core.order_lines"));
    }

    [Fact]
    public void Three_files_in_a_row_are_held_against_the_one_before_each()
    {
        string[] files =
        [
            "1,a,2024-01-01,m,Mug,1,1.00,F\n",
            "1,a,2024-01-01,m,Mug,1,2.00,F\n",
            "1,a,2024-01-01,m,Mug,1,2.00,F\n2,b,2024-01-02,m,Mug,1,1.00,F\n",
        ];
        using var shop = ShopOf(files);

        Assert.Equal(
            [new(1, 0, 0, 1), new(0, 1, 0, 1), new LineVersions(1, 0, 1, 0)],
            shop.Contents.Sources.Select(s => s.Versions)
        );
        Assert.Equal(3, shop.Number("select sum(amount)::double from core.orders"));
    }

    [Fact]
    public void Files_that_do_not_overlap_are_all_new_and_unmarked()
    {
        using var shop = ShopOf(First, "3,c,2024-01-03,m,Mug,1,3.50,F\n");

        Assert.Equal(
            [new(4, 0, 0, 0), new LineVersions(1, 0, 0, 0)],
            shop.Contents.Sources.Select(s => s.Versions)
        );
        Assert.Equal(
            0,
            shop.Number("select count(*) from duckdb_columns() where column_name = 'replaced_by'")
        );
    }

    [Fact]
    public void A_column_that_only_one_file_has_is_no_change()
    {
        using var shop = TestShop.OfFiles([
            "order_id,customer_id,date,sku,price,country\n1,a,2024-01-01,m,5,France\n",
            "order_id,customer_id,date,sku,price\n1, a ,2024-01-01,m,5.00\n",
        ]);

        Assert.Equal(new LineVersions(0, 0, 1, 0), shop.Contents.Sources[1].Versions);
    }

    [Fact]
    public void Bad_rows_do_not_shift_what_belongs_to_which_file()
    {
        var good = string.Concat(Enumerable.Range(0, 50).Select(i => $"{i},c,2024-01-01,m,Mug,1,1.00,F\n"));
        using var shop = ShopOf(
            "x,c,someday,m,Mug,1,1.00,F\n" + good,
            good + "y,c,2024-01-01,m,Mug,no,1.00,F\n"
        );

        Assert.Equal(2, shop.Number("select count(*) from raw.rejects"));
        Assert.Equal(new LineVersions(0, 0, 50, 0), shop.Contents.Sources[1].Versions);
        Assert.Equal(50, shop.Number("select count(*) from core.order_lines"));
    }

    [Fact]
    public void Order_numbers_that_two_files_use_for_other_orders_are_refused()
    {
        string Orders(int year) =>
            string.Concat(Enumerable.Range(1, 20).Select(i => $"{i},c{i},{year}-01-{i:00},m,Mug,1,1.00,F\n"));

        var error = Assert.Throws<ImportRefusedException>(() => ShopOf(Orders(2023), Orders(2024)));

        Assert.StartsWith(
            "orders1.csv and orders2.csv: 20 order numbers stand in both, and 20 of them at other times, such as 1: they are two numberings.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_ledger_begins_with_what_is_read_less_rejects_and_replaced_lines()
    {
        using var shop = TestShop.OfFiles(
            [Text(First), Text(First + "9,z,2024-02-01,m,Mug,1,3.50,F\n")],
            "- exact_duplicates"
        );

        Assert.Equal(
            "exact_duplicates,5,1,4\n",
            shop.Ledger("rule, rows_before, rows_removed, rows_after").Split('\n', 2)[1]
        );
        var sources = shop.Contents.Sources;
        Assert.Equal(5, sources.Sum(s => s.Read - s.Rejected - s.Versions!.Replaced));
        // The line that is there twice in each file is removed once, not all that a file has again.
        Assert.Equal(["1", "2", "9"], shop.Texts("select order_id from core.orders order by 1"));
    }

    [Fact]
    public void Times_by_the_clock_and_with_offsets_are_the_same_lines()
    {
        using var shop = TestShop.OfFiles(
            [
                Text("1,a,2024-07-01 10:00:00,m,Mug,1,1.00,F\n"),
                Text("1,a,2024-07-01 09:00:00+00:00,m,Mug,1,1.00,F\n"),
            ],
            zone: "Europe/London"
        );

        Assert.Equal(new LineVersions(0, 0, 1, 0), shop.Contents.Sources[1].Versions);
        Assert.Equal(["2024-07-01 10:00:00"], shop.Texts("select ordered_at::varchar from core.order_lines"));
    }

    [Fact]
    public void Sheets_of_one_workbook_that_overlap_double_nothing()
    {
        using var folder = new TestFolder();
        string Row(int order, int day) => $"{order},17,2010-12-{day:00},m,Mug,1,2.5,UK\n";
        TestWorkbook.Write(
            folder["book.xlsx"],
            [
                ("Year 2009-2010", Text(Row(1, 1) + Row(2, 5) + Row(3, 9))),
                ("Year 2010-2011", Text(Row(2, 5) + Row(3, 9) + Row(4, 10))),
            ]
        );

        using var shop = TestShop.Of([TestShop.Csv(folder["book.xlsx"])], TestShop.RecipeOf(""));

        Assert.Equal(
            [new(3, 0, 0, 2), new LineVersions(1, 0, 2, 0)],
            shop.Contents.Sources.Select(s => s.Versions)
        );
        Assert.Equal(10, shop.Number("select sum(amount)::double from core.orders"));
    }

    static TestShop ShopOf(params string[] files) => TestShop.OfFiles([.. files.Select(Text)]);

    static string Text(string lines) => $"{TestShop.Header}\n{lines}";

    static string ResultsOf(TestShop shop) =>
        shop.Rows("select * exclude (line) from core.order_lines order by all")
        + shop.Rows("from core.orders order by all")
        + TestShop.TextOf(shop.Study().Customers);
}
