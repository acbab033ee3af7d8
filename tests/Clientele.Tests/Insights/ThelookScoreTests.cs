using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Tests;

public sealed class ThelookScoreTests
{
    const string Header = "order_id,customer_id,order_date,line_total\n";

    /// <summary>Twenty-four customers of four kinds of recency and money, of whom the last six buy twice.</summary>
    static string Orders(string more = "")
    {
        var lines = new List<string>();
        for (var i = 0; i < 24; i++)
        {
            var (kind, within) = (i / 6, i % 6);
            var last = new DateOnly(2023, 12, 31).AddDays(-(((3 - kind) * 300) + within));
            var spent = (10 * Math.Pow(10, kind)) + within;
            if (kind == 3)
            {
                lines.Add($"a{i},c{i:00},{last.AddDays(-20):yyyy-MM-dd},{spent:0}");
            }

            lines.Add($"b{i},c{i:00},{last:yyyy-MM-dd},{spent:0}");
        }

        return Header + string.Join('\n', lines) + "\n" + more;
    }

    static (Table Scores, Table Segments, Insight Insight) Answer(
        TestShop shop,
        ThelookScoreOptions? options = null,
        int seed = 0
    )
    {
        var study = shop.Study(seed: seed);
        var insight = new ThelookScores(options ?? new()).Answer(
            study,
            TestContext.Current.CancellationToken
        );
        return (
            study.Saved.First(t => t.Name == "thelook_scores"),
            study.Saved.First(t => t.Name == "thelook_segments"),
            insight
        );
    }

    [Fact]
    public void Scores_are_those_worked_by_hand()
    {
        using var shop = TestShop.OfFile(Orders());
        var scores = Answer(shop).Scores;

        Assert.Equal(Repeated(0, 1, 2, 3), scores.Numbers("r_score"));
        Assert.Equal(Repeated(0, 0, 0, 3), scores.Numbers("f_score"));
        Assert.Equal(Repeated(0, 1, 2, 3), scores.Numbers("m_score"));
        Assert.Equal(Repeated(0, 2, 4, 9), scores.Numbers("score"));
        Assert.Equal(
            Repeated(0, 1, 2, 3).Select(k => new[] { "Lost", "At Risk", "Average", "Best" }[(int)k]),
            scores.Texts("name")
        );
        Assert.Equal("1", scores["recency"].ToText(18));
        Assert.Equal("20000.00", scores["monetary"].ToText(18));
    }

    static double[] Repeated(params double[] kinds) =>
        [.. kinds.SelectMany(kind => Enumerable.Repeat(kind, 6))];

    [Fact]
    public void Quartile_classes_part_no_equals()
    {
        using var shop = TestShop.OfFile(Orders());
        var scores = Answer(shop).Scores;

        Assert.Equal(Repeated(1, 2, 3, 4), scores.Numbers("r_class"));
        Assert.Equal(Repeated(1, 2, 3, 4), scores.Numbers("m_class"));
        // Three quarters ordered once: the third quartile lies a quarter of the way from 1 to 2.
        Assert.Equal(Repeated(1, 1, 1, 4), scores.Numbers("f_class"));
        Assert.Equal("111", scores.Texts("rfm_class")[0]);
        Assert.Equal("444", scores.Texts("rfm_class")[23]);
    }

    [Theory]
    [InlineData(0, "Lost")]
    [InlineData(1, "At Risk")]
    [InlineData(2, "At Risk")]
    [InlineData(3, "Average")]
    [InlineData(4, "Average")]
    [InlineData(5, "Good")]
    [InlineData(6, "Good")]
    [InlineData(7, "Best")]
    [InlineData(9, "Best")]
    public void Names_are_those_printed(int total, string name) => Assert.Equal(name, ScoreNames.Of(total));

    [Fact]
    public void Orders_from_the_day_on_change_nothing()
    {
        using var before = TestShop.OfFile(Orders(), asOf: new(2024, 1, 1));
        using var after = TestShop.OfFile(
            Orders("z1,c00,2024-01-01,5000\nz2,new,2024-03-01,9000\n"),
            asOf: new(2024, 1, 1)
        );

        Assert.Equal(TestShop.TextOf(Answer(before).Scores), TestShop.TextOf(Answer(after).Scores));
    }

    [Fact]
    public void Powers_need_revenue_above_nothing_and_say_so()
    {
        using var shop = TestShop.OfFile(Orders("n1,nil,2023-12-31,0\n"));
        var (scores, segments, insight) = Answer(shop);

        Assert.All(scores.Texts("label_box_cox"), Assert.Empty);
        Assert.Equal(["raw", "score"], segments.Texts("labeling").Distinct());
        Assert.Contains(insight.Caveats, c => c.Contains("label_box_cox is empty", StringComparison.Ordinal));
    }

    [Fact]
    public void Few_customers_and_equal_ones_are_not_divided()
    {
        using var few = TestShop.OfFile(Header + "1,a,2023-01-01,5\n");
        using var equal = TestShop.OfFile(
            Header + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i},c{i},2023-01-01,5\n"))
        );

        Assert.Contains(
            "at least 20 customers",
            Assert.Throws<InsufficientDataException>(() => Answer(few)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "too much alike",
            Assert.Throws<InsufficientDataException>(() => Answer(equal)).Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>Printed of the extract that is stood in for: Active 1,784, of whom 1,756 below 3,000 bring 52 %.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Of_the_extract_active_customers_bring_about_half(int seed)
    {
        using var shop = TestShop.Of(
            [new ThelookSource(new() { Seed = seed })],
            RecipeReader.Load("thelook-europe")
        );
        var (scores, segments, insight) = Answer(shop, seed: seed);

        Assert.Equal("Active Casual Quiet", string.Join(' ', segments.Texts("segment").Take(3)));
        Assert.Equal(1_784, segments.Numbers("customers")[0], tolerance: 180);
        Assert.Equal(8_726, segments.Numbers("customers")[1], tolerance: 900);
        Assert.Equal(3_537, segments.Numbers("customers")[2], tolerance: 700);
        Assert.Equal(0.52, segments.Numbers("revenue_share")[0], tolerance: 0.03);
        Assert.Equal(1_074, segments.Numbers("mean_revenue")[0], tolerance: 50);
        Assert.Equal(334, segments.Numbers("mean_order_value")[0], tolerance: 20);
        Assert.Equal(508, segments.Numbers("mean_days_first_to_last")[0], tolerance: 40);
        Assert.Equal(942, segments.Numbers("mean_days_since_last")[2], tolerance: 60);
        Assert.Equal(0, scores.Numbers("score").Min());
        Assert.Equal(9, scores.Numbers("score").Max());
        // Printed 896 and 3,202 of an earlier cut.
        Assert.Equal(896, scores.Texts("name").Count(n => n == "Lost"), tolerance: 150);
        Assert.InRange(scores.Texts("name").Count(n => n == "Best"), 2_000, 3_500);
        Assert.All(
            (string[])["label_raw", "label_box_cox", "label_score"],
            label => Assert.Equal(["Active", "Casual", "Quiet"], scores.Texts(label).Distinct().Order())
        );
        // Cut points as printed: 74.5, 227.8, 493.3 days and 44.75, 118.98, 323.96 of revenue.
        Assert.Equal(227.8, Median(scores.Numbers("recency")), tolerance: 20);
        Assert.Equal(118.98, Median(scores.Numbers("monetary")), tolerance: 5);
        Assert.Contains("are Active and bring 5", insight.Answer, StringComparison.Ordinal);
    }

    static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
