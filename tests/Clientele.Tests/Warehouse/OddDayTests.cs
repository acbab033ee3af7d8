using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Days that are hardly meant: never taken in silence, and never the day from which all is seen.</summary>
public sealed class OddDayTests
{
    static readonly DateOnly Today = new(2023, 6, 1);

    const string Future =
        "orders.csv, column order_date: 1 row is dated after today (line 43: 2099-12-31). If that is wrong, mend the file, "
        + "or take it out with the rule date_window of a recipe; --as-of says from which day all is seen.";

    [Fact]
    public void An_order_after_today_is_refused_with_its_line_and_both_ways_to_go_on()
    {
        var error = Assert.Throws<ImportRefusedException>(() => Of([.. Good(41), Order("2099-12-31")]));

        Assert.Equal(
            "orders.csv, column order_date: 1 row is dated after today, 2023-06-01 (line 43: 2099-12-31), so that all answers would be seen from 2100-01-01. "
                + "If it is meant, say from which day to look: --as-of 2023-01-29 leaves out what is later. If not, mend the file, "
                + "or take such orders out with the rule date_window of a recipe.",
            error.Message
        );
    }

    [Fact]
    public void With_as_of_the_run_goes_on_and_tells_it_in_the_report_and_in_the_table_import()
    {
        using var shop = Of([.. Good(41), Order("2099-12-31")], asOf: new(2023, 1, 29));

        Assert.Equal([Future], shop.Summary.Warnings);
        var import = ImportTable.Of(shop.Database, shop.Contents, TimeZones.Utc);
        Assert.Equal([Future.TrimEnd('.')], import.Texts("notes"));
        Assert.Equal([Future], ManifestInput.Of(shop.Summary with { Sha256 = "" }).Warnings);
        Assert.Equal([Future], WhatWasRead.Tell(shop.Study(), import, shop.Summary.Warnings).Caveats);
    }

    [Fact]
    public void With_a_date_window_the_run_goes_on_from_the_day_after_the_last_order_that_stays()
    {
        using var shop = Of(
            [.. Good(41), Order("2099-12-31")],
            clean: "- date_window:\n    before: 2024-01-01"
        );

        Assert.Equal(new DateOnly(2023, 1, 29), shop.Contents.AsOf);
        Assert.Equal([Future], shop.Summary.Warnings);
    }

    [Theory]
    [InlineData("2023-06-01")]
    [InlineData("2023-06-02")]
    public void Today_and_what_is_today_elsewhere_are_not_odd(string day)
    {
        using var shop = Of([.. Good(41), Order(day)]);

        Assert.Empty(shop.Summary.Odd);
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("1970-01-01")]
    [InlineData("2099-12-31")]
    public void A_day_that_is_decades_away_from_all_others_is_told_without_a_clock_too(string day)
    {
        using var shop = Of([.. Good(41), Order(day)], today: null);

        Assert.Equal(
            [
                $"orders.csv, column order_date: 1 row has a day that is hardly meant (line 43: {day}). "
                    + "It counts as it stands: mend the file, or take it out with the rule date_window of a recipe.",
            ],
            shop.Summary.Warnings
        );
    }

    [Fact]
    public void Three_of_many_are_named_by_their_lines_whatever_stands_before_them()
    {
        var odd = Enumerable.Range(0, 5).Select(i => Order($"1900-01-0{i + 1}"));
        using var shop = Of([
            "a,ann,2023-01-02,mug,\"two\nlines\",1,1.00,F",
            "b,ann,2023-01-02",
            .. Good(60),
            "c,ann,2023-01-02,mug,M,many,1.00,F",
            .. odd,
        ]);

        Assert.Equal(2, shop.Summary.Rejected);
        Assert.Contains(
            ": 5 rows have days that are hardly meant (line 66: 1900-01-01, line 67: 1900-01-02, line 68: 1900-01-03, …). They count",
            Assert.Single(shop.Summary.Warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_shop_that_rested_for_years_has_no_odd_days()
    {
        using var shop = Of([
            .. Enumerable.Range(0, 20).Select(i => $"{i},ann,2005-01-02,mug,M,1,1.00,F"),
            .. Good(20),
        ]);

        Assert.Empty(shop.Summary.Odd);
    }

    [Fact]
    public void Each_file_tells_its_own()
    {
        using var folder = new TestFolder();
        var first = folder.Write("a.csv", Text([.. Good(30)]));
        var second = folder.Write(
            "b.csv",
            Text([.. Good(9).Select(line => $"b{line}"), Order("1901-01-01")])
        );

        using var shop = TestShop.Of(
            [new FileSource([first, second], new ImportOptions { Today = Today })],
            TestShop.RecipeOf("")
        );

        Assert.Empty(shop.Contents.Sources[0].Warnings);
        Assert.Contains(
            "b.csv, column order_date: 1 row has a day that is hardly meant (line 11: 1901-01-01)",
            Assert.Single(shop.Contents.Sources[1].Warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_row_of_a_known_export_is_named_by_its_line_in_the_file()
    {
        const string order = "2026-05-01T01:30:00+00:00\tShipped\tmug\tB00\t1\t5.00\n";
        using var shop = ShapeShop.Of(
            (
                "orders.txt",
                "amazon-order-id\tpurchase-date\torder-status\tsku\tasin\tquantity\titem-price\n"
                    + string.Concat(Enumerable.Range(1, 20).Select(i => $"{i}\t{order}"))
                    + $"99\t{order.Replace("2026", "1926", StringComparison.Ordinal)}"
            )
        );

        Assert.Equal("amazon_all_orders", shop.Summary.Shape);
        Assert.Contains(
            "orders.txt, column purchase-date: 1 row has a day that is hardly meant (line 22: 1926-05-01T01:30:00+00:00)",
            Assert.Single(shop.Summary.Warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Registrations_are_looked_at_too()
    {
        using var shop = ShapeShop.Of(
            ("orders.csv", Text([.. Good(9)])),
            (
                "customers.csv",
                "customer_id,country,registered_at\n"
                    + string.Concat(Enumerable.Range(0, 9).Select(i => $"c{i},F,2022-01-02\n"))
                    + "z,F,1900-01-01\n"
            )
        );

        Assert.Equal(
            [
                "customers.csv, column registered_at: 1 row has a day that is hardly meant (line 11: 1900-01-01). It counts as it stands: mend the file.",
            ],
            shop.Contents.Sources[1].Warnings
        );
    }

    static IEnumerable<string> Good(int rows) =>
        Enumerable.Range(0, rows).Select(i => $"{i},c{i % 9},2023-01-{1 + i % 28:00},m,M,1,1.00,F");

    static string Order(string day) => $"x{day},z,{day},m,M,1,1.00,F";

    static string Text(IReadOnlyList<string> rows) => string.Join('\n', rows.Prepend(TestShop.Header)) + "\n";

    static TestShop Of(IReadOnlyList<string> rows, DateOnly? asOf = null, string clean = "") =>
        Of(rows, Today, asOf, clean);

    static TestShop Of(IReadOnlyList<string> rows, DateOnly? today, DateOnly? asOf = null, string clean = "")
    {
        using var folder = new TestFolder();
        return TestShop.Of(
            [new FileSource([folder.Write("orders.csv", Text(rows))], new ImportOptions { Today = today })],
            TestShop.RecipeOf(clean),
            asOf
        );
    }
}
