using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>The table import: what was read, how it was understood, and why rows were not.</summary>
public sealed class ImportTableTests
{
    static readonly string Good = string.Concat(
        Enumerable.Range(10, 60).Select(i => $"{i};c;31.01.2024 10:00;Mug;1,50;x\n")
    );

    const string Header = "order_id;customer_id;date;description;price;colour\n";

    [Fact]
    public void A_file_stands_with_how_it_is_written_and_which_columns_are_used()
    {
        using var shop = ShopOf(Header + Good + "7;c;31.01.2024 10:00;Mug;1,50;x\n");

        Assert.Equal(
            "orders1.csv,generic,utf-8,;,%d.%m.%Y %H:%M,\",\",Europe/London,61,0,0,61,,61,0,0,,,,,,"
                + "\"order_id ← order_id, customer_id ← customer_id, ordered_at ← date, product_name ← description, unit_price ← price\",colour,",
            LinesOf(shop)[1]
        );
    }

    [Fact]
    public void Rejects_are_counted_by_column_and_reason_most_first()
    {
        using var shop = ShopOf(
            Header
                + Good
                + "7;c;31.01.2024 10:00;Mug;many;x\n8;c;31.01.2024 10:00;Mug;'few';x\n;c;31.01.2024 10:00;Mug;1,50;x\n"
        );

        Assert.Contains(
            ",63,3,0,60,\"price is no number (2), order_id is empty (1)\",60,0,0,",
            LinesOf(shop)[1],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2024-01-02T10:00:00Z", "offsets")]
    [InlineData("1704189600", "offsets")]
    [InlineData("2024-01-02 10:00:00", "Europe/London")]
    public void The_clock_of_its_times_is_told(string time, string told)
    {
        using var shop = ShopOf($"order_id,customer_id,date,price\n1,a,{time},5\n");

        Assert.Equal([told], Import(shop).Texts("time_zone"));
    }

    [Fact]
    public void The_report_says_what_was_read_what_was_not_and_what_stands_in_two_files()
    {
        var first = Header + Good + "7;c;31.01.2024 10:00;Mug;many;x\n";
        using var shop = ShopOf(first, Header + Good);

        var told = WhatWasRead.Tell(shop.Study(), Import(shop), ["orders2.csv: a note."]);

        Assert.Equal(
            "121 rows were found in 2 tables; 1 could not be read, and 60 lines that an earlier table has too count once, as the later one has them.",
            told.Answer
        );
        Assert.Equal(
            [
                "Rows of orders1.csv that could not be read are in no answer: price is no number (1).",
                "orders2.csv: a note.",
            ],
            told.Caveats
        );
        Assert.Equal(60, shop.Number("select sum(same_lines) from results.import"));
    }

    [Fact]
    public void The_report_says_how_each_file_is_written_and_what_its_columns_were_taken_for()
    {
        using var shop = ShopOf(Header + Good);

        var table = WhatWasRead.Tell(shop.Study(), Import(shop), []).Figures.OfType<TableFigure>().Single();

        Assert.Equal(
            "utf-8, delimiter ‘;’, decimal mark ‘,’, %d.%m.%Y %H:%M, Europe/London",
            table.Columns.Single(c => c.Name == "Written in").Texts![0]
        );
        Assert.StartsWith(
            "order_id ← order_id, customer_id ← customer_id, ordered_at ← date",
            table.Columns.Single(c => c.Name == "Columns used").Texts![0],
            StringComparison.Ordinal
        );
    }

    static TestShop ShopOf(params string[] files) => TestShop.OfFiles(files, zone: "Europe/London");

    static Table Import(TestShop shop) => ImportTable.Of(shop.Database, shop.Contents, "Europe/London");

    static string[] LinesOf(TestShop shop) => TestShop.TextOf(Import(shop)).Split('\n');
}
