using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>A run on a shop that is published: what is new, changed, the same and gone.</summary>
public sealed class SinceEarlierTests : IDisposable
{
    const string June = """
        1,a,2024-06-01 10:00,m,Mug,2,3.50,F
        1,a,2024-06-01 10:00,m,Mug,2,3.50,F
        1,a,2024-06-01 10:00,t,Tea,1,5.00,F
        2,b,2024-06-02 11:00,m,Mug,1,3.50,F

        """;

    const string July = "3,c,2024-07-03 12:00,m,Mug,1,3.50,F\n";

    readonly RepublishedShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void The_first_run_has_nothing_to_compare_with()
    {
        using var shop = After(null, June);

        Assert.Null(shop.Contents.Comparison);
        Assert.Null(shop.Summary.Since);
        Assert.All(
            (string[])["new_since", "changed_since", "same_since", "gone_since"],
            column => Assert.True(double.IsNaN(Import(shop).Numbers(column)[0]))
        );
        Assert.Equal("4 rows were found in 1 table; all could be read.", Told(shop).Answer);
    }

    [Fact]
    public void The_same_lines_in_another_order_are_all_the_same()
    {
        var lines = June.Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse();

        using var shop = After(Published(June), string.Join('\n', lines) + "\n");

        Assert.Equal(new LinesSince(0, 0, 4), shop.Summary.Since);
        Assert.Equal(new Comparison("earlier", 0, null), shop.Contents.Comparison);
        Assert.EndsWith(
            "4 lines were published before just so, and none is new.",
            Told(shop).Answer,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_newer_export_says_what_is_new_changed_the_same_and_gone()
    {
        // One mug of order 1 went, its tea has a new price, and a third order came.
        const string now = """
            1,a,2024-06-01 10:00,m,Mug,2,3.50,F
            1,a,2024-06-01 10:00,t,Tea,1,4.00,F
            2,b,2024-06-02 11:00, m ,Mug,1,3.5,F
            3,c,2024-07-03 12:00,m,Mug,1,3.50,F

            """;

        using var shop = After(Published(June), now);

        Assert.Equal(new LinesSince(1, 1, 2), shop.Summary.Since);
        Assert.Equal(1, shop.Contents.Comparison!.Gone);
        Assert.Equal(
            "orders1.csv,4,0,0,earlier,1,1,2,1\n",
            TestShop.TextOf(Columns(Import(shop))).Split('\n', 2)[1]
        );
        var told = Told(shop);
        Assert.EndsWith(
            " Beside what was published before, 1 line is new, 1 has changed and 2 are the same.",
            told.Answer,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "1 line that was published before is in no file any more, and so in no answer. If the files hold only the newest orders, give the older files too.",
            ],
            told.Caveats
        );
    }

    [Theory]
    [InlineData("1.0, a ,2024-06-01,m,Mug,1,1.00,F\n")]
    [InlineData(" 1 ,a.0,2024-06-01, m,Mug ,1,1.0,F\n")]
    public void What_the_cleaned_shop_holds_as_the_same_is_the_same(string again)
    {
        using var shop = After(Published("1,a,2024-06-01,m,Mug,1,1.00,F\n"), again);

        Assert.Equal((new LinesSince(0, 0, 1), 0), (shop.Summary.Since, shop.Contents.Comparison!.Gone));
        Assert.Equal(["1"], shop.Texts("select order_id from core.orders"));
    }

    [Fact]
    public void The_case_of_an_email_is_no_change_and_that_of_an_order_number_is_another_order()
    {
        const string header = "order_id,date,email,price\n";
        var earlier = _shop.PublishedAs(
            TimeZones.Utc,
            header + "a1,2024-06-01,Ann@x.com,5\nb1,2024-06-02,b@x.com,5\n"
        );

        using var shop = _shop.Next(
            earlier,
            TimeZones.Utc,
            header + "a1,2024-06-01,ann@X.com,5\nB1,2024-06-02,b@x.com,5\n"
        );

        Assert.Equal(new LinesSince(1, 0, 1), shop.Summary.Since);
    }

    [Fact]
    public void Of_equal_lines_each_meets_one_and_what_is_over_is_new_or_gone()
    {
        const string mug = "1,a,2024-06-01,m,Mug,1,1.00,F\n";

        using var more = After(Published(mug + mug), mug + mug + mug);
        using var less = After(Published(mug + mug + mug), mug);

        Assert.Equal((new LinesSince(1, 0, 2), 0), (more.Summary.Since, more.Contents.Comparison!.Gone));
        Assert.Equal((new LinesSince(0, 0, 1), 2), (less.Summary.Since, less.Contents.Comparison!.Gone));
    }

    [Fact]
    public void Each_file_has_its_own_counts_and_lines_that_a_later_file_has_again_count_there()
    {
        using var shop = After(Published(June), June, June + July);

        Assert.Equal(
            [new LinesSince(0, 0, 0), new LinesSince(1, 0, 4)],
            shop.Contents.Sources.Select(s => s.Since)
        );
        Assert.Equal(
            shop.Number("select count(*) from raw.fields"),
            shop.Contents.Sources.Sum(s => s.Since!.New + s.Since.Changed + s.Since.Same)
        );
    }

    [Fact]
    public void Counts_go_to_the_file_that_has_the_line_and_gone_stands_with_the_last()
    {
        using var shop = After(
            Published(June),
            "2,b,2024-06-02 11:00,m,Mug,9,3.50,F\n",
            "9,z,2024-07-01,m,Mug,1,1.00,F\n" + July
        );

        Assert.Equal(
            [new LinesSince(0, 1, 0), new LinesSince(2, 0, 0)],
            shop.Contents.Sources.Select(s => s.Since)
        );
        Assert.Equal([double.NaN, 3], Import(shop).Numbers("gone_since"));
    }

    [Fact]
    public void A_shop_of_overlapping_files_is_compared_by_the_lines_that_count()
    {
        using var shop = After(Published(June, June + July), June + July);

        Assert.Equal(new LinesSince(0, 0, 5), shop.Summary.Since);
        Assert.Equal(0, shop.Contents.Comparison!.Gone);
    }

    [Fact]
    public void A_column_that_only_one_export_has_is_no_change()
    {
        var earlier = _shop.PublishedAs(
            TimeZones.Utc,
            "order_id,date,sku,price,colour\n1,2024-06-01,m,5,red\n"
        );

        using var shop = _shop.Next(
            earlier,
            TimeZones.Utc,
            "order_id,date,sku,price,country,size\n1,2024-06-01,m,5.00,France,xl\n"
        );

        Assert.Equal(new LinesSince(0, 0, 1), shop.Summary.Since);
    }

    [Fact]
    public void Lines_read_by_another_clock_are_not_compared_and_the_report_says_so()
    {
        var earlier = _shop.PublishedAs(TimeZones.Utc, $"{TestShop.Header}\n{June}");

        using var shop = _shop.Next(earlier, "Europe/London", $"{TestShop.Header}\n{June}");

        Assert.Null(shop.Summary.Since);
        Assert.Equal("its times were read by another clock, UTC", shop.Contents.Comparison!.Fault);
    }

    [Theory]
    [InlineData("drop table raw.coded_lines cascade", "its lines are of another version of Clientele")]
    [InlineData(
        "alter table raw.coded_lines rename ordered_at to made_at",
        "its lines are of another version of Clientele"
    )]
    public void A_shop_of_another_version_fails_no_run(string change, string said)
    {
        var earlier = Published(June);
        using (var database = new DuckDatabase(new DuckOptions(earlier.Database)))
        {
            DropViews(database);
            database.Execute(new("change", change));
        }

        using var shop = After(earlier, June);

        Assert.Equal(new Comparison("earlier", null, said), shop.Contents.Comparison);
        Assert.Equal(4, shop.Number("select count(*) from core.order_lines"));
    }

    static void DropViews(DuckDatabase shop) =>
        Array.ForEach(["fields", "coded", "lines"], v => shop.Execute(new("view", $"drop view raw.{v}")));

    [Fact]
    public void A_field_that_another_version_held_otherwise_is_left_out()
    {
        var earlier = Published(June);
        using (var database = new DuckDatabase(new DuckOptions(earlier.Database)))
        {
            DropViews(database);
            database.Execute(new("change", "alter table raw.coded_lines alter quantity type double"));
        }

        using var shop = After(earlier, June);

        Assert.Equal(new LinesSince(0, 0, 4), shop.Summary.Since);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no database")]
    public void A_database_that_is_not_there_or_none_fails_no_run(string? text)
    {
        var earlier = Published(June);
        File.Delete(earlier.Database);
        if (text != null)
        {
            File.WriteAllText(earlier.Database, text);
        }

        using var shop = After(earlier, June);

        Assert.Equal("its database cannot be read", shop.Contents.Comparison!.Fault);
        Assert.Equal(4, shop.Number("select count(*) from core.order_lines"));
    }

    [Fact]
    public void A_name_with_quotes_and_blanks_is_a_name()
    {
        var earlier = Published(June);
        Directory.CreateDirectory(_shop.Folder["it's a \"shop\""]);
        var moved = _shop.Folder["it's a \"shop\"/shop.duckdb"];
        File.Move(earlier.Database, moved);

        using var shop = After(earlier with { Database = moved }, June + July);

        Assert.Equal(new LinesSince(1, 0, 4), shop.Summary.Since);
    }

    EarlierShop Published(params string[] files) =>
        _shop.PublishedAs(TimeZones.Utc, [.. files.Select(lines => $"{TestShop.Header}\n{lines}")]);

    TestShop After(EarlierShop? earlier, params string[] files) =>
        _shop.Next(earlier, TimeZones.Utc, [.. files.Select(lines => $"{TestShop.Header}\n{lines}")]);

    static Table Import(TestShop shop) => ImportTable.Of(shop.Database, shop.Contents, TimeZones.Utc);

    static Insight Told(TestShop shop) => WhatWasRead.Tell(shop.Study(), Import(shop), []);

    /// <summary>What the table says of lines.</summary>
    static Table Columns(Table import) =>
        new(
            import.Name,
            [
                .. import.Columns.Where(c =>
                    c.Name is "file" or "compared_with"
                    || c.Name.EndsWith("_lines", StringComparison.Ordinal)
                    || c.Name.EndsWith("_since", StringComparison.Ordinal)
                ),
            ]
        );
}
