using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Times are stored in UTC, and days, hours and cohorts are by the shop's clock.</summary>
public sealed class TimeZoneTests
{
    [Theory]
    [InlineData("Europe/London", "2024-01-15 23:30:00+00:00", "2024-01-15 23:30:00")]
    [InlineData("Europe/London", "2024-06-15 23:30:00+00:00", "2024-06-16 00:30:00")]
    [InlineData("America/New_York", "2024-06-16T02:30:00Z", "2024-06-15 22:30:00")]
    [InlineData("Australia/Sydney", "2024-06-15 23:30:00+00:00", "2024-06-16 09:30:00")]
    [InlineData("Asia/Kolkata", "2024-06-15 23:30:00 UTC", "2024-06-16 05:00:00")]
    [InlineData("Asia/Kolkata", "2024-06-16 01:00:00.500+02:00", "2024-06-16 04:30:00.5")]
    [InlineData("Europe/London", "1718494200", "2024-06-16 00:30:00")]
    public void A_time_that_says_its_offset_is_shown_by_the_clock_of_the_shop(
        string zone,
        string written,
        string shown
    )
    {
        using var shop = ShopIn(zone, written);

        Assert.Equal([shown], shop.Texts("select ordered_at::varchar from core.orders"));
        Assert.Equal([shown], shop.Texts("select ordered_at::varchar from core.order_lines"));
        Assert.Equal(Clock.Offset, shop.Summary.Written!.Clock);
    }

    [Theory]
    [InlineData("Europe/London", "2024-06-16 00:30:00", "2024-06-15 23:30:00")]
    [InlineData("America/New_York", "2024-06-15 22:30:00.5", "2024-06-16 02:30:00.5")]
    [InlineData("Australia/Sydney", "16.06.2024 09:30", "2024-06-15 23:30:00")]
    [InlineData("Asia/Kolkata", "2024-06-16T05:00:00", "2024-06-15 23:30:00")]
    [InlineData("Asia/Kolkata", "45459.5", "2024-06-16 06:30:00")]
    public void A_time_without_an_offset_is_by_the_clock_of_the_shop_and_stored_in_UTC(
        string zone,
        string written,
        string stored
    )
    {
        using var shop = ShopIn(zone, written);

        Assert.Equal([stored], shop.Texts("select ordered_at::varchar from raw.lines"));
        Assert.Equal(Clock.Shop, shop.Summary.Written!.Clock);
        Assert.Equal(
            0,
            shop.Number(
                $"select count(*) from core.orders where ordered_at <> timezone('{zone}', timezone('UTC', timestamp '{stored}'))"
            )
        );
    }

    [Theory]
    [InlineData("Europe/London", "2023-10-29 01:30:00", "2023-10-29 01:30:00")]
    [InlineData("America/New_York", "2023-11-05 01:30:00", "2023-11-05 06:30:00")]
    [InlineData("Australia/Sydney", "2023-04-02 02:30:00", "2023-04-01 16:30:00")]
    [InlineData("America/Sao_Paulo", "2019-02-16 23:30:00", "2019-02-17 02:30:00")]
    public void An_hour_that_is_there_twice_is_the_second_one(string zone, string written, string stored)
    {
        using var shop = ShopIn(zone, written);

        Assert.Equal([stored], shop.Texts("select ordered_at::varchar from raw.lines"));
        Assert.Equal([written], shop.Texts("select ordered_at::varchar from core.orders"));
    }

    [Theory]
    [InlineData("Europe/London", "2023-03-26 01:30:00", "2023-03-26 02:30:00")]
    [InlineData("America/New_York", "2023-03-12 02:30:00", "2023-03-12 03:30:00")]
    [InlineData("Australia/Sydney", "2023-10-01 02:30:00", "2023-10-01 03:30:00")]
    [InlineData("America/Sao_Paulo", "2018-11-04 00:00:00", "2018-11-04 01:00:00")]
    public void An_hour_that_is_not_there_is_the_one_after_it_on_the_same_day(
        string zone,
        string written,
        string shown
    )
    {
        using var shop = ShopIn(zone, written);

        Assert.Equal(0, shop.Summary.Rejected);
        Assert.Equal([shown], shop.Texts("select ordered_at::varchar from core.orders"));
    }

    [Theory]
    [InlineData("Europe/London", "2023-10-29T00:30:00Z", "2023-10-29T01:30:00Z")]
    [InlineData("America/New_York", "2023-11-05T05:30:00Z", "2023-11-05T06:30:00Z")]
    [InlineData("Australia/Sydney", "2023-04-01T15:30:00Z", "2023-04-01T16:30:00Z")]
    [InlineData("America/Sao_Paulo", "2019-02-17T01:30:00Z", "2019-02-17T02:30:00Z")]
    public void Both_passes_of_an_hour_that_is_there_twice_are_told_apart_by_their_offsets(
        string zone,
        string first,
        string second
    )
    {
        using var shop = ShopIn(zone, first, second);

        Assert.Equal(1, shop.Number("select count(distinct ordered_at) from core.orders"));
        Assert.Equal(2, shop.Number("select count(distinct ordered_at) from raw.lines"));
    }

    [Fact]
    public void A_file_may_have_times_with_and_without_offsets()
    {
        using var shop = ShopIn("Europe/London", "2024-06-16 00:30:00", "2024-06-16 00:30:00+01:00");

        Assert.Equal(Clock.Both, shop.Summary.Written!.Clock);
        Assert.Equal(
            ["2024-06-15 23:30:00"],
            shop.Texts("select distinct ordered_at::varchar from raw.lines")
        );
    }

