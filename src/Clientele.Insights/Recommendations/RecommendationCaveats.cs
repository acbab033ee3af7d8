using Clientele.Models;

namespace Clientele.Insights;

/// <summary>What to know of <see cref="Recommendations"/>.</summary>
sealed class RecommendationCaveats(RecommendationOptions options, NumberText numbers)
{
    internal IEnumerable<string> All(RecommendationVerdict verdict, RecommendationTable lists, int cut)
    {
        var day = DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(cut));
        yield return $"Judged by what {numbers.Of(verdict.Judged, "customer")} bought from {numbers.Dates.Day(day)} on, by lists that know nothing of it; what is published has then learned from all orders.";
        yield return $"A recommender is published if its NDCG at {numbers.Count(options.Top)} is above that of {RecommenderPanel.Label(verdict.Baseline).ToLowerInvariant()} in 95 of 100 samples of customers; of those that could be equal by chance, the simplest.";
        yield return $"NDCG: a hit at place r counts 1/log₂(r + 1), over the most that {numbers.Count(options.Top)} places could count. MAP: precision at each hit, over what {numbers.Count(options.Top)} places could hold. Precision is of {numbers.Count(options.Top)} places, filled or not; recall is of all that was bought, products that were new in the shop too.";
        yield return "Hits are of what would have been bought anyway: whether an offer makes a customer buy, only a test with a group that gets none can tell.";
        foreach (var caveat in Filters(lists))
        {
            yield return caveat;
        }
    }

    IEnumerable<string> Filters(RecommendationTable lists)
    {
        if (options.SoldWithinDays > 0)
        {
            yield return $"Products that were not sold in the last {numbers.Of(options.SoldWithinDays, "day")} count as out of stock and are not recommended.";
        }

        if (options.MinMargin is { } least)
        {
            yield return $"Only products with a margin of {numbers.Share(least)} or more are recommended; those whose cost the files do not tell are left out.";
        }

        var shop = lists.Shop.Shop;
        var unknown = options
            .ExcludedCategories.Except(shop.Categories, StringComparer.OrdinalIgnoreCase)
            .Select(category => $"category '{category}'")
            .Concat(
                options.OutOfStock.Except(shop.Ids, StringComparer.Ordinal).Select(id => $"product '{id}'")
            )
            .ToList();
        if (unknown.Count > 0)
        {
            yield return $"The shop has no {Words.And(unknown)}, which the settings bar.";
        }
    }
}
