using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What boosted trees make of what is known of customers: one row a feature, the most important first.</summary>
sealed class ValueImportance
{
    /// <summary>Rows on which columns are shuffled, and of which Shapley values are told.</summary>
    const int MostShuffled = 4000;
    const int MostShared = 300;
    const int GridPoints = 12;
    const int Drawn = 3;

    /// <summary>Name of the model that is looked into.</summary>
    internal const string Model = "boosted_trees";

    internal IReadOnlyList<FeatureImportance> Rows { get; private init; } = [];

    /// <summary>Mean of what is told as a feature grows, of the most important ones.</summary>
    internal IReadOnlyList<(string Feature, double[] Values, double[] Told)> Dependence
    {
        get;
        private init;
    } = [];

    /// <summary>Whether shuffling was scored by what came at a cut-off that the trees had not seen.</summary>
    internal bool IsJudged { get; private init; }

    internal static ValueImportance Of(ValueStory story, Study study, CancellationToken cancel)
    {
        var result = story.Short.Verdict?.Results.FirstOrDefault(r => r is { Model: Model, Round: 0 });
        if (result?.Forecast?.Learned is not BoostedTrees trees)
        {
            return new ValueImportance();
        }

        var round = story.Short.Rounds[0];
        var (points, outcome) = Some(round.Task.Now.Features, round.Outcome, MostShuffled);
        var options = new InspectionOptions { Seed = study.Seed, Threads = study.Threads };
        var shuffled = Inspection.Permutation(
            trees,
            points,
            told => RankingScores.NormalizedGini(outcome, told),
            options,
            cancel
        );
        var (few, _) = Some(points, outcome, MostShared);
        var shapley = new TreeShap(trees, round.Task.Past!.Origin.Features).Values(
            few,
            study.Threads,
            cancel
        );
        FeatureImportance[] rows =
        [
            .. ValueShop
                .FeatureNames.Select(
                    (name, column) =>
                        new FeatureImportance(
                            name,
                            trees.Importance[column],
                            shuffled[column],
                            shapley.Column(column).Average(Math.Abs)
                        )
                )
                .OrderByDescending(r => r.Gain)
                .ThenBy(r => r.Feature, StringComparer.Ordinal),
        ];
        return new ValueImportance
        {
            Rows = rows,
            IsJudged = true,
            Dependence =
            [
                .. rows.Take(Drawn)
                    .Select(r => DependenceOf(trees, points, r.Feature, study.Threads, cancel)),
            ],
        };
    }

    static (Matrix Points, double[] Outcome) Some(Matrix points, double[] outcome, int most)
    {
        var every = Math.Max(1, (points.Rows + most - 1) / most);
        int[] rows = [.. Enumerable.Range(0, points.Rows).Where(i => i % every == 0)];
        return (points.Take(rows), [.. rows.Select(i => outcome[i])]);
    }

    static (string, double[], double[]) DependenceOf(
        BoostedTrees trees,
        Matrix points,
        string feature,
        int threads,
        CancellationToken cancel
    )
    {
        var column = ValueShop.FeatureNames.Index().First(f => f.Item == feature).Index;
        double[] sorted = [.. points.Column(column).Order()];
        double[] values =
        [
            .. Enumerable
                .Range(0, GridPoints)
                .Select(i => Statistics.Quantile(sorted, 0.02 + (0.96 * i / (GridPoints - 1))))
                .Distinct(),
        ];
        return (
            feature,
            values,
            Inspection.PartialDependence(trees, points, column, values, threads, cancel)
        );
    }

    internal Table Table() =>
        new(
            "value_importance",
            [
                TableBuilding.Text("model", Rows.Select(_ => Model)),
                TableBuilding.Text("feature", Rows.Select(r => r.Feature)),
                TableBuilding.Number("gain", Rows.Select(r => r.Gain)),
                TableBuilding.Number("permutation", Rows.Select(r => r.Shuffled.Mean)),
                TableBuilding.Number("permutation_low", Rows.Select(r => r.Shuffled.Low)),
                TableBuilding.Number("permutation_high", Rows.Select(r => r.Shuffled.High)),
                TableBuilding.Number("shapley", Rows.Select(r => r.Shapley)),
            ]
        );
}

/// <summary>How much trees lean on a feature.</summary>
/// <param name="Feature">Its column.</param>
/// <param name="Gain">Its share of what the splits gained.</param>
/// <param name="Shuffled">What the normalised Gini of a later cut-off loses if it is shuffled.</param>
/// <param name="Shapley">Mean absolute Shapley value: by how much it moves the logarithm of what is told.</param>
sealed record FeatureImportance(string Feature, double Gain, PermutationImportance Shuffled, double Shapley);
