using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What each customer is offered.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Lists">One a customer, the best first; empty of who bought nothing that is known.</param>
/// <param name="Neighbors">Products that the same customers buy: reasons, and offers for a basket.</param>
/// <param name="Reasons">One an offer, list after list.</param>
/// <param name="CustomerIds">One a list.</param>
sealed record RecommendationTable(
    ShopPurchases Shop,
    Recommendation[][] Lists,
    ProductNeighbors Neighbors,
    IReadOnlyList<string> Reasons,
    string[] CustomerIds
)
{
    /// <summary>Customers with a list.</summary>
    internal int Customers => Lists.Count(list => list.Length > 0);

    internal static RecommendationTable Of(
        ShopPurchases shop,
        string recommender,
        RecommendationOptions options,
        Study study,
        CancellationToken cancel
    )
    {
        var log = shop.Before(shop.AsOfDay, study.Seed, cancel);
        var filter = shop.Filter(shop.AsOfDay, options);
        int[] buyers = [.. Enumerable.Range(0, log.Customers).Where(c => log.Items(c).Length > 0)];
        var learned = RecommenderPanel
            .All(study.Seed, study.Threads)
            .First(r => r.Name == recommender)
            .Fit(log, cancel);
        var found = RecommendationLists.Of(learned, log, buyers, options.Top, filter, study.Threads, cancel);
        var lists = Enumerable.Repeat(Array.Empty<Recommendation>(), log.Customers).ToArray();
        for (var i = 0; i < buyers.Length; i++)
        {
            lists[buyers[i]] = found[i];
        }

        var neighbors = ProductNeighbors.Of(shop.Shop, log, filter, study.Threads, cancel);
        var reasons = new RecommendationReasons(shop.Shop, log, learned, neighbors.Alike);
        return new RecommendationTable(
            shop,
            lists,
            neighbors,
            [.. lists.SelectMany((list, customer) => list.Select(r => reasons.Of(customer, r.Item)))],
            study.Customers.Texts("customer_id")
        );
    }

    internal Table Table()
    {
        var offers = Lists
            .SelectMany((list, customer) => list.Select((offer, place) => (customer, place, offer)))
            .ToList();
        return new(
            "recommendations",
            [
                TableBuilding.Text("customer_id", offers.Select(o => CustomerIds[o.customer])),
                TableBuilding.Whole("rank", offers.Select(o => o.place + 1)),
                TableBuilding.Text("product_id", offers.Select(o => Shop.Shop.Ids[o.offer.Item])),
                TableBuilding.Text("product", offers.Select(o => Shop.Shop.Names[o.offer.Item])),
                TableBuilding.Number("score", offers.Select(o => Math.Round(o.offer.Score, 6))),
                TableBuilding.Text("reason", Reasons),
            ]
        );
    }
}

/// <summary>Why a product is offered to a customer, in words.</summary>
/// <param name="shop">Names.</param>
/// <param name="log">What customers bought.</param>
/// <param name="learned">What offers it.</param>
/// <param name="neighbors">Asked where what offers it knows no single reason.</param>
sealed class RecommendationReasons(
    ShopBaskets shop,
    PurchaseLog log,
    ILearnedRecommender learned,
    NeighborTable neighbors
)
{
    readonly double[] _buyers = log.Sums.ColumnSums(_ => 1);
    readonly Dictionary<(int Kind, int Number), string> _texts = [];

    internal string Of(int customer, int item)
    {
        var times = 0;
        foreach (var bought in log.Items(customer))
        {
            times += bought == item ? 1 : 0;
        }

        if (times > 0)
        {
            return Kept(
                0,
                times,
                () => times == 1 ? "bought before, in 1 order" : $"bought before, in {times} orders"
            );
        }

        var because = learned.Because(log, customer, item);
        because = because >= 0 ? because : neighbors.Because(log, customer, item);
        return because >= 0
            ? Kept(1, because, () => $"bought with {shop.Names[because]}")
            : Kept(
                2,
                (int)_buyers[item],
                () => _buyers[item] == 1 ? "bought by 1 customer" : $"bought by {_buyers[item]} customers"
            );
    }

    /// <summary>Equal texts are one: there are millions of offers.</summary>
    string Kept(int kind, int number, Func<string> text)
    {
        if (!_texts.TryGetValue((kind, number), out var kept))
        {
            _texts.Add((kind, number), kept = text());
        }

        return kept;
    }
}
