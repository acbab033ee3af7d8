using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Of each product those that the same customers buy: what to offer with a basket.</summary>
/// <param name="Shop">Ids and names.</param>
/// <param name="Alike">By numbers of products.</param>
/// <param name="Filter">What may be offered.</param>
sealed record ProductNeighbors(ShopBaskets Shop, NeighborTable Alike, RecommendationFilter Filter)
{
    /// <summary>Kept of each product.</summary>
    const int Most = 20;

    internal static ProductNeighbors Of(
        ShopBaskets shop,
        PurchaseLog log,
        RecommendationFilter filter,
        int threads,
        CancellationToken cancel
    ) => new(shop, new ItemNeighbors(new() { Threads = threads }).Find(log.Sums, cancel), filter);

    internal Table Table()
    {
        var rows = Alike
            .Neighbors.SelectMany(
                (neighbors, product) =>
                    neighbors
                        .Where(n => Filter.Offered![n.Item])
                        .Take(Most)
                        .Select((n, place) => (product, place, n.Item, n.Score))
            )
            .ToList();
        return new(
            "product_neighbors",
            [
                TableBuilding.Text("product_id", rows.Select(r => Shop.Ids[r.product])),
                TableBuilding.Whole("rank", rows.Select(r => r.place + 1)),
                TableBuilding.Text("neighbor_id", rows.Select(r => Shop.Ids[r.Item])),
                TableBuilding.Text("product", rows.Select(r => Shop.Names[r.product])),
                TableBuilding.Text("neighbor", rows.Select(r => Shop.Names[r.Item])),
                TableBuilding.Number("similarity", rows.Select(r => Math.Round(r.Score, 6))),
            ]
        );
    }
}
