using System.Globalization;
using Clientele.Insights;
using Clientele.Models;

namespace Clientele.Tests;

public sealed class CustomerValueTests
{
    static string Day(int day) =>
        new DateOnly(2023, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Customers who buy every 10, 20, 30 … days, some of them only for a while; a return now and then.</summary>
    static IEnumerable<string> Lines(int customers, int days)
    {
        for (var customer = 0; customer < customers; customer++)
        {
            var (step, end) = (10 + (customer % 9 * 10), customer % 4 == 0 ? days / 2 : days);
            for (
                var (day, order) = (customer * 7 % 120, 0);
                day < end;
                day += step + (order * 3 % 5), order++
            )
            {
                yield return $"{customer}-{order},C{customer:000},{Day(day)},P{order % 5},Thing,{1 + (customer % 3)},{5 + (customer % 11)},Spain";
            }
        }
    }

    static Insight Answer(TestShop shop, params string[] slugs) =>
        BesideProfileTests.Ask(shop, [.. slugs, "value"])[^1];

    [Fact]
    public void Every_table_is_whole_and_no_number_is_negative_or_missing()
    {
        using var shop = TestShop.Of(Lines(120, 420));
        var answer = Answer(shop, "rfm");

        Assert.False(answer.Unanswered);
        Assert.Equal(
            0,
            shop.Number(
                """
                select count(*) from results.customer_value
                where not (
                  probability_alive between 0 and 1 and expected_orders_90d >= 0 and expected_orders_365d >= expected_orders_90d * 0.5
                  and expected_spend > 0 and value_90d >= 0 and value_365d >= value_90d
                  and value_90d_low between 0 and value_90d_high and value_365d_low between 0 and value_365d_high
                  and lifetime_value >= 0 and decile between 1 and 10 and model is not null
                )
                """
            )
        );
        Assert.Contains(
            answer.Caveats,
            c => c.Contains("drawn towards the mean of all", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Horizons_are_judged_where_three_fit_and_parts_add_up()
    {
        using var shop = TestShop.Of(Lines(120, 420));
        Answer(shop, "rfm");

        Assert.Equal(120, shop.Number("select count(*) from results.customer_value"));
        Assert.Equal(
            12,
            shop.Number(
                "select min(n) from (select count(*) as n from results.customer_value group by decile)"
            )
        );
        // 420 days hold three outcomes of 90 days and a history; no year does.
        Assert.Equal(
            36,
            shop.Number(
                "select count(*) from results.value_tournament where horizon = 90 and cut_off is not null"
            )
        );
        Assert.Equal(
            ["not judged"],
            shop.Texts(
                "select verdict from results.value_tournament where horizon = 365 and cut_off is null and published"
            )
        );
        Assert.Equal(
            3,
            shop.Number("select count(*) from results.value_tournament where horizon = 90 and published")
        );
        Assert.Equal(30, shop.Number("select count(*) from results.value_deciles"));
        // Segments add up to all.
        Assert.Equal(
            0,
            shop.Number(
                """
                select max(abs(whole - parts)) from (
                  select month, sum(expected) filter (where segment = 'all')::double as whole, sum(expected) filter (where segment <> 'all')::double as parts
                  from results.revenue_forecast group by month
                )
                """
            ),
            tolerance: 0.01
        );
        Assert.Equal(
            13,
            shop.Number(
                "select count(*) from results.revenue_forecast where segment = 'all' and low <= expected and expected <= high"
            )
        );
    }

    [Fact]
    public void What_happens_after_as_of_changes_nothing()
    {
        List<string> before = [.. Lines(80, 420)];
        var asOf = new DateOnly(2023, 1, 1).AddDays(420);
        string[] after =
        [
            .. Enumerable.Range(0, 80).Select(i => $"late-{i},C{i:000},{Day(421 + i)},P1,Thing,100,99,Spain"),
            $"return-1,C001,{Day(430)},P1,Thing,-1,5,Spain",
        ];
        using var known = TestShop.Of(before, asOf: asOf);
        using var more = TestShop.Of([.. before, .. after], asOf: asOf);
        Answer(known, "rfm");
        Answer(more, "rfm");

        Assert.All(
            (string[])
                [
                    "customer_value",
                    "value_tournament",
                    "value_deciles",
                    "value_importance",
                    "revenue_forecast",
                    "value_correlations",
                    "value_tracking",
                ],
            table => Assert.Equal(known.Rows($"from results.{table}"), more.Rows($"from results.{table}"))
        );
    }

    [Theory]
    [InlineData("one customer, one order")]
    [InlineData("all bought once")]
    [InlineData("all on the last day")]
    [InlineData("a whale")]
    public void A_shop_that_tells_little_is_answered_with_a_sentence(string kind)
    {
        IEnumerable<string> lines = kind switch
        {
            "one customer, one order" => [$"1,A,{Day(0)},P,Thing,1,5,Spain"],
            "all bought once" => Enumerable
                .Range(0, 60)
                .Select(i => $"{i},C{i},{Day(i * 3)},P,Thing,1,{5 + i},Spain"),
            "all on the last day" => Enumerable
                .Range(0, 60)
                .Select(i => $"{i},C{i},{Day(0)},P,Thing,1,{5 + i},Spain"),
            _ =>
            [
                .. Lines(60, 100),
                .. Enumerable.Range(0, 100).Select(i => $"w{i},WHALE,{Day(i)},P,Thing,1000,{100 + i},Spain"),
            ],
        };
        using var shop = TestShop.Of(lines);
        var answer = Answer(shop);

        Assert.False(answer.Unanswered);
        Assert.Contains(answer.Caveats, c => c.Contains("not judged", StringComparison.Ordinal));
        Assert.Contains(
            answer.Caveats,
            c => c.Contains("drawn towards the mean of all", StringComparison.Ordinal)
        );
        Assert.Equal(
            0,
            shop.Number(
                """
                select count(*) from results.customer_value
                where value_90d is null or value_365d is null or lifetime_value is null or value_365d_high is null
                  or value_90d < 0 or isnan(probability_alive) or isnan(expected_orders_365d)
                """
            )
        );
    }

    /// <summary>The numbers that were asked for, on the ninety days that followed.</summary>
    [Fact]
    public void Online_Retail_in_September_foretells_the_ninety_days_after_it()
    {
        using var shop = OnlineRetailTests.Of("default");
        var asOf = new DateTime(2011, 9, 10, 0, 0, 0, DateTimeKind.Unspecified);
        var study = new Study(shop.Database, new(asOf), seed: 42);
        var answer = new CustomerValue(new ValueOptions()).Answer(study);
        var (later, now) = (
            Clientele.Features.ValueFeatures.Set.Compute(shop.Database, new(asOf.AddDays(91))),
            Clientele.Features.ValueFeatures.Set.Compute(shop.Database, new(asOf))
        );
        var after = later.Texts("customer_id").Zip(later.Numbers("net_spent")).ToDictionary();
        double[] came =
        [
            .. now.Texts("customer_id")
                .Zip(now.Numbers("net_spent"), (id, spent) => Math.Max(0, after[id] - spent)),
        ];
        var values = study.Saved.First(t => t.Name == "customer_value");
        var said = values.Numbers("value_90d");

        Assert.Equal(now.Texts("customer_id"), values.Texts("customer_id"));
        Assert.InRange(came.Length, 3350, 3370);
        Assert.InRange(RankingScores.NormalizedGini(came, said), 0.765, 1);
        Assert.InRange(Correlation.Spearman(came, said), 0.50, 1);
        Assert.InRange((said.Sum() / came.Sum()) - 1, -0.45, 0.45);
        var (low, high) = (values.Numbers("value_90d_low"), values.Numbers("value_90d_high"));
        Assert.InRange(
            came.Where((y, i) => y >= low[i] && y <= high[i]).Count() / (double)came.Length,
            0.70,
            0.92
        );
        Assert.True(high.Zip(low, (h, l) => h - l).Distinct().Count() > 1000);
        Assert.Contains(answer.Caveats, c => c.Contains("no whole year", StringComparison.Ordinal));
        Assert.Contains(
            answer.Caveats,
            c =>
                c.Contains("edge", StringComparison.Ordinal)
                || c.Contains("nobody ever stops", StringComparison.Ordinal)
        );
    }
}
