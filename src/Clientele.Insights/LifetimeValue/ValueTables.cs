using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The result tables of <see cref="CustomerValue"/> about customers and judgements.</summary>
static class ValueTables
{
    /// <summary>An order that is likelier than not to come later than this is not said to come.</summary>
    const double Longest = 3653;

    internal static Table Customers(
        ValueStory story,
        Study study,
        ValueOptions options,
        CancellationToken cancel
    )
    {
        var (now, law) = (story.Now, story.Law);
        var orders = law.Laws.OrdersOf(now, study.Threads);
        var alive = orders.Alive(cancel);
        double[] spend = [.. now.Spends.Select(s => law.Laws.Worth(s, now))];
        var rate = Math.Log(1 + options.Discount) / ValueStory.YearDays;
        var asOf = DateOnly.FromDateTime(study.Moment.AsOf);
        return new Table(
            "customer_value",
            [
                TableBuilding.Text("customer_id", story.Shop.Ids),
                TableBuilding.Number("probability_alive", alive),
                TableBuilding.Number(
                    "expected_orders_90d",
                    orders.Expected(ValueStory.SoonDays * law.SoonPace, cancel)
                ),
                TableBuilding.Number(
                    "expected_orders_365d",
                    orders.Expected(ValueStory.YearDays * law.YearPace, cancel)
                ),
                TableBuilding.Money("expected_spend", spend),
                TableBuilding.Money("value_90d", story.Soon.Expected),
                TableBuilding.Money("value_90d_low", story.Soon.Narrow.Low),
                TableBuilding.Money("value_90d_high", story.Soon.Narrow.High),
                TableBuilding.Money("value_365d", story.Year.Expected),
                TableBuilding.Money("value_365d_low", story.Year.Narrow.Low),
                TableBuilding.Money("value_365d_high", story.Year.Narrow.High),
                TableBuilding.Money(
                    "lifetime_value",
                    orders.Discounted(rate, cancel).Zip(spend, (days, worth) => days * worth)
                ),
                TableBuilding.Text("model", story.Shop.Ids.Select(_ => story.Model)),
                TableBuilding.Whole("decile", Deciles(story.Year.Expected)),
                new DateColumn(
                    "next_order_expected",
                    [
                        .. now.Histories.Select(
                            (h, i) =>
                                alive[i] >= 0.5 && law.Orders.MedianWait(h) is var wait && wait <= Longest
                                    ? asOf.AddDays((int)Math.Ceiling(wait) - 1)
                                    : (DateOnly?)null
                        ),
                    ]
                ),
            ]
        );
    }

    /// <summary>1 for the tenth of whom most is said; equals in the order of their ids.</summary>
    internal static int[] Deciles(double[] said)
    {
        var deciles = new int[said.Length];
        foreach (var (place, row) in RankingScores.Order(said).Index())
        {
            deciles[row] = (int)((long)place * 10 / said.Length) + 1;
        }

        return deciles;
    }

    /// <summary>One row a model, horizon and cut-off; one a horizon that was not judged.</summary>
    internal static Table Tournament(ValueStory story)
    {
        var rows = new[] { story.Short, story.Long }.SelectMany(h => Rows(story, h)).ToList();
        NumberColumn Metric(string name, Func<ValueScore, double> of) =>
            TableBuilding.Number(name, rows.Select(r => r.Score is { } score ? of(score) : double.NaN));
        return new Table(
            "value_tournament",
            [
                TableBuilding.Text("model", rows.Select(r => r.Model)),
                TableBuilding.Whole("horizon", rows.Select(r => r.Horizon)),
                new DateColumn("cut_off", [.. rows.Select(r => r.CutOff)]),
                TableBuilding.Whole("customers", rows.Select(r => r.Customers)),
                Metric("mae", s => s.Mae),
                Metric("rmse", s => s.Rmse),
                Metric("r2", s => s.RSquared),
                Metric("bias", s => s.Bias),
                Metric("spearman", s => s.Spearman),
                Metric("gini", s => s.Gini),
                Metric("top_decile", s => s.TopDecile),
                Metric("coverage_80", s => s.Coverage80),
                Metric("width_80", s => s.Width80),
                Metric("coverage_95", s => s.Coverage95),
                Metric("width_95", s => s.Width95),
                TableBuilding.Number("gain", rows.Select(r => r.Gain?.Gain ?? double.NaN)),
                TableBuilding.Number("gain_low", rows.Select(r => r.Gain?.Low ?? double.NaN)),
                TableBuilding.Number("gain_high", rows.Select(r => r.Gain?.High ?? double.NaN)),
                TableBuilding.Text("verdict", rows.Select(r => r.Verdict)),
                TableBuilding.Flag("published", rows.Select(r => r.Published)),
            ]
        );
    }

