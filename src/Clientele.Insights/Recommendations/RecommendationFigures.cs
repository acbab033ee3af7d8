using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Pictures of <see cref="Recommendations"/>.</summary>
sealed class RecommendationFigures(
    RecommendationVerdict verdict,
    RecommendationTable lists,
    NumberText numbers
)
{
    const int MostBars = 12;

    internal IEnumerable<Figure> All()
    {
        yield return Tournament();
        yield return Parts();
        if (lists.Customers > 0)
        {
            yield return Products();
        }
    }

    BarFigure Tournament()
    {
        var best = verdict.Results.MaxBy(r => r.All.Ndcg.Value)!;
        var baseline = verdict.Results.First(r => r.Name == verdict.Baseline);
        return new BarFigure(
            "recommenders",
            best == baseline
                ? $"No recommender is better than {Label(baseline)}"
                : $"{Label(best)} reaches an NDCG of {numbers.Number(best.All.Ndcg.Value)}, {Label(baseline)} {numbers.Number(baseline.All.Ndcg.Value)}",
            "NDCG of the lists by what was then bought, mean over customers, with the range that 90 of 100 samples of customers fall into; 1 if what was bought stands first in every list.",
            "NDCG",
            NumberFormat.Number,
            [
                .. verdict
                    .Results.OrderByDescending(r => r.All.Ndcg.Value)
                    .Select(r => new Bar(Label(r), r.All.Ndcg.Value, r.All.Ndcg.Low, r.All.Ndcg.High)),
            ]
        );
    }

    /// <summary>What is bought again is easy, what is new is not: both apart.</summary>
    HeatFigure Parts()
    {
        var shown = verdict.Results.OrderByDescending(r => r.All.Ndcg.Value).ToList();
        var explorer = verdict.Results.MaxBy(r => r.Parts[2].Ndcg.Value)!;
        return new HeatFigure(
            "repeat_and_explore",
            $"Of what is new to a customer {Label(explorer)} finds most",
            "NDCG of the same lists by all that was then bought, by what the customer had bought before, and by what was new to the customer.",
            "recommender",
            "what was bought",
            NumberFormat.Number,
            [.. shown.Select(Label)],
            ["all", "again", "new"],
            [.. shown.SelectMany(r => r.Parts.Select(p => p.Ndcg.Value))]
        );
    }

    BarFigure Products()
    {
        var counts = lists
            .Lists.SelectMany(list => list)
            .CountBy(offer => offer.Item)
            .OrderByDescending(c => c.Value)
            .ThenBy(c => c.Key)
            .Take(MostBars)
            .ToList();
        return new BarFigure(
            "most_recommended",
            $"{Words.Label(Name(counts[0].Key))} stands in {numbers.Share((double)counts[0].Value / lists.Customers)} of the lists",
            "Products that stand in most lists.",
            "lists",
            NumberFormat.Count,
            [.. counts.Select(c => new Bar(Words.Label(Name(c.Key)), c.Value))]
        );
    }

    string Name(int product) => lists.Shop.Shop.Names[product];

    static string Label(RecommenderResult result) => RecommenderPanel.Label(result.Name);
}
