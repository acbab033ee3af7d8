namespace Clientele.Features;

/// <summary>How often, how recently and for how much each customer bought.</summary>
public static class Customers
{
    /// <summary>One row a customer, ordered by id. Feeds rfm, segments and the table of customers.</summary>
    public static readonly FeatureSet Set = FeatureSet.File(
        "customers",
        new("customer_key", "Number of the customer: rank of the sorted ids", ""),
        new("customer_id", "As in the file, without a trailing .0", ""),
        new("first_order", "Day of the first order", "date"),
        new("last_order", "Day of the last order", "date"),
        new("orders", "Different orders", "orders"),
        new("lines", "Lines of all orders", "lines"),
        new("units", "Units bought", "units"),
        new("products", "Different products bought", "products"),
        new("gross_revenue", "What was bought, returns not taken off", "currency"),
        new("returned_units", "Units that came back", "units"),
        new("returned_value", "Worth of what came back", "currency"),
        new("net_revenue", "Gross revenue less returned value", "currency"),
        new("average_order_value", "Gross revenue an order", "currency"),
        new("days_since_last", "From the last order to as-of, as the recipe counts", "days"),
        new("tenure_days", "From the first order to as-of", "days"),
        new("mean_days_between_orders", "Mean gap between orders; unknown with a single one", "days"),
        new(
            "country",
            "Where most lines went; a tie goes to the first by its letters; what a file of customers says if no line tells",
            ""
        ),
        new("state", "As a file of customers says, else where the first order went", ""),
        new("zip", "Of the shipping address, else of the billing address", ""),
        new("birth_year", "As a file of customers says", ""),
        new("age_class", "As a file of customers says, where it knows no year of birth", ""),
        new("sex", "F, M, or as a file of customers says otherwise", ""),
        new("registered_on", "Day of the registration, if before as-of", "date"),
        new("traffic_source", "Where the customer came from", ""),
        new("account_manager", "Who looks after the customer", "")
    );
}
