namespace Clientele.Features;

/// <summary>What the customers of each account manager bought.</summary>
public static class ManagedSales
{
    /// <summary>One row a customer who is looked after and kind of product, ordered by both.</summary>
    public static readonly FeatureSet Set = FeatureSet.File(
        "managed_sales",
        new("customer_id", "As in the file, without a trailing .0", ""),
        new("account_manager", "Who looks after the customer; the cohort where only that is known", ""),
        new("cohort", "The account manager's cohort; the manager where no file tells one", ""),
        new("kind", "Category, else product, else what tables without dates tell sales by", ""),
        new("revenue", "What was bought of it before as-of", "currency")
    );
}
