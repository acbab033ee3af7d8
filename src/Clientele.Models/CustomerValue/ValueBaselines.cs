namespace Clientele.Models;

/// <summary>A rule without anything learned; its intervals are what it missed by a horizon ago.</summary>
/// <param name="name">snake_case.</param>
/// <param name="rule">What it says at a day: of the day, the earlier day if any, and the horizon.</param>
sealed class ValueRule(string name, Func<ValueOrigin, ValuePast?, double, double[]> rule) : IValueModel
{
    public string Name => name;

    public bool IsBaseline => true;

    /// <summary>Null where no earlier day tells how far it misses.</summary>
    public ValueForecast? Forecast(ForecastTask task, CancellationToken cancel = default) =>
        task.Past is { } past
            ? new ConformalIntervals(rule(past.Origin, past, task.Horizon), past.Outcome).Around(
                rule(task.Now, past, task.Horizon)
            )
            : null;
}

/// <summary>As much a day as so far; intervals of the NBD, as much wider or narrower as what is said differs from it.</summary>
sealed class PastSpend(LawValueModel law) : IValueModel
{
    public string Name => "past_spend";

    public bool IsBaseline => true;

    public ValueForecast? Forecast(ForecastTask task, CancellationToken cancel = default)
    {
        var drawn = law.Forecast(task, cancel)!;
        double[] said = [.. task.Now.Spent.Select(s => s * task.Horizon / Math.Max(task.Now.Days, 1))];
        double[] factors = [.. said.Zip(drawn.Expected, (one, other) => other > 0 ? one / other : 1)];
        return new ValueForecast(said, Times(drawn.Narrow, factors), Times(drawn.Wide, factors));
    }

    static Intervals Times(Intervals intervals, double[] factors) =>
        new(
            [.. intervals.Low.Zip(factors, (low, factor) => low * factor)],
            [.. intervals.High.Zip(factors, (high, factor) => high * factor)]
        );
}

/// <summary>What any model must beat.</summary>
public static class ValueBaselines
{
    /// <summary>past_spend: as much a day as so far; mean: the same for all; recency: what customers with as long a silence spent.</summary>
    /// <param name="nbd">By which the intervals of past_spend are drawn.</param>
    public static IReadOnlyList<IValueModel> All(LawValueModel nbd) =>
        [
            new PastSpend(nbd),
            new ValueRule("mean", (now, past, _) => [.. now.Spent.Select(_ => past!.Outcome.Average())]),
            new ValueRule("recency", (now, past, _) => Recency(now, past!)),
        ];

    /// <summary>The mean outcome of a tenth of the earlier customers, the tenth with as long a silence.</summary>
    static double[] Recency(ValueOrigin now, ValuePast past)
    {
        var silent = past.Origin.SinceLast;
        int[] order = [.. Enumerable.Range(0, silent.Length).OrderBy(i => silent[i])];
        var groups = Math.Clamp(order.Length / 20, 1, 10);
        var (ends, means) = (new double[groups], new double[groups]);
        for (var group = 0; group < groups; group++)
        {
            var part = order[(order.Length * group / groups)..(order.Length * (group + 1) / groups)];
            ends[group] = silent[part[^1]];
            means[group] = part.Average(i => past.Outcome[i]);
        }

        return
        [
            .. now.SinceLast.Select(days =>
                Array.FindIndex(ends, end => days <= end) is var group && group >= 0
                    ? means[group]
                    : means[^1]
            ),
        ];
    }
}
