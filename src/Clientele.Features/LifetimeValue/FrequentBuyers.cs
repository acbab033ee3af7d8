namespace Clientele.Features;

/// <summary>The days on which the customers with the most of them bought.</summary>
public static class FrequentBuyers
{
    /// <summary>One row a day of a customer, ordered by id and day; of at most fifty customers.</summary>
    public static readonly FeatureSet Set = FeatureSet.File(
        "frequent_buyers",
        new("customer_id", "As in the file, without a trailing .0", ""),
        new("day", "With an order", "date")
    );
}
