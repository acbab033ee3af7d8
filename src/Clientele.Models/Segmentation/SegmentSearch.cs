using System.Globalization;

namespace Clientele.Models;

/// <summary>How a search finds its next trial.</summary>
public enum SearchMethod
{
    /// <summary><see cref="Models.TreeParzen"/>: more often where trials went well.</summary>
    TreeParzen,

    /// <summary><see cref="RandomSearch"/>: anywhere.</summary>
    Random,
}

/// <summary>A trial of a search and what came of it.</summary>
/// <param name="Trial">As the search knows it.</param>
/// <param name="Score">How good the division was.</param>
public sealed record SearchedTrial(Trial Trial, SegmentScore Score);

/// <summary>What a search found.</summary>
/// <param name="Trials">In their order.</param>
/// <param name="Best">The best that may be chosen; null if there is none.</param>
public sealed record SearchResult(IReadOnlyList<SearchedTrial> Trials, SegmentTrial? Best);

/// <summary>Searches for the best way to divide customers where there are too many to try all.</summary>
/// <param name="options">What may be tried, and what may be chosen.</param>
/// <param name="method">How to find the next trial.</param>
public sealed class SegmentSearch(LabOptions options, SearchMethod method)
{
    readonly LabOptions _options = Require.Valid(options);

    /// <summary>Tries plans until the budget is spent. A trial that may not be chosen, or parts less than most, is given up before its stability is known.</summary>
    /// <param name="input">The customers.</param>
    /// <param name="budget">How long, and by which clock.</param>
    /// <param name="before">Trials of an earlier search with the same options and customers, which goes on.</param>
    /// <param name="over">Told of every new trial.</param>
    /// <param name="cancel">Looked at within every trial.</param>
    /// <exception cref="ArgumentException">There are too few customers, or a value is not finite or has no logarithm.</exception>
    public SearchResult Run(
        SegmentInput input,
        (SearchBudget Limit, TimeProvider Clock) budget,
        IReadOnlyList<SearchedTrial> before,
        Action<SearchedTrial> over,
        CancellationToken cancel = default
    )
    {
        var bench = new LabBench(_options, input);
        var tried = before.ToList();
        SegmentScore? last = null;
        new Trials(Search(), new MedianPruner(new()), budget.Clock).Run(
            run => Objective(last = Try(run, bench, cancel)),
            budget.Limit,
            [.. before.Select(one => one.Trial)],
            trial =>
            {
                tried.Add(new SearchedTrial(trial, last!));
                over(tried[^1]);
            },
            cancel
        );
        return new SearchResult(tried, Best(tried, bench, cancel));
    }

    static double Objective(SegmentScore score) => score.Fault == null ? score.Score : double.NaN;

    SegmentScore Try(TrialRun run, LabBench bench, CancellationToken cancel)
    {
        var trial = bench.TryOne(PlanOf(run.Values, bench, cancel), cancel);
        return trial.Score.Fault != null || run.Report(trial.Score.Separation)
            ? trial.Score
            : bench.WithStability(trial, cancel).Score;
    }

    /// <summary>The best trial once more: the same plan gives the same segments.</summary>
    static SegmentTrial? Best(IReadOnlyList<SearchedTrial> tried, LabBench bench, CancellationToken cancel)
    {
        var best = tried.Where(one => one.Trial.IsWhole).MaxBy(one => one.Trial.Score);
        return best == null ? null : bench.TryOne(best.Score.Plan, cancel) with { Score = best.Score };
    }

    ISearch Search() =>
        method == SearchMethod.Random
            ? new RandomSearch(Space(), _options.Seed)
            : new TreeParzen(Space(), new TreeParzenOptions { Seed = _options.Seed });

    SearchSpace Space()
    {
        string[] spaces = [.. _options.Spaces.Distinct().Select(Written)];
        string[] algorithms = [.. _options.Algorithms.Distinct().Select(Written)];
        string[] near =
        [
            .. _options.Spaces.Where(SegmentPlan.LooksAtNeighborhoods).Distinct().Select(Written),
        ];
        string[] told = [.. _options.Algorithms.Where(SegmentPlan.TellsClusters).Distinct().Select(Written)];
        string[] untold = [.. algorithms.Except(told)];
        return new SearchSpace([
            new ChoiceParameter("scale", [.. _options.Scales.Select((_, i) => Written(i))]),
            new ChoiceParameter("space", spaces),
            new ChoiceParameter("neighbors", ["10", "15", "30", "50"], new("space", near)),
            new ChoiceParameter("algorithm", algorithms),
            new WholeParameter("k", _options.Smallest, _options.Largest, When: new("algorithm", told)),
            new WholeParameter("min_samples", 5, 50, Log: true, new("algorithm", untold)),
            new RealParameter("eps_share", 0.5, 0.99, When: new("algorithm", ["dbscan"])),
            new RealParameter("size_share", 0.01, 0.1, Log: true, new("algorithm", ["hdbscan"])),
        ]);
    }

    SegmentPlan PlanOf(IReadOnlyDictionary<string, string> values, LabBench bench, CancellationToken cancel)
    {
        var plan = new SegmentPlan
        {
            Scale = _options.Scales[(int)Number(values, "scale")],
            Space = _options.Spaces.First(space => Written(space) == values["space"]),
            Neighbors = (int)Number(values, "neighbors", 15),
            Algorithm = _options.Algorithms.First(algorithm => Written(algorithm) == values["algorithm"]),
            Clusters = (int)Number(values, "k"),
        };
        return plan.TakesClusters
            ? plan
            : bench.Dense(
                plan with
                {
                    MinSamples = (int)Number(values, "min_samples"),
                },
                Number(values, "eps_share"),
                Number(values, "size_share"),
                cancel
            );
    }

    static string Written<T>(T value) => SnakeCase.Of(Convert.ToString(value, CultureInfo.InvariantCulture)!);

    static double Number(IReadOnlyDictionary<string, string> values, string name, double otherwise = 0) =>
        values.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
