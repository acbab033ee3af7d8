using Clientele.Insights;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests;

public class RfmTests
{
    /// <summary>Scores that pandas.qcut gives to a published test of a peer: quartiles, recency reversed, mean spend.</summary>
    [Fact]
    public void Quartile_scores_are_those_of_pandas()
    {
        var r = RfmScale.OfShares([0, 36, 32, 1, 19, 4], 4, lessIsBetter: true);
        var f = RfmScale.OfShares([2, 1, 3, 3, 3, 1], 4, lessIsBetter: false);
        var m = RfmScale.OfShares([1.5, 2, 3, 6, 4, 5], 4, lessIsBetter: false);

        string[] codes =
        [
            .. new (double R, double F, double M)[]
            {
                (0, 2, 1.5),
                (36, 1, 2),
                (32, 3, 3),
                (1, 3, 6),
                (19, 3, 4),
                (4, 1, 5),
            }.Select(c => $"{r.Score(c.R)}{f.Score(c.F)}{m.Score(c.M)}"),
        ];

        Assert.Equal(["421", "111", "132", "434", "233", "314"], codes);
    }

    /// <summary>A peer prints these cuts plus one; without the one they are quantiles of type 7.</summary>
    [Fact]
    public void Cuts_are_quantiles_of_type_7()
    {
        double[] mpg =
        [
            21,
            21,
            22.8,
            21.4,
            18.7,
            18.1,
            14.3,
            24.4,
            22.8,
            19.2,
            17.8,
            16.4,
            17.3,
            15.2,
            10.4,
            10.4,
            14.7,
            32.4,
            30.4,
            33.9,
            21.5,
            15.5,
            15.2,
            13.3,
            19.2,
            27.3,
            26,
            30.4,
            15.8,
            19.7,
            15,
            21.4,
        ];

        var cuts = RfmScale.OfShares(mpg, 5, lessIsBetter: false).Cuts;

        Assert.Equal([15.2, 17.92, 21, 24.08], cuts.Select(c => Math.Round(c, 2)));
    }

