using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The table of customers, with every label that questions gave: made when all are answered.</summary>
public static class CustomerTable
{
    static readonly string[] Columns =
    [
        "customer_id",
        "first_order",
        "last_order",
        "orders",
        "lines",
        "units",
        "products",
        "gross_revenue",
        "returned_units",
        "returned_value",
        "net_revenue",
        "average_order_value",
        "days_since_last",
        "tenure_days",
        "mean_days_between_orders",
        "country",
    ];

    /// <summary>Saves it, also when no customer is named.</summary>
    public static void Save(Study study)
    {
        var customers = study.Customers;
        study.Save(new Table("customers", [.. Columns.Select(c => customers[c]), .. study.Labels]));
    }
}
