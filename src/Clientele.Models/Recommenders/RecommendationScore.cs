namespace Clientele.Models;

/// <summary>How good a list of recommendations is for one customer.</summary>
/// <param name="Recall">Share of what was then bought that is in the list.</param>
/// <param name="Precision">Share of the k places that were then bought; a place that is empty was not.</param>
/// <param name="Ndcg">Hits count 1/log₂(rank + 1), over the most that k places could count: the ideal list is cut at k too.</param>
/// <param name="AveragePrecision">Mean of the precision at each hit, over min(k, bought): 1 if all places that could be hits are.</param>
/// <param name="ReciprocalRank">1 over the rank of the first hit; 0 without one.</param>
/// <param name="Hit">1 if there is a hit, else 0.</param>
/// <remarks>
/// Definitions of RecBole, implicit and recommenders (map_at_k). Others do not cut the ideal list, or divide the average precision by all
/// that was bought: their numbers are lower where more than k things were.
/// </remarks>
public readonly record struct RecommendationScore(
    double Recall,
    double Precision,
    double Ndcg,
    double AveragePrecision,
    double ReciprocalRank,
    double Hit
)
{
    /// <summary>Scores one list.</summary>
    /// <param name="ranked">Items, the best first; none twice.</param>
    /// <param name="bought">What was then bought; at least one.</param>
    /// <param name="k">Places that count.</param>
    /// <exception cref="ArgumentException">Nothing was bought: such a customer is left out.</exception>
    public static RecommendationScore Of(IReadOnlyList<int> ranked, IReadOnlySet<int> bought, int k)
    {
        if (bought.Count == 0)
        {
            throw new ArgumentException("Of who bought nothing no list is good or bad.", nameof(bought));
        }

        var (hits, gain, precisions, first) = (0, 0.0, 0.0, 0.0);
        for (var place = 0; place < Math.Min(k, ranked.Count); place++)
        {
            if (bought.Contains(ranked[place]))
            {
                hits++;
                gain += 1 / Math.Log2(place + 2);
                precisions += (double)hits / (place + 1);
                first = first > 0 ? first : 1.0 / (place + 1);
            }
        }

        var most = Math.Min(k, bought.Count);
        var ideal = Enumerable.Range(0, most).Sum(place => 1 / Math.Log2(place + 2));
        return new RecommendationScore(
            (double)hits / bought.Count,
            (double)hits / k,
            gain / ideal,
            precisions / most,
            first,
            hits > 0 ? 1 : 0
        );
    }
}
