namespace Clientele.Features;

/// <summary>What models that forecast spend learn from.</summary>
public static class ValueFeatures
{
    /// <summary>One row a customer with an order, ordered by id.</summary>
    public static readonly FeatureSet Set = FeatureSet.File(
        "value_features",
        new("customer_id", "As in the file, without a trailing .0", ""),
        new("net_spent", "All that was bought less what came back; may be below 0", "currency"),
        new("purchase_days", "Days with an order", "days"),
        new("orders", "Different orders", "orders"),
        new("days_since_last", "From the last day with an order to as-of", "days"),
        new("tenure_days", "From the first day with an order to as-of", "days"),
        new("mean_gap", "Mean time between days with an order; the tenure with a single one", "days"),
        new(
            "gap_spread",
            "Standard deviation of the times between days with an order; 0 below three",
            "days"
        ),
        new("spent_30d", "Bought in the 30 days before as-of", "currency"),
        new("spent_90d", "Bought in the 90 days before as-of", "currency"),
        new("spent_180d", "Bought in the 180 days before as-of", "currency"),
        new("days_30d", "Days with an order in the 30 days before as-of", "days"),
        new("days_90d", "Days with an order in the 90 days before as-of", "days"),
        new("days_180d", "Days with an order in the 180 days before as-of", "days"),
        new("mean_spend", "Bought on a day with an order, mean", "currency"),
        new("largest_spend", "Bought on the best day", "currency"),
        new("first_spend", "Bought on the first day with an order", "currency"),
        new("last_spend", "Bought on the last day with an order", "currency"),
        new("lines", "Lines of all orders", "lines"),
        new("products", "Different products bought", "products"),
        new("returned_share", "Worth of what came back, as a share of what was bought; at most 1", "share")
    );
}
