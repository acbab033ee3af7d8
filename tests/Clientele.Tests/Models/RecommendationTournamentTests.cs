using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class RecommendationTournamentTests
{
    /// <summary>Says the same to all.</summary>
    sealed class Fixed(string name, params int[] items) : IRecommender, ILearnedRecommender
    {
        public string Name => name;

        public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default) => this;

        public void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores)
        {
            scores.Fill(float.NegativeInfinity);
            for (var i = 0; i < customers.Length; i++)
            {
                foreach (var (place, item) in items.Index())
                {
                    scores[(i * log.ItemCount) + item] = items.Length - place;
                }
            }
        }
    }

    static RecommendationVerdict Judge(
        PurchaseLog known,
        PurchaseLog later,
        RecommendationFilter filter,
        params IRecommender[] recommenders
    ) =>
        new RecommendationTournament(recommenders, recommenders[0].Name, new() { Top = 3 }).Judge(
            known,
            later,
            filter,
            TestContext.Current.CancellationToken
        );

    [Fact]
    public void All_repeat_and_explore_are_scored_apart_by_hand()
    {
        // Customer 0 had 0, then buys 0 and 3. Customer 1 had 1, then buys 2. Customer 2 is not there later.
        var known = PurchaseLogs.Of(3, 5, (0, 0, 0), (1, 1, 1), (2, 1, 2));
        var later = PurchaseLogs.Of(3, 5, (0, 0, 9), (0, 3, 9), (1, 2, 9));

        var verdict = Judge(known, later, new(), new Fixed("one", 0, 2, 1), new Fixed("two", 4));
        var one = verdict.Results[0];

        Assert.Equal(2, verdict.Judged);
        Assert.Equal([2, 1, 2], one.Parts.Select(p => p.Customers));
        // Recall: of all 1/2 and 1/1; of what was had before 1/1; of what is new 0/1 and 1/1.
        Assert.Equal([0.75, 1, 0.5], one.Parts.Select(p => p.Means[0].Value));
        var second = 1 / Math.Log2(3);
        Assert.Equal(((1 / (1 + second)) + second) / 2, one.All.Ndcg.Value, 1e-12);
        Assert.Equal(3.0 / 5, one.Coverage);
        Assert.Equal(1.0 / 5, verdict.Results[1].Coverage);
        // Two lists of the same single item among five: as uneven as can be.
        Assert.Equal(0.8, verdict.Results[1].Gini, 1e-12);
        // Items 0, 1, 2 were bought by 1, 2 and none of 3 customers.
        Assert.Equal((Math.Log2(3) + Math.Log2(1.5) + Math.Log2(3)) / 3, one.All.Means[6].Value, 1e-12);
    }

    [Fact]
    public void Without_repeats_only_what_is_new_is_looked_for()
    {
        var known = PurchaseLogs.Of(2, 4, (0, 0, 0), (1, 1, 1));
        var later = PurchaseLogs.Of(2, 4, (0, 0, 9), (1, 2, 9), (1, 1, 9));

        var verdict = Judge(known, later, new() { AllowRepeats = false }, new Fixed("one", 1, 2));

        Assert.Equal(1, verdict.Judged);
        Assert.Equal(1, verdict.Results[0].All.Means[0].Value);
        Assert.Equal(1, verdict.Results[0].All.Ndcg.Value);
    }

    [Fact]
    public void Who_beats_the_baseline_is_published_and_of_equals_the_simpler()
    {
        var log = PurchaseLogs.Planted(200, 60, 3, seed: 3, baskets: 8);
        var (known, later) = (log.Between(0, 1200), log.Between(1200, int.MaxValue));

        var verdict = Judge(
            known,
            later,
            new(),
            new Popularity(),
            new PersonalFrequency(),
            new PersonalThenPopular(),
            new Fixed("nothing", 0)
        );

        Assert.Equal("personal_frequency", verdict.Published);
        Assert.True(verdict.Gains[1]!.Low > 0);
        Assert.Null(verdict.Gains[0]);
        Assert.True(verdict.Gains[3]!.High < 0);
    }

    [Fact]
    public void Who_does_not_beat_the_baseline_is_not_published()
    {
        var known = PurchaseLogs.Planted(100, 60, 3, seed: 3);
        // Later purchases are of chance: nothing can be learned.
        var random = new Random(4);
        var later = PurchaseLogs.Of(
            100,
            60,
            [.. Enumerable.Range(0, 300).Select(i => (i % 100, random.Next(60), 9999))]
        );

        var verdict = Judge(
            known,
            later,
            new(),
            new Popularity(),
            new Fixed("worse", 1),
            new ItemNeighbors(new())
        );

        Assert.Equal("popularity", verdict.Published);
    }

    [Fact]
    public void Without_anyone_on_both_sides_there_is_nothing_to_judge() =>
        Assert.Throws<ArgumentException>(() =>
            Judge(
                PurchaseLogs.Of(2, 2, (0, 0, 0)),
                PurchaseLogs.Of(2, 2, (1, 0, 1)),
                new(),
                new Fixed("one", 0)
            )
        );

    /// <summary>Of samples of a shop's customers, about nine in ten ranges hold the mean of all.</summary>
    [Fact]
    public void Ranges_hold_the_mean_of_all_customers_as_often_as_they_say()
    {
        var random = new Random(1);
        const int All = 20_000;
        var known = PurchaseLogs.Of(All, 10, [.. Enumerable.Range(0, All).Select(c => (c, c % 10, c))]);
        var later = PurchaseLogs.Of(
            All,
            10,
            [
                .. Enumerable
                    .Range(0, All)
                    .SelectMany(c =>
                        Enumerable.Range(0, 1 + random.Next(4)).Select(_ => (c, random.Next(10), All))
                    ),
            ]
        );
        var whole = new RecommendationTournament(
            [new Fixed("one", 0, 1, 2)],
            "one",
            new()
            {
                Top = 3,
                Resamples = 50,
                Customers = All,
            }
        ).Judge(known, later, new(), TestContext.Current.CancellationToken);
        var truth = whole.Results[0].All.Ndcg.Value;

        var held = 0;
        for (var sample = 0; sample < 200; sample++)
        {
            var part = new RecommendationTournament(
                [new Fixed("one", 0, 1, 2)],
                "one",
                new()
                {
                    Top = 3,
                    Resamples = 200,
                    Customers = 150,
                    Seed = sample,
                }
            ).Judge(known, later, new(), TestContext.Current.CancellationToken);
            var ndcg = part.Results[0].All.Ndcg;
            held += ndcg.Low <= truth && truth <= ndcg.High ? 1 : 0;
        }

        // Of 200 at 90 %: 180, give or take four standard deviations.
        Assert.InRange(held, 163, 197);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var log = PurchaseLogs.Planted(60, 30, 3, seed: 6);
        RecommendationVerdict Of(int threads) =>
            new RecommendationTournament(
                [new PersonalFrequency(), new Popularity()],
                "personal_frequency",
                new() { Threads = threads }
            ).Judge(
                log.Between(0, 240),
                log.Between(240, 9999),
                new(),
                TestContext.Current.CancellationToken
            );

        var (one, four) = (Of(1), Of(4));

        Assert.Equal(one.Results.Select(r => r.All.Ndcg), four.Results.Select(r => r.All.Ndcg));
        Assert.Equal(one.Gains, four.Gains);
    }
}
