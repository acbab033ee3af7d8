using Clientele.Features;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The orders of a shop as baskets, and its products.</summary>
/// <param name="Baskets">Products by order.</param>
/// <param name="Goods">A row a product, in the order of their numbers.</param>
/// <param name="Lines">A row an order and product.</param>
sealed record ShopBaskets(BasketSet Baskets, Table Goods, Table Lines)
{
    /// <summary>Ids of the products.</summary>
    internal string[] Ids { get; } = Goods.Texts("product_id");

    /// <summary>Their names.</summary>
    internal string[] Names { get; } = Goods.Texts("name");

    /// <summary>Their categories; empty where none is known.</summary>
    internal string[] Categories { get; } = Goods.Texts("category");

    internal static ShopBaskets Of(Study study)
    {
        var (lines, goods) = (study.Features(BasketLines.Set), study.Features(BasketLines.Goods));
        var orders = (int)study.Features(SalesProfiles.Totals).Number("orders");
        return new ShopBaskets(
            BasketSet.Of(
                [.. lines.Numbers("basket").Select(b => (int)b)],
                [.. lines.Numbers("product").Select(p => (int)p)],
                orders,
                goods.Rows
            ),
            goods,
            lines
        );
    }

    /// <summary>Ids or names of some products, joined as tables write sets: sorted by id.</summary>
    internal string Joined(IEnumerable<int> products, string[] words) =>
        string.Join(" + ", products.OrderBy(p => Ids[p], StringComparer.Ordinal).Select(p => words[p]));

    /// <summary>What each customer bought on which day; who is not named is left out.</summary>
    internal (List<ItemPurchase> Purchases, int Customers) Purchases()
    {
        var (keys, purchases) = (new Dictionary<double, int>(), new List<ItemPurchase>(Lines.Rows));
        var (customers, products, days) = (
            Lines.Numbers("customer"),
            Lines.Numbers("product"),
            Lines.Numbers("day")
        );
        for (var line = 0; line < customers.Length; line++)
        {
            if (customers[line] < 0)
            {
                continue;
            }

            if (!keys.TryGetValue(customers[line], out var customer))
            {
                keys.Add(customers[line], customer = keys.Count);
            }

            purchases.Add(new ItemPurchase(customer, (int)products[line], (int)days[line]));
        }

        return (purchases, keys.Count);
    }
}
