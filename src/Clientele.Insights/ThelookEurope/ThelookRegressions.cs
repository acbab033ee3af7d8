using System.Globalization;
using Clientele.Models;

namespace Clientele.Insights;

/// <summary>The regressions of system E: a line, a forest, boosted trees and AdaBoost, two of them with settings that were searched.</summary>
static class ThelookRegressions
{
    /// <summary>Trees by which settings of forests are ranked: more trees better all of them alike.</summary>
    const int SketchTrees = 25;

    internal static IReadOnlyList<ExplainedRevenue> All(
        RevenueRows rows,
        int seed,
        CancellationToken cancel
    ) =>
        [
            rows.Explain(
                "linear",
                [0.0],
                (p, x, y, _, _) => new RidgeRegression(new() { Penalty = p }).Fit(x, y),
                _ => "",
                cancel
            ),
            Forest("random_forest", rows, [new() { Seed = seed }], cancel),
            Forest("random_forest_tuned", rows, Forests(seed), cancel),
            Boosted("boosted_trees", rows, [Boosting(seed)], cancel),
            Boosted("boosted_trees_tuned", rows, [.. Boostings(seed)], cancel),
            rows.Explain(
                "adaboost",
                [new AdaBoostOptions()],
                (options, x, y, t, c) => new AdaBoostR2(options with { Threads = t }).Fit(x, y, c),
                o => Said(("max_depth", o.MaxDepth)),
                cancel
            ),
        ];

    static ExplainedRevenue Forest(
        string name,
        RevenueRows rows,
        IReadOnlyList<ForestOptions> grid,
        CancellationToken cancel
    ) =>
        rows.Explain(
            name,
            grid,
            (options, x, y, t, c) => new RandomForest(options with { Threads = t }).Fit(x, y, c).Forest,
            o =>
                Said(
                    ("max_depth", o.Tree.MaxDepth),
                    ("min_leaf", o.Tree.MinLeaf),
                    ("split_columns", SnakeOf(o.Tree.SplitColumns))
                ),
            cancel,
            o => o with { Trees = SketchTrees }
        );

    static List<ForestOptions> Forests(int seed) =>
        [
            .. from depth in (int?[])[3, 5, 8]
            from leaf in (int[])[2, 5]
            from columns in (SplitColumns[])[SplitColumns.SquareRoot, SplitColumns.All]
            select new ForestOptions
            {
                Tree = new()
                {
                    MaxDepth = depth,
                    MinLeaf = leaf,
                    SplitColumns = columns,
                },
                Seed = seed,
            },
        ];

    static ExplainedRevenue Boosted(
        string name,
        RevenueRows rows,
        IReadOnlyList<BoostingOptions> grid,
        CancellationToken cancel
    ) =>
        rows.Explain(
            name,
            grid,
            (options, x, y, t, c) => new GradientBoosting(options with { Threads = t }).Fit(x, y, c),
            o =>
                Said(
                    ("max_depth", o.MaxDepth),
                    ("learning_rate", o.LearningRate),
                    ("min_leaf", o.MinLeaf),
                    ("row_share", o.RowShare)
                ),
            cancel
        );

    static BoostingOptions Boosting(int seed) =>
        new()
        {
            Trees = 100,
            MaxDepth = 3,
            MaxLeaves = 8,
            MinLeaf = 1,
            Seed = seed,
        };

    static IEnumerable<BoostingOptions> Boostings(int seed) =>
        from depth in (int[])[2, 3, 4]
        from rate in (double[])[0.05, 0.1]
        from leaf in (int[])[2, 20]
        from share in (double[])[0.8, 1]
        select Boosting(seed) with
        {
            MaxDepth = depth,
            MaxLeaves = 1 << depth,
            LearningRate = rate,
            MinLeaf = leaf,
            RowShare = share,
        };

    static string Said(params (string Name, object? Value)[] settings) =>
        string.Join(
            ", ",
            settings.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name}={s.Value ?? "none"}"))
        );

    static string SnakeOf(SplitColumns columns) => columns == SplitColumns.SquareRoot ? "square_root" : "all";
}
