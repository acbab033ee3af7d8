using System.Text.Json.Nodes;
using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class RecommendationScoreTests
{
    static JsonNode Case(string id) =>
        JsonNode.Parse(File.ReadAllText(TestData.Expected("metric_reference_values.json")))!["ranking"]![
            "cases"
        ]!
            .AsArray()
            .First(c => (string)c!["id"]! == id)!;

    static int[] Numbers(JsonNode node) => [.. node.AsArray().Select(n => (int)n!)];

    /// <summary>Four lists of which it is known which places are hits.</summary>
    [Theory]
    [InlineData("recall")]
    [InlineData("precision")]
    [InlineData("mrr")]
    [InlineData("map")]
    [InlineData("ndcg")]
    public void Lists_score_as_in_RecBole(string metric)
    {
        var known = Case("recbole");
        for (var list = 0; list < 4; list++)
        {
            var hits = Numbers(known["hits"]![list]!);
            // Places that are hits are items 0, 1, 2; what was bought besides is in no list.
            var bought = hits.Index().Where(h => h.Item == 1).Select(h => h.Index).ToHashSet();
            bought.UnionWith(Enumerable.Range(100, (int)known["n_relevant"]![list]! - bought.Count));
            for (var k = 1; k <= 3; k++)
            {
                var score = RecommendationScore.Of([0, 1, 2], bought, k);
                Assert.Equal((double)known[metric]![list]![k - 1]!, Of(score, metric), 1e-12);
            }
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3)]
    public void Customers_score_as_in_recommenders(int k)
    {
        var known = Case("recommenders");
        var scores = new[] { "1", "2", "3" }
            .Select(user =>
                RecommendationScore.Of(
                    Numbers(known["ranked"]![user]!),
                    Numbers(known["relevant"]![user]!).ToHashSet(),
                    k
                )
            )
            .ToList();
        var expected = known[$"at_{k}"]!;

        // Its own tests allow a ten thousandth.
        Assert.Equal((double)expected["precision"]!, scores.Average(s => s.Precision), 1e-6);
        Assert.Equal((double)expected["recall"]!, scores.Average(s => s.Recall), 1e-6);
        Assert.Equal((double)expected["ndcg"]!, scores.Average(s => s.Ndcg), 1e-6);
        if (k == 3)
        {
            Assert.Equal((double)expected["map_min"]!, scores.Average(s => s.AveragePrecision), 1e-6);
        }
    }

    static double Of(RecommendationScore score, string metric) =>
        metric switch
        {
            "recall" => score.Recall,
            "precision" => score.Precision,
            "mrr" => score.ReciprocalRank,
            "map" => score.AveragePrecision,
            _ => score.Ndcg,
        };

    [Fact]
    public void Who_bought_nothing_is_refused() =>
        Assert.Contains(
            "bought nothing",
            Assert
                .Throws<ArgumentException>(() => RecommendationScore.Of([1], new HashSet<int>(), 5))
                .Message,
            StringComparison.Ordinal
        );
}
