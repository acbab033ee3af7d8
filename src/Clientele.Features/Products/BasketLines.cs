namespace Clientele.Features;

/// <summary>What lies in which order.</summary>
public static class BasketLines
{
    /// <summary>One row an order and product, ordered by both.</summary>
    public static readonly FeatureSet Set = FeatureSet.File(
        "basket_lines",
        new("basket", "The order, from 0, in the order of time", ""),
        new("product", "The row of basket_goods, from 0", ""),
        new("customer", "The customer, from 0, by id; -1 where none is named", ""),
        new("day", "Of the order's first line, since 1970", "days")
    );

    /// <summary>One row a product, ordered by id.</summary>
    public static readonly FeatureSet Goods = FeatureSet.File(
        "basket_goods",
        new("product_id", "As cleaned", ""),
        new("name", "The most frequent description", ""),
        new("category", "The most frequent of its lines; empty if unknown", ""),
        new("orders", "Different orders with it", "orders"),
        new("revenue", "Of all its lines", "currency"),
        new("margin", "Share of the revenue that is not cost; null if the cost is unknown", "")
    );
}
