namespace Clientele.Features;

/// <summary>The customer table of system D, column by column.</summary>
public static class InsiderFeatures
{
    /// <summary>One row a customer with a purchase, ordered by id.</summary>
    public static readonly FeatureSet Set = FeatureSet.File(
        "insider_features",
        new("customer_id", "As in the file; guests are numbered by their invoice", ""),
        new("gross_revenue", "What was bought", "currency"),
        new("recency_days", "From the last purchase to the last day of the data", "days"),
        new("qtd_invoices", "Different orders", "orders"),
        new("qtd_items", "Units bought", "units"),
        new("qtd_items_variety", "Lines bought; system D called this variety", "lines"),
        new("unique_products", "Different products bought", "products"),
        new("frequency", "Orders a day between first and last, both counted", "orders a day"),
        new("qtde_returns", "Units that came back", "units"),
        new("percentage_returned", "Units that came back of 100 bought", "per cent")
    );
}
