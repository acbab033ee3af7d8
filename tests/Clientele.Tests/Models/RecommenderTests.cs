using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class RecommenderTests
{
    [Fact]
    public void Personal_frequency_puts_the_most_bought_first_and_of_equals_what_was_bought_first()
    {
        var log = PurchaseLogs.Of(2, 6, (0, 4, 0), (0, 2, 1), (0, 5, 2), (0, 2, 3), (0, 1, 3), (1, 0, 4));

        var learned = new PersonalFrequency().Fit(log, TestContext.Current.CancellationToken);
        var more = new PersonalThenPopular().Fit(log, TestContext.Current.CancellationToken);

        Assert.Equal([2, 4, 5, 1], PurchaseLogs.Ranked(learned, log, 0));
        // Then what most customers bought: only item 0 is left, and nobody bought item 3.
        Assert.Equal([2, 4, 5, 1, 0], PurchaseLogs.Ranked(more, log, 0));
    }

    [Fact]
    public void A_segment_offers_its_first_that_are_not_yet_bought()
    {
        // Segment 0 weighs items 0 > 1 > 2 > 3; customer 0 has item 0. Segment 1 has only item 5.
        var log = PurchaseLog
            .Of([0, 1, 1, 1, 1, 2], [0, 0, 1, 2, 3, 5], [], [1, 9, 8, 7, 6, 1], 3, 6)
            .Segmented([0, 0, 1]);

        var learned = new SegmentPopularity(new() { Top = 3, First = 2 }).Fit(
            log,
            TestContext.Current.CancellationToken
        );

        Assert.Equal([1, 2], PurchaseLogs.Ranked(learned, log, 0));
        Assert.Empty(PurchaseLogs.Ranked(learned, log, 1));
        Assert.Empty(PurchaseLogs.Ranked(learned, log, 2));
    }

    [Theory]
    [InlineData(ItemSimilarity.Cosine)]
    [InlineData(ItemSimilarity.Conditional)]
    public void Neighbors_are_those_of_all_pairs(ItemSimilarity similarity)
    {
        var log = PurchaseLogs.Planted(customers: 40, items: 24, tastes: 3, seed: 5);
        var columns = new double[log.ItemCount][];
        for (var item = 0; item < columns.Length; item++)
        {
            columns[item] =
            [
                .. Enumerable
                    .Range(0, log.Customers)
                    .Select(c => (double)log.Items(c).ToArray().Count(i => i == item)),
            ];
        }

        var table = new ItemNeighbors(new() { Neighbors = 5 }, similarity).Find(
            log.Sums,
            TestContext.Current.CancellationToken
        );

        for (var item = 0; item < columns.Length; item++)
        {
            var own = columns[item];
            double Alike(double[] other) =>
                similarity == ItemSimilarity.Cosine
                    ? own.Zip(other, (a, b) => a * b).Sum()
                        / Math.Sqrt(own.Sum(a => a * a) * other.Sum(b => b * b))
                    : own.Zip(other, (a, b) => a > 0 && b > 0 ? 1.0 : 0).Sum() / own.Count(a => a > 0);
            var best = columns
                .Where((_, other) => other != item)
                .Select(Alike)
                .OrderDescending()
                .Take(5)
                .ToList();
            Assert.Equal(best.Count, table.Neighbors[item].Length);
            for (var place = 0; place < best.Count; place++)
            {
                var (other, score) = table.Neighbors[item][place];
                Assert.Equal(best[place], score, 1e-5);
                Assert.Equal(Alike(columns[other]), score, 1e-5);
            }
        }
    }

    [Fact]
    public void A_rule_leads_to_its_consequent_with_its_confidence()
    {
        // 20 baskets hold 0 and 1, 5 hold 0 alone, 40 others hold neither.
        var lines = new List<(int, int, int)>();
        for (var basket = 0; basket < 65; basket++)
        {
            lines.Add((basket, basket < 25 ? 0 : 2 + (basket % 3), basket));
            if (basket < 20)
            {
                lines.Add((basket, 1, basket));
            }
        }

        var log = PurchaseLogs.Of(65, 5, [.. lines]);
        var learned = new RuleRecommender(new()).Fit(log, TestContext.Current.CancellationToken);

        Assert.Equal(0.8f, PurchaseLogs.Scores(learned, log, 24)[1], 1e-6f);
        Assert.Equal(0, learned.Because(log, 24, 1));
        Assert.Empty(PurchaseLogs.Ranked(learned, log, 40));
    }

    [Fact]
    public void Later_baskets_and_groups_weigh_more_as_the_paper_has_it()
    {
        // Five baskets in two groups: the first of two, the second of three.
        var options = new TifuKnnOptions
        {
            Groups = 2,
            BasketDecay = 0.9,
            GroupDecay = 0.6,
        };
        double[] expected = [0.9 / 2 * 0.6 / 2, 1.0 / 2 * 0.6 / 2, 0.81 / 3 / 2, 0.9 / 3 / 2, 1.0 / 3 / 2];

        for (var basket = 0; basket < 5; basket++)
        {
            Assert.Equal(expected[basket], BasketDecay.Weight(basket, 5, options), 1e-6);
        }
    }

    [Fact]
    public void The_next_basket_is_ones_own_and_that_of_the_nearest()
    {
        var log = PurchaseLogs.Planted(customers: 30, items: 20, tastes: 2, seed: 8);
        var options = new TifuKnnOptions { Neighbors = 4, OwnShare = 0.6 };
        var learned = new TifuKnn(options).Fit(log, TestContext.Current.CancellationToken);
        var vectors = Enumerable
            .Range(0, log.Customers)
            .Select(c =>
            {
                var (items, weights) = BasketDecay.Vector(log, c, options);
                var dense = new double[log.ItemCount];
                foreach (var (place, item) in items.Index())
                {
                    dense[item] = weights[place];
                }

                return dense;
            })
            .ToList();

        for (var customer = 0; customer < log.Customers; customer++)
        {
            var own = vectors[customer];
            var nearest = vectors
                .OrderBy(v => v.Zip(own, (a, b) => (a - b) * (a - b)).Sum())
                .Take(4)
                .ToList();
            var scores = PurchaseLogs.Scores(learned, log, customer);
            for (var item = 0; item < own.Length; item++)
            {
                var expected = (0.6 * own[item]) + (0.4 * nearest.Average(v => v[item]));
                Assert.Equal(expected, float.IsFinite(scores[item]) ? scores[item] : 0, 1e-5);
            }
        }
    }

    [Fact]
    public void Bpr_puts_what_is_of_ones_taste_above_the_rest()
    {
        var log = PurchaseLogs.Planted(customers: 120, items: 60, tastes: 3, seed: 2);
        var learned = new Bpr(new() { Factors = 8 }).Fit(log, TestContext.Current.CancellationToken);

        var own = Enumerable
            .Range(0, log.Customers)
            .Average(c =>
                RecommendationLists
                    .Of(learned, log, [c], 10, new() { AllowRepeats = false })[0]
                    .Average(r => r.Item % 3 == c % 3 ? 1.0 : 0)
            );

        // A third would be by chance.
        Assert.InRange(own, 0.65, 1);
    }

    [Fact]
    public void A_blend_learns_whom_to_believe()
    {
        var log = PurchaseLogs.Planted(customers: 120, items: 60, tastes: 3, seed: 4, baskets: 10);
        var blend = new RecommenderBlend([new Popularity(), new PersonalFrequency()], new());

        var weights = blend.Weights(log, TestContext.Current.CancellationToken);

        Assert.True(weights[1] > 2 * weights[0]);
    }

    [Fact]
    public void A_blend_believes_all_alike_where_nothing_came_later()
    {
        var log = PurchaseLogs.Of(2, 3, (0, 1, 0), (1, 2, 0));
        var blend = new RecommenderBlend([new Popularity(), new PersonalFrequency()], new());

        Assert.Equal([1, 1], blend.Weights(log, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Numbers_out_of_range_and_weights_below_0_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PurchaseLog.Of([0, 2], [0, 0], [], [], 2, 1));
        Assert.Throws<ArgumentException>(() => PurchaseLog.Of([0, 1], [0, 1], [], [], 2, 1));
        Assert.Throws<ArgumentException>(() => PurchaseLog.Of([0, 1], [0], [], [], 2, 1));
        Assert.Throws<ArgumentException>(() => PurchaseLog.Of([0], [0], [], [0], 1, 1));
        Assert.Throws<ArgumentException>(() => SparseMatrix.Of([0], [3], [], 1, 3));
    }
}
