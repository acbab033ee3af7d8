using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class ValueModelTests
{
    static readonly SimulatedShop Faithful = new((1.5, 40), null);
    static readonly SimulatedShop Leaving = new((1.2, 30), (0.8, 400));

    /// <summary>Models, and whether customers leave the shop on which they are tried.</summary>
    public static TheoryData<string, bool> Suited =>
        new()
        {
            { "nbd", false },
            { "bg_nbd", false },
            { "mbg_nbd", false },
            { "pareto_nbd", false },
            { "bg_nbd", true },
            { "mbg_nbd", true },
            { "pareto_nbd", true },
            { "recency", false },
            { "recency", true },
            { "ridge", false },
            { "ridge", true },
            { "ziln", false },
            { "ziln", true },
            { "random_forest", false },
            { "random_forest", true },
            { "boosted_trees", false },
            { "boosted_trees", true },
        };

    static IValueModel Model(string name, int threads = 0) =>
        ValueModels.All(1, threads).Single(m => m.Name == name);

    [Theory]
    [MemberData(nameof(Suited))]
    public void Intervals_hold_as_often_as_they_claim(string name, bool leaving)
    {
        var (task, outcome) = (leaving ? Leaving : Faithful).Task(4000, 90, seed: 3);
        var score = ValueScore.Of(Model(name).Forecast(task)!, outcome);

        Assert.Equal(0.80, score.Coverage80, tolerance: 0.03);
        Assert.Equal(0.95, score.Coverage95, tolerance: 0.03);
        Assert.InRange(Math.Abs(score.Bias), 0, 0.2);
    }

    /// <summary>They are wider then: how far a season goes that has not come yet is not known.</summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    public void Before_a_year_has_been_seen_intervals_hold_as_often_too(bool leaving, int seed)
    {
        var (task, outcome) = (leaving ? Leaving : Faithful).Task(4000, 90, seed, day: 280);
        var score = ValueScore.Of(Model(leaving ? "pareto_nbd" : "nbd").Forecast(task)!, outcome);

        Assert.Equal(0.80, score.Coverage80, tolerance: 0.03);
        Assert.Equal(0.95, score.Coverage95, tolerance: 0.03);
    }

    [Fact]
    public void The_law_that_customers_follow_is_told_without_bias_and_orders_them_best()
    {
        var (task, outcome) = Leaving.Task(4000, 90, seed: 4);
        var scores = ValueModels
            .All(1, 0)
            .Select(m => (m.Name, Score: ValueScore.Of(m.Forecast(task)!, outcome)))
            .ToDictionary(s => s.Name, s => s.Score, StringComparer.Ordinal);

        Assert.InRange(scores["pareto_nbd"].Bias, -0.06, 0.06);
        Assert.All(
            ["past_spend", "mean", "recency", "nbd", "adaboost"],
            other => Assert.True(scores["pareto_nbd"].Gini > scores[other].Gini, other)
        );
        Assert.Equal(0, scores["mean"].Gini, tolerance: 1e-12);
    }

    [Theory]
    [InlineData("past_spend")]
    [InlineData("pareto_nbd")]
    [InlineData("boosted_trees")]
    [InlineData("random_forest")]
    public void Threads_change_no_bit(string name)
    {
        var (task, _) = Leaving.Task(1500, 90, seed: 5);
        var (one, two) = (Model(name, 1).Forecast(task)!, Model(name, 2).Forecast(task)!);

        Assert.Equal(one.Expected, two.Expected);
        Assert.Equal(one.Narrow.High, two.Narrow.High);
        Assert.Equal(one.Wide.Low, two.Wide.Low);
    }

    [Fact]
    public void Intervals_are_nested_never_negative_and_differ_between_customers()
    {
        var (task, _) = Leaving.Task(2000, 90, seed: 6);
        Assert.All(
            ValueModels.All(1, 0),
            model =>
            {
                var said = model.Forecast(task)!;
                for (var i = 0; i < said.Expected.Length; i++)
                {
                    Assert.True(said.Expected[i] >= 0 && said.Narrow.Low[i] >= 0, model.Name);
                    Assert.True(
                        said.Wide.Low[i] <= said.Narrow.Low[i] && said.Narrow.Low[i] <= said.Narrow.High[i],
                        model.Name
                    );
                    Assert.True(
                        said.Narrow.High[i] <= said.Wide.High[i] && double.IsFinite(said.Wide.High[i]),
                        model.Name
                    );
                }

                Assert.True(model.Name == "mean" || said.Narrow.High.Distinct().Count() > 5, model.Name);
            }
        );
    }

    static ValueVerdict Judged(SimulatedShop shop, params string[] names) =>
        new ValueTournament(
            [.. ValueModels.All(1, 0).Where(m => m.IsBaseline || names.Contains(m.Name))],
            new()
        ).Judge([
            .. Enumerable
                .Range(0, 3)
                .Select(k => shop.Task(1500, 90, seed: 20 + k))
                .Select(t => new ValueRound(t.Task, t.Outcome)),
        ]);

    [Fact]
    public void A_model_that_beats_the_rules_is_published_and_of_equals_the_simpler()
    {
        var verdict = Judged(Leaving, "mbg_nbd", "pareto_nbd");

        Assert.Equal("mbg_nbd", verdict.Published);
        Assert.All(verdict.Gains, g => Assert.True(g.Low > 0 && g.Low < g.Gain && g.Gain < g.High));
        Assert.Equal(5 * 3, verdict.Results.Count);
    }

    [Fact]
    public void A_model_that_knows_no_more_than_the_rules_is_not_published()
    {
        // Ridge on columns that are all the same tells the mean of all.
        var rounds = Enumerable
            .Range(0, 3)
            .Select(k => Faithful.Task(800, 90, seed: 30 + k))
            .Select(t =>
            {
                var flat = t.Task.Now with { Features = new Matrix(t.Task.Now.Customers.Count, 4) };
                var past = t.Task.Past!.Origin with { Features = new Matrix(t.Task.Past.Outcome.Length, 4) };
                return new ValueRound(
                    new ForecastTask(flat, new ValuePast(past, t.Task.Past.Outcome), 90),
                    t.Outcome
                );
            })
            .ToList();
        var verdict = new ValueTournament(
            [.. ValueModels.All(1, 0).Where(m => m.IsBaseline || m.Name == "ridge")],
            new()
        ).Judge(rounds);

        Assert.Equal(verdict.Baseline, verdict.Published);
        Assert.True(Assert.Single(verdict.Gains).High < 0);
    }

    [Theory]
    [InlineData("nbd")]
    [InlineData("bg_nbd")]
    [InlineData("pareto_nbd")]
    public void Asked_once_for_all_who_are_alike_a_law_tells_the_same_of_each(string name)
    {
        var (task, _) = Leaving.Task(500, 90, seed: 5);
        var law = ((LawValueModel)Model(name)).Learn(task.Now).Orders.Process;
        PurchaseHistory[] customers = [.. task.Now.Histories, .. task.Now.Histories];
        var told = new OrderForecast(law, customers);

        Assert.True(told.Kinds <= 500);
        Assert.Equal(customers.Select(law.ProbabilityAlive), told.Alive());
        Assert.Equal(customers.Select(h => law.Expected(h, 90)), told.Expected(90), Nearly);
        Assert.Equal(
            customers.Select(h => law.Expected(h, 30)).Concat(customers.Select(h => law.Expected(h, 90))),
            told.Expected([30, 90]) is var both ? both.Column(0).Concat(both.Column(1)) : [],
            Nearly
        );
        Assert.Equal(customers.Select(h => law.Discounted(h, 0.0003)), told.Discounted(0.0003), Nearly);
    }

    static bool Nearly(double one, double other) => Math.Abs(one - other) <= 1e-12 * Math.Abs(one);

    [Fact]
    public void What_is_learned_tells_nobody_more_than_anybody_has_spent()
    {
        var (task, _) = Leaving.Task(500, 90, seed: 6);
        var wild = new LearnedValueModel("wild", (_, _, _) => new Wild());

        Assert.All(wild.Forecast(task)!.Expected, said => Assert.Equal(task.Past!.Outcome.Max(), said));
    }

    sealed class Wild : IRegressor
    {
        public double[] Predict(Matrix points, int threads = 0, CancellationToken cancel = default) =>
            [.. Enumerable.Repeat(1e300, points.Rows)];
    }

    [Fact]
    public void Without_an_earlier_day_what_must_learn_from_one_says_nothing()
    {
        var (task, _) = Faithful.Task(500, 90, seed: 7);
        var alone = task with { Past = null };

        Assert.All(
            ValueModels.All(1, 0),
            model =>
                Assert.Equal(
                    model.Name is "past_spend" or "nbd" or "bg_nbd" or "mbg_nbd" or "pareto_nbd",
                    model.Forecast(alone) != null
                )
        );
    }

    /// <summary>Four customers: 10, 0, 30 and 60 came. Best: areas 30 + 75 + 95 + 100 of 400, less ½, is ¼.</summary>
    [Theory]
    [InlineData(new double[] { 1, 0, 3, 6 }, 1)]
    [InlineData(new double[] { 6, 3, 0, 1 }, -0.6)]
    [InlineData(new double[] { 5, 5, 5, 5 }, 0)]
    // Equals gain the mean of theirs: 2·45 + 2·95 of 400, less ½, is a fifth.
    [InlineData(new double[] { 0, 0, 1, 1 }, 0.8)]
    public void Gini_is_the_area_worked_out_by_hand(double[] said, double gini)
    {
        double[] came = [10, 0, 30, 60];

        Assert.Equal(gini, RankingScores.NormalizedGini(came, said), tolerance: 1e-12);
    }

    [Fact]
    public void Intervals_of_draws_leave_out_what_they_claim()
    {
        double[] even = [.. Enumerable.Range(1, 99).Select(i => (double)i)];
        var (low, high) = Intervals.Of(even, 0.8);
        Assert.Equal(10, low, tolerance: 1e-9);
        Assert.Equal(90, high, tolerance: 1e-9);
        double[] half = [.. new double[50], .. Enumerable.Range(1, 49).Select(i => (double)i)];
        Assert.Equal((0, 30), Intervals.Of(half, 0.8));
        Assert.Equal((0, 0), Intervals.Of(new double[99], 0.8));
        // Half of all surely spend nothing: of the others 60 of 100 are enough.
        Assert.Equal(0.6, Intervals.Shared([1, 0, 1, 0], 0.8), tolerance: 1e-9);
        Assert.Equal(0.8, Intervals.Shared([0, 0.5], 0.8), tolerance: 1e-9);
        Assert.Equal(0.6, Intervals.Shared([1, 1, 1, 0], 0.8), tolerance: 1e-9);
    }
}
