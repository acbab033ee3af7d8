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

    /// <summary>There if anybody's is known.</summary>
    static readonly string[] KnownOfSome =
    [
        "state",
        "zip",
        "birth_year",
        "age_class",
        "sex",
        "registered_on",
        "traffic_source",
        "account_manager",
    ];

    /// <summary>Saves it, also when no customer is named.</summary>
    public static void Save(Study study)
    {
        var customers = study.Customers;
        var known = KnownOfSome
            .Select(c => customers[c])
            .Where(c => Enumerable.Range(0, c.Count).Any(row => c.ToText(row) != null));
        study.Save(new Table("customers", [.. Columns.Select(c => customers[c]), .. known, .. study.Labels]));
    }
}
