namespace Clientele.Features;

/// <summary>How often, when first and last, and for how much each customer bought, as laws of buying count it.</summary>
public static class PurchaseHistories
{
    /// <summary>One row a customer with an order, ordered by id.</summary>
    public static readonly FeatureSet Set = FeatureSet.File(
        "purchase_histories",
        new("customer_id", "As in the file, without a trailing .0", ""),
        new("x", "Repeats: days with an order after the first", "days with an order"),
        new("t_x", "From the first day with an order to the last", "days"),
        new("t", "From the first day with an order to the last day before as-of", "days"),
        new("spend", "Mean of a repeat day, less the share that came back; 0 without one", "currency")
    );
}
