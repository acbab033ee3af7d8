using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>What every recommender keeps to.</summary>
public sealed class RecommenderContract
{
    public static TheoryData<string> Names => [.. All(1).Select(r => r.Name)];

    static IRecommender[] All(int threads) =>
        [
            new Popularity(),
            new PersonalFrequency(),
            new PersonalThenPopular(),
            new SegmentPopularity(new()),
            new ItemNeighbors(new() { Threads = threads }),
            new ItemNeighbors(new() { Threads = threads }, ItemSimilarity.Conditional),
            new RuleRecommender(new() { MinSupport = 0.01, Threads = threads }),
            new TifuKnn(new() { Neighbors = 20, Threads = threads }),
            new Bpr(new() { Factors = 8, Iterations = 5 }),
            new ImplicitAls(new() { Factors = 10, Threads = threads }),
            new RecommenderBlend(
                [new PersonalThenPopular(), new ItemNeighbors(new() { Threads = threads })],
                new() { Threads = threads }
            ),
        ];

    static IRecommender Named(string name, int threads = 1) => All(threads).First(r => r.Name == name);

    static readonly PurchaseLog Log = PurchaseLogs.Planted(customers: 90, items: 60, tastes: 3, seed: 1);

    static int[] Everyone => [.. Enumerable.Range(0, Log.Customers)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Lists_are_ordered_without_duplicates_and_obey_the_filter(string name)
    {
        var learned = Named(name).Fit(Log, TestContext.Current.CancellationToken);
        bool[] offered = [.. Enumerable.Range(0, Log.ItemCount).Select(item => item % 5 != 0)];

        foreach (var repeats in (bool[])[true, false])
        {
            var lists = RecommendationLists.Of(
                learned,
                Log,
                Everyone,
                7,
                new() { Offered = offered, AllowRepeats = repeats }
            );

            Assert.Contains(lists, list => list.Length > 0 || name == "personal_frequency");
            for (var customer = 0; customer < lists.Length; customer++)
            {
                var list = lists[customer];
                Assert.True(list.Length <= 7);
                Assert.Equal(list.Length, list.DistinctBy(r => r.Item).Count());
                Assert.Equal(list.OrderByDescending(r => r.Score).ThenBy(r => r.Item), list);
                Assert.All(list, r => Assert.True(offered[r.Item] && float.IsFinite(r.Score)));
                var bought = Log.Items(customer).ToArray();
                Assert.All(list, r => Assert.True(repeats || !bought.Contains(r.Item)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_and_neighbors_in_the_block_change_nothing(string name)
    {
        var one = Named(name).Fit(Log, TestContext.Current.CancellationToken);
        var four = Named(name, threads: 4).Fit(Log, TestContext.Current.CancellationToken);
        var all = RecommendationLists.Of(one, Log, Everyone, 10, new(), threads: 1);

        Assert.Equal(all, RecommendationLists.Of(four, Log, Everyone, 10, new(), threads: 4));
        foreach (var customer in (int[])[0, 17, 89])
        {
            Assert.Equal(all[customer], RecommendationLists.Of(one, Log, [customer], 10, new())[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Who_came_later_is_served_as_one_who_bought_the_same(string name)
    {
        var learned = Named(name).Fit(Log, TestContext.Current.CancellationToken);
        var items = Log.Items(5).ToArray();
        var later = PurchaseLog.Of(new int[items.Length], items, Log.Baskets(5), [], 1, Log.ItemCount);

        Assert.Equal(PurchaseLogs.Scores(learned, Log, 5), PurchaseLogs.Scores(learned, later, 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reason_is_another_item_that_was_bought(string name)
    {
        var learned = Named(name).Fit(Log, TestContext.Current.CancellationToken);
        foreach (var customer in Everyone)
        {
            foreach (var item in PurchaseLogs.Ranked(learned, Log, customer))
            {
                var because = learned.Because(Log, customer, item);
                Assert.True(
                    because == -1 || (because != item && Log.Items(customer).ToArray().Contains(because))
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_customer_without_purchases_breaks_nothing(string name)
    {
        var log = PurchaseLogs.Of(3, 4, (0, 1, 0), (0, 2, 0), (1, 1, 1), (1, 3, 2));
        var learned = Named(name).Fit(log, TestContext.Current.CancellationToken);

        Assert.All(PurchaseLogs.Scores(learned, log, 2), score => Assert.False(float.IsNaN(score)));
    }

    [Fact]
    public void The_best_are_those_of_a_sort()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            float[] scores =
            [
                .. Enumerable
                    .Range(0, random.Next(1, 60))
                    .Select(_ => random.Next(5) == 0 ? float.NegativeInfinity : random.Next(8)),
            ];
            var count = random.Next(1, 12);
            var sorted = scores
                .Index()
                .Where(s => float.IsFinite(s.Item))
                .OrderByDescending(s => s.Item)
                .ThenBy(s => s.Index)
                .Take(count)
                .Select(s => new Recommendation(s.Index, s.Item));

            Assert.Equal(sorted, TopItems.Of(scores, count));
        }
    }
}
