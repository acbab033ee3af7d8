using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>How recommenders were judged, a row each and part of what was bought.</summary>
static class TournamentTable
{
    internal static Table Of(RecommendationVerdict verdict, RecommendationOptions options)
    {
        var rows = verdict
            .Results.Index()
            .SelectMany(r =>
                r.Item.Parts.Select(
                    (part, place) =>
                        (
                            r.Item,
                            Part: RecommendationScores.Parts[place],
                            Means: part,
                            Gain: place == 0 ? verdict.Gains[r.Index] : null
                        )
                )
            )
            .ToList();
        var columns = new List<Column>
        {
            TableBuilding.Text("recommender", rows.Select(r => r.Item.Name)),
            TableBuilding.Text("part", rows.Select(r => r.Part)),
            TableBuilding.Whole("k", rows.Select(_ => options.Top)),
            TableBuilding.Whole("customers", rows.Select(r => r.Means.Customers)),
        };
        foreach (var (place, metric) in RecommendationScores.Metrics.Index())
        {
            columns.Add(TableBuilding.Number(metric, rows.Select(r => r.Means.Means[place].Value)));
            columns.Add(TableBuilding.Number($"{metric}_low", rows.Select(r => r.Means.Means[place].Low)));
            columns.Add(TableBuilding.Number($"{metric}_high", rows.Select(r => r.Means.Means[place].High)));
        }

        double Whole(string part, double value) => part == RecommendationScores.Parts[0] ? value : double.NaN;
        columns.Add(TableBuilding.Number("coverage", rows.Select(r => Whole(r.Part, r.Item.Coverage))));
        columns.Add(TableBuilding.Number("gini", rows.Select(r => Whole(r.Part, r.Item.Gini))));
        columns.Add(TableBuilding.Number("ndcg_gain", rows.Select(r => r.Gain?.Value ?? double.NaN)));
        columns.Add(TableBuilding.Number("ndcg_gain_low", rows.Select(r => r.Gain?.Low ?? double.NaN)));
        columns.Add(TableBuilding.Number("ndcg_gain_high", rows.Select(r => r.Gain?.High ?? double.NaN)));
        columns.Add(TableBuilding.Flag("is_baseline", rows.Select(r => r.Item.Name == verdict.Baseline)));
        columns.Add(TableBuilding.Flag("is_published", rows.Select(r => r.Item.Name == verdict.Published)));
        return new("recommender_tournament", columns);
    }
}
