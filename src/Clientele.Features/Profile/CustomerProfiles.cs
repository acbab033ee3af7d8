namespace Clientele.Features;

/// <summary>What the files beside the orders add: categories, quarters, states, and what each customer bought of them.</summary>
public static class CustomerProfiles
{
    /// <summary>One row a category with a sale, by revenue.</summary>
    public static readonly FeatureSet Categories = FeatureSet.File(
        "profile_category",
        new("category", "As a file of products says, else as the line does; empty where it is unknown", ""),
        new("orders", "Different orders with a line of it", "orders"),
        new("customers", "Different customers who are named", "customers"),
        new("revenue", "Amount sold", "currency"),
        new("revenue_share", "Share of all revenue", "share")
    );

    /// <summary>One row a quarter with a sale.</summary>
    public static readonly FeatureSet Quarters = FeatureSet.File(
        "profile_quarter",
        new("quarter", "2024-Q1; in a shop without dates as its tables call it", ""),
        new("orders", "Different orders", "orders"),
        new("customers", "Different customers who are named", "customers"),
        new("revenue", "Amount sold", "currency"),
        new(
            "complete",
            "The quarter was over at as-of, and the first sale is no later than its third day; unknown in a shop without dates",
            ""
        )
    );

    /// <summary>One row a state and category with a sale, by revenue.</summary>
    public static readonly FeatureSet StateCategories = FeatureSet.File(
        "profile_state_category",
        new("country", "Of the customers; empty where it is unknown", ""),
        new("state", "Of the customers", ""),
        new("category", "Of the products", ""),
        new("customers", "Different customers", "customers"),
        new("revenue", "Amount sold to them", "currency"),
        new("mean_revenue", "Mean of a customer", "currency")
    );

    /// <summary>One row a customer and measure that is not 0.</summary>
    public static readonly FeatureSet Measures = FeatureSet.File(
        "customer_measures",
        new("customer_id", "As in the table of customers", ""),
        new("measure", "What is measured", ""),
        new("value", "How much", "currency or orders")
    );

    /// <summary>One row: how much the files beside the orders hold.</summary>
    public static readonly FeatureSet Beside = FeatureSet.File(
        "beside_orders",
        new("customers", "Different customers of the files of customers", "customers"),
        new("repeated_customers", "Rows about a customer of whom a later row tells again", "rows"),
        new("repeated_products", "Rows about a product of which a later row tells again", "rows"),
        new("without_order", "Customers of the files of customers without an order", "customers"),
        new("measured_customers", "Different customers of the tables without dates", "customers"),
        new("measures", "Different measures of the tables without dates", "measures")
    );
}
