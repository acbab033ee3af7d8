namespace Clientele.Models;

/// <summary>All ways to say what customers will spend: rules first, then models in the order of their simplicity.</summary>
public static class ValueModels
{
    /// <summary>The laws of buying among them.</summary>
    public static IReadOnlyList<LifetimeLaw> Laws { get; } =
    [LifetimeLaw.Nbd, LifetimeLaw.BgNbd, LifetimeLaw.MbgNbd, LifetimeLaw.ParetoNbd];

    /// <summary>All, with equal seeds equal.</summary>
    /// <param name="seed">Of draws, samples and trees.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    public static IReadOnlyList<IValueModel> All(int seed, int threads)
    {
        LawValueModel[] laws =
        [
            .. Laws.Select(law => new LawValueModel(law, new() { Seed = seed, Threads = threads })),
        ];
        return [.. ValueBaselines.All(laws[0]), .. laws, .. Learned(seed, threads)];
    }

    static IEnumerable<IValueModel> Learned(int seed, int threads)
    {
        var boosting = new BoostingOptions
        {
            Loss = BoostingLoss.Tweedie,
            Trees = 100,
            LearningRate = 0.05,
            MaxLeaves = 6,
            MinLeaf = 30,
            Ridge = 10,
            Seed = seed,
            Threads = threads,
        };
        var forest = new ForestOptions
        {
            Trees = 50,
            Tree = new() { MinLeaf = 10, SplitColumns = SplitColumns.Third },
            Seed = seed,
            Threads = threads,
        };
        return
        [
            new LearnedValueModel("ridge", (x, y, _) => new RidgeRegression(new()).Fit(x, y), threads),
            new LearnedValueModel(
                "ziln",
                (x, y, cancel) => new ZeroInflatedLognormal(new() { Threads = threads }).Fit(x, y, cancel),
                threads
            ),
            new LearnedValueModel(
                "adaboost",
                (x, y, cancel) => new AdaBoostR2(new() { Threads = threads }).Fit(x, y, cancel),
                threads
            ),
            new LearnedValueModel(
                "random_forest",
                (x, y, cancel) => new RandomForest(forest).Fit(x, y, cancel).Forest,
                threads
            ),
            new LearnedValueModel(
                "boosted_trees",
                (x, y, cancel) => new GradientBoosting(boosting).Fit(x, y, cancel),
                threads
            ),
        ];
    }
}