    [Fact]
    public void Small_amounts_are_told_apart() // a peer adds one to its cuts and gives everybody score 1
    {
        double[] spend = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
        var scale = RfmScale.OfShares(spend, 5, lessIsBetter: false);

        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], spend.Select(scale.Score));
    }

    [Fact]
    public void Equal_customers_never_part() // a peer gives six customers of one order three different scores
    {
        double[] frequency = [1, 1, 1, 1, 1, 1, 2, 2, 3, 10];
        var scale = RfmScale.OfShares(frequency, 5, lessIsBetter: false);

        Assert.Equal([1, 1, 1, 1, 1, 1, 4, 4, 5, 5], frequency.Select(scale.Score));
    }

    [Fact]
    public void One_frequency_for_all_is_one_score() // a peer's tenths run from 0 to 4 here
    {
        var scale = RfmScale.OfShares([1, 1, 1, 1, 1], 5, lessIsBetter: false);

        Assert.Equal(1, scale.Score(1));
    }

    [Fact]
    public void A_better_value_never_scores_less() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                (NonEmptyArray<int> values, bool lessIsBetter) =>
                {
                    double[] numbers = [.. values.Get.Select(v => (double)v)];
                    var scale = RfmScale.OfShares(numbers, 5, lessIsBetter);
                    var ordered = numbers.Order().Select(scale.Score).ToList();
                    return ordered.SequenceEqual(lessIsBetter ? ordered.OrderDescending() : ordered.Order())
                        && ordered.All(s => s is >= 1 and <= 5);
                }
            )
        );

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_code_has_a_name_and_advice(int scores)
    {
        var range = Enumerable.Range(1, scores).ToList();
        var all =
            from r in range
            from f in range
            from m in range
            from orders in new[] { 1, 2, 12 }
            select RfmSegments.Of((r, f, m), (scores, scores, scores), orders);

        Assert.All(all, segment => Assert.True(segment.Name.Length > 0 && segment.Advice.Length > 0));
        Assert.Equal(
            "Champions",
            RfmSegments.Of((scores, scores, scores), (scores, scores, scores), 40).Name
        );
        Assert.Equal("Lost", RfmSegments.Of((1, 1, 1), (scores, scores, scores), 1).Name);
        Assert.Equal("New", RfmSegments.Of((scores, 1, 1), (scores, scores, scores), 1).Name);
    }

    [Theory]
    [InlineData(5, 1, "New")]
    [InlineData(5, 2, "Active base")] // "make a second order easy" is no advice for who has two
    [InlineData(4, 2, "Promising")]
    [InlineData(4, 3, "Active base")]
    public void Names_that_speak_of_few_orders_hold_of_all_whom_the_score_covers(
        int recency,
        double mostOrders,
        string name
    ) => Assert.Equal(name, RfmSegments.Of((recency, 1, 1), (5, 5, 5), mostOrders).Name);

    [Theory]
    [InlineData(FrequencyOf.Orders)]
    [InlineData(FrequencyOf.Lines)] // as the literal recipes count
    public void Nobody_with_many_orders_is_called_new(FrequencyOf frequency)
    {
        using var shop = SmallShops.Regular(customers: 60);
        var study = shop.Study();
        var options = new RfmOptions
        {
            Frequency = frequency,
            Scores = ScoreMethod.Cuts,
            RecencyCuts = [30, 60, 90],
            FrequencyCuts = [12, 20],
            MonetaryCuts = [5_000, 10_000],
        };

        new Rfm(options).Answer(study, TestContext.Current.CancellationToken);

        var names = study.Saved.First(t => t.Name == "rfm_segments").Texts("segment");
        Assert.Contains("Active base", names);
        Assert.DoesNotContain("New", names);
        Assert.DoesNotContain("Promising", names);
    }

    [Fact]
    public void The_answer_holds_together()
    {
        using var shop = SmallShops.Regular(customers: 60);
        var study = shop.Study();

        var insight = new Rfm(new RfmOptions()).Answer(study, TestContext.Current.CancellationToken);

        var customers = study.Saved.First(t => t.Name == "rfm");
        var segments = study.Saved.First(t => t.Name == "rfm_segments");
        Assert.False(insight.Unanswered);
        Assert.Equal(60, customers.Rows);
        Assert.Equal(60, segments.Numbers("customers").Sum());
        Assert.Equal(1, segments.Numbers("customer_share").Sum(), tolerance: 1e-12);
        Assert.Equal(1, segments.Numbers("revenue_share").Sum(), tolerance: 1e-12);
        Assert.All(
            Enumerable.Range(0, 60),
            i =>
                Assert.Equal(
                    customers.Numbers("score")[i],
                    customers.Numbers("r")[i] + customers.Numbers("f")[i] + customers.Numbers("m")[i]
                )
        );
    }

    [Fact]
    public void Cuts_of_the_owner_are_taken_as_they_are()
    {
        using var shop = SmallShops.Regular(customers: 40);
        var study = shop.Study();
        var options = new RfmOptions
        {
            Scores = ScoreMethod.Cuts,
            RecencyCuts = [30, 90],
            FrequencyCuts = [1, 3],
            MonetaryCuts = [50, 100],
        };

        new Rfm(options).Answer(study, TestContext.Current.CancellationToken);

        var rfm = study.Saved.First(t => t.Name == "rfm");
        Assert.Equal(
            rfm.Numbers("days_since_last")
                .Select(d =>
                    d <= 30 ? 3.0
                    : d <= 90 ? 2
                    : 1
                ),
            rfm.Numbers("r")
        );
        Assert.Equal(
            rfm.Numbers("frequency")
                .Select(f =>
                    f <= 1 ? 1.0
                    : f <= 3 ? 2
                    : 3
                ),
            rfm.Numbers("f")
        );
    }

    [Fact]
    public void Cuts_without_values_are_refused_before_the_run() =>
        Assert.Contains(
            "recency_cuts",
            Assert
                .Throws<System.ComponentModel.DataAnnotations.ValidationException>(() =>
                    new Rfm(new RfmOptions { Scores = ScoreMethod.Cuts })
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Too_few_customers_are_told_so()
    {
        using var shop = SmallShops.Regular(customers: 5);

        var error = Assert.Throws<InsufficientDataException>(() =>
            new Rfm(new RfmOptions()).Answer(shop.Study(), TestContext.Current.CancellationToken)
        );

        Assert.EndsWith(
            "needs at least 20 customers with an order; this shop has 5.",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
