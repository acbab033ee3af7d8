using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What customers buy after something else.</summary>
/// <param name="Rules">That of most customers first.</param>
/// <param name="Shop">The baskets.</param>
sealed record ProductSequences(IReadOnlyList<SequentialRule> Rules, ShopBaskets Shop)
{
    const int FewestCustomers = 10;

    internal static ProductSequences Of(
        ShopBaskets shop,
        ProductOptions options,
        int threads,
        CancellationToken cancel
    )
    {
        var (purchases, customers) = shop.Purchases();
        return new ProductSequences(
            new SequentialRules(
                new()
                {
                    Days = options.WithinDays,
                    MinCustomers =
                        options.MinCustomers > 0
                            ? options.MinCustomers
                            : Math.Max(FewestCustomers, customers / 100),
                    Threads = threads,
                }
            ).Of(purchases, customers, shop.Ids.Length, cancel),
            shop
        );
    }

    /// <summary>More customers bought them in this order than chance would have it.</summary>
    internal IEnumerable<SequentialRule> Believed =>
        Rules.Where(rule => rule.QValue <= ProductRules.Believed && rule.Lift > 1);

    internal Table Table() =>
        new(
            "sequences",
            [
                TableBuilding.Text("first", Rules.Select(r => Shop.Ids[r.First])),
                TableBuilding.Text("second", Rules.Select(r => Shop.Ids[r.Second])),
                TableBuilding.Text("first_name", Rules.Select(r => Shop.Names[r.First])),
                TableBuilding.Text("second_name", Rules.Select(r => Shop.Names[r.Second])),
                TableBuilding.Whole("customers", Rules.Select(r => r.Customers)),
                TableBuilding.Whole("first_customers", Rules.Select(r => r.FirstCustomers)),
                TableBuilding.Number("confidence", Rules.Select(r => r.Confidence)),
                TableBuilding.Number("lift", Rules.Select(r => r.Lift)),
                TableBuilding.Whole("reverse_customers", Rules.Select(r => r.Reverse)),
                TableBuilding.Number("p_value", Rules.Select(r => r.PValue)),
                TableBuilding.Number("q_value", Rules.Select(r => r.QValue)),
            ]
        );
}