    static IEnumerable<TournamentRow> Rows(ValueStory story, ValueHorizon horizon)
    {
        if (horizon.Verdict is not { } verdict)
        {
            var used = horizon == story.Short ? story.Model : story.YearModel;
            return [new(used, horizon.Days, null, double.NaN, null, null, "not judged", true)];
        }

        return verdict.Results.Select(result =>
        {
            var gain = verdict.Gains.FirstOrDefault(g => g.Model == result.Model);
            var published = result.Model == verdict.Published;
            var said =
                result.Score == null ? "too little to learn from"
                : published && result.Model == verdict.Baseline ? "best rule, published"
                : published ? "beats the best rule, published"
                : result.Model == verdict.Baseline ? "best rule"
                : gain == null ? "rule"
                : gain.Low > 0 ? "beats the best rule"
                : gain.High < 0 ? "worse than the best rule"
                : "no better than the best rule";
            return new TournamentRow(
                result.Model,
                horizon.Days,
                DateOnly.FromDateTime(horizon.CutOffs[result.Round]),
                horizon.Rounds[result.Round].Outcome.Length,
                result.Score,
                gain,
                said,
                published
            );
        });
    }

    sealed record TournamentRow(
        string Model,
        int Horizon,
        DateOnly? CutOff,
        double Customers,
        ValueScore? Score,
        ValueGain? Gain,
        string Verdict,
        bool Published
    );

    /// <summary>What the published model said of each tenth, and what came.</summary>
    internal static Table DecileTable(ValueStory story)
    {
        var rows = new[] { story.Short, story.Long }
            .SelectMany(h => h.Published.Select(r => (Horizon: h, Result: r)))
            .Where(r => r.Result.Forecast != null)
            .SelectMany(r => DecileRow.Of(r.Horizon, r.Result))
            .ToList();
        return new Table(
            "value_deciles",
            [
                TableBuilding.Text("model", rows.Select(r => r.Model)),
                TableBuilding.Whole("horizon", rows.Select(r => r.Horizon)),
                new DateColumn("cut_off", [.. rows.Select(r => (DateOnly?)r.CutOff)]),
                TableBuilding.Whole("decile", rows.Select(r => r.Decile)),
                TableBuilding.Whole("customers", rows.Select(r => r.Customers)),
                TableBuilding.Money("expected", rows.Select(r => r.Expected)),
                TableBuilding.Money("actual", rows.Select(r => r.Actual)),
                TableBuilding.Money("actual_low", rows.Select(r => r.Actual - r.Margin)),
                TableBuilding.Money("actual_high", rows.Select(r => r.Actual + r.Margin)),
            ]
        );
    }
}

/// <summary>A tenth of the customers of a cut-off, by what was said of them.</summary>
/// <param name="Model">The published one.</param>
/// <param name="Horizon">Days.</param>
/// <param name="CutOff">When it was said.</param>
/// <param name="Decile">1 for the best.</param>
/// <param name="Customers">How many.</param>
/// <param name="Expected">Mean that was said of them, in money.</param>
/// <param name="Actual">Mean that came.</param>
/// <param name="Margin">Half of the 95 % interval of the mean that came.</param>
sealed record DecileRow(
    string Model,
    int Horizon,
    DateOnly CutOff,
    int Decile,
    int Customers,
    double Expected,
    double Actual,
    double Margin
)
{
    internal static IEnumerable<DecileRow> Of(ValueHorizon horizon, ValueResult result)
    {
        var (said, came) = (result.Forecast!.Expected, horizon.Rounds[result.Round].Outcome);
        return ValueTables
            .Deciles(said)
            .Index()
            .GroupBy(d => d.Item)
            .OrderBy(g => g.Key)
            .Select(group =>
            {
                double[] actual = [.. group.Select(d => came[d.Index])];
                var mean = actual.Average();
                var variance = actual.Sum(a => (a - mean) * (a - mean)) / Math.Max(1, actual.Length - 1);
                return new DecileRow(
                    result.Model,
                    horizon.Days,
                    DateOnly.FromDateTime(horizon.CutOffs[result.Round]),
                    group.Key,
                    actual.Length,
                    group.Average(d => said[d.Index]),
                    mean,
                    1.96 * Math.Sqrt(variance / actual.Length)
                );
            });
    }
}
