using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Offers for one customer or basket, out of the tables of a published shop.</summary>
public static class Offers
{
    /// <summary>Result tables that this reads, in the schema results.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["recommendations", "product_neighbors"];

    /// <summary>What a customer is offered; no row if the customer is unknown or has no list.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="customer">Its id.</param>
    /// <param name="count">Most offers.</param>
    /// <returns>rank, product_id, product, score, reason.</returns>
    public static Table OfCustomer(IDatabase database, string customer, int count) =>
        database.Read(
            new(
                "offers",
                "select rank, product_id, product, score, reason from results.recommendations where customer_id = $customer and rank <= $count order by rank"
            ),
            ("customer", customer),
            ("count", count)
        );

    /// <summary>Whether the shop ever sold to a customer.</summary>
    public static bool HasCustomer(IDatabase database, string customer) =>
        database
            .Read(
                new("customer", "select count(*) as n from core.customers where customer_id = $customer"),
                ("customer", customer)
            )
            .Number("n") > 0;

    /// <summary>Those of some products that the shop never sold.</summary>
    public static IReadOnlyList<string> Unknown(IDatabase database, IEnumerable<string> products) =>
        [
            .. products.Where(product =>
                database
                    .Read(
                        new("product", "select count(*) as n from core.products where product_id = $product"),
                        ("product", product)
                    )
                    .Number("n") == 0
            ),
        ];

    /// <summary>What to offer with a basket: the sum of how alike each product is to those in it.</summary>
    /// <param name="database">The shop.</param>
    /// <param name="basket">Ids of products.</param>
    /// <param name="count">Most offers.</param>
    /// <returns>rank, product_id, product, score, reason.</returns>
    public static Table OfBasket(IDatabase database, IReadOnlyCollection<string> basket, int count)
    {
        var offers = new Dictionary<string, (string Name, double Score, string Reason, double Most)>(
            StringComparer.Ordinal
        );
        foreach (var product in basket.Distinct(StringComparer.Ordinal))
        {
            var neighbors = database.Read(
                new(
                    "neighbors",
                    "select neighbor_id, neighbor, product, similarity from results.product_neighbors where product_id = $product order by rank"
                ),
                ("product", product)
            );
            var (ids, names, of) = (
                neighbors.Texts("neighbor_id"),
                neighbors.Texts("neighbor"),
                neighbors.Texts("product")
            );
            foreach (var (row, alike) in neighbors.Numbers("similarity").Index())
            {
                var known = offers.GetValueOrDefault(ids[row], (names[row], 0, "", 0));
                offers[ids[row]] = (
                    names[row],
                    known.Score + alike,
                    alike > known.Most ? $"bought with {of[row]}" : known.Reason,
                    Math.Max(alike, known.Most)
                );
            }
        }

        var best = offers
            .Where(offer => !basket.Contains(offer.Key))
            .OrderByDescending(offer => offer.Value.Score)
            .ThenBy(offer => offer.Key, StringComparer.Ordinal)
            .Take(count)
            .ToList();
        return new Table(
            "offers",
            [
                TableBuilding.Whole("rank", Enumerable.Range(1, best.Count)),
                TableBuilding.Text("product_id", best.Select(offer => offer.Key)),
                TableBuilding.Text("product", best.Select(offer => offer.Value.Name)),
                TableBuilding.Number("score", best.Select(offer => offer.Value.Score)),
                TableBuilding.Text("reason", best.Select(offer => offer.Value.Reason)),
            ]
        );
    }
}