    [Fact]
    public void As_of_is_a_day_of_the_shop()
    {
        // Three orders around midnight in Auckland, where 2024-06-16 begins at 12:00 UTC.
        string[] times = ["2024-06-15T11:59:59Z", "2024-06-15T12:00:00Z", "2024-06-16T11:59:59Z"];
        using var shop = ShopIn("Pacific/Auckland", times);
        Assert.Equal(new DateOnly(2024, 6, 17), shop.Contents.AsOf);

        using var before = TestShop.OfFiles(
            [Text(times)],
            asOf: new DateOnly(2024, 6, 16),
            zone: "Pacific/Auckland"
        );
        var customers = before.Study().Customers;
        Assert.Equal([1], customers.Numbers("orders"));
    }

    [Fact]
    public void Columns_of_the_profile_and_rules_of_the_recipe_go_by_the_clock_of_the_shop()
    {
        using var shop = TestShop.OfFiles(
            [Text("2024-06-15T23:30:00Z", "2024-06-16T23:30:00Z")],
            "- date_window: { from: 2024-06-17 }",
            zone: "Europe/London"
        );

        Assert.Equal(["2024-06-17 00:30:00"], shop.Texts("select ordered_at::varchar from core.order_lines"));
        Assert.Equal(["2024-06-16 00:30:00"], shop.Texts("select min(ordered_at)::varchar from raw.fields"));
    }

    [Theory]
    [InlineData("infinity")]
    [InlineData("294247-01-10 03:59:59")]
    [InlineData("290000-01-01 (BC)")]
    public void A_time_beyond_all_calendars_is_a_bad_row(string written)
    {
        var good = Enumerable.Repeat("2024-06-15 12:00:00", 30);
        using var shop = ShopIn("America/New_York", [.. good, written]);

        Assert.Equal(["32"], shop.Texts("select line::varchar from raw.rejects"));
    }

    [Theory]
    [InlineData("Europe/London", "+00:00", "+01:00")]
    [InlineData("America/New_York", "-05:00", "-04:00")]
    [InlineData("Australia/Sydney", "+11:00", "+10:00")]
    [InlineData("Asia/Kolkata", "+05:30", "+05:30")]
    public void A_file_by_the_shops_clock_and_one_with_offsets_give_the_same_tables(
        string zone,
        string january,
        string july
    )
    {
        // Every eleven hours of a year, but for the two days on which clocks change.
        var times = Enumerable
            .Range(0, 780)
            .Select(i => new DateTime(2023, 1, 1).AddHours(11 * i))
            .Where(t => t.Month is 1 or 2 or 6 or 7 or 8 or 12)
            .ToList();
        string Offset(DateTime t) => t.Month is 1 or 2 or 12 ? january : july;
        using var byClock = ShopIn(zone, [.. times.Select(t => $"{t:yyyy-MM-dd HH:mm:ss}")]);
        using var byOffset = ShopIn(zone, [.. times.Select(t => $"{t:yyyy-MM-dd HH:mm:ss}{Offset(t)}")]);

        Assert.Equal(ResultsOf(byClock), ResultsOf(byOffset));
        Assert.Equal(
            byClock.Rows("select ordered_at from raw.lines order by line"),
            byOffset.Rows("select ordered_at from raw.lines order by line")
        );
    }

    [Fact]
    public void The_days_of_the_demo_are_those_of_its_shop()
    {
        var options = new DemoOptions
        {
            Customers = 60,
            Months = 6,
            Browsing = false,
        };
        var plan = new ShopPlan([new DemoSource(options)], TestShop.RecipeOf(""));
        using var inUtc = TestShop.Of(plan);
        using var inSydney = TestShop.Of(plan with { TimeZone = "Australia/Sydney" });

        const string hours =
            "select hour(ordered_at) as hour, count(*) as n from core.order_lines group by 1 having hour not in (1, 2, 3) order by 1";
        Assert.Equal(inUtc.Rows(hours), inSydney.Rows(hours));
        Assert.NotEqual(
            inUtc.Rows("select min(ordered_at) as t from raw.lines"),
            inSydney.Rows("select min(ordered_at) as t from raw.lines")
        );
    }

    [Fact]
    public void Zones_are_those_whose_names_mean_one_place_on_every_machine()
    {
        Assert.True(TimeZones.Knows("UTC"));
        Assert.True(TimeZones.Knows("America/Argentina/Buenos_Aires"));
        Assert.All(
            (string[])["BST", "europe/london", "Europe/Bonn", "", "+01:00"],
            z => Assert.False(TimeZones.Knows(z))
        );
    }

    static List<string> ResultsOf(TestShop shop)
    {
        var study = shop.Study();
        new Insights.Cohorts(new CohortOptions()).Answer(study);
        new Profile().Answer(study);

        return [.. study.Saved.Select(TestShop.TextOf)];
    }

    static TestShop ShopIn(string zone, params string[] times) => TestShop.OfFiles([Text(times)], zone: zone);

    static string Text(params string[] times) =>
        TestShop.Header
        + "\n"
        + string.Concat(times.Select((t, i) => $"{i},c{i / 20},{t},m{i % 3},Mug,1,{i % 5 + 1}.00,F\n"));
}
