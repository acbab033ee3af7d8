namespace Clientele.Features;

/// <summary>The customer table of system E, column by column, its frequency mended.</summary>
public static class ThelookFeatures
{
    /// <summary>One row a customer with an order, ordered by id.</summary>
    public static readonly FeatureSet Set = FeatureSet.File(
        "thelook_features",
        new("customer_id", "As in the file, without a trailing .0", ""),
        new("first_order_date", "Day of the first order", "date"),
        new("last_order_date", "Day of the last order", "date"),
        new("total_orders", "Different orders", "orders"),
        new("avg_order_items", "Units an order", "units"),
        new("total_revenue", "What was bought, returns not taken off", "currency"),
        new("avg_order_value", "Total revenue an order", "currency"),
        new("avg_days_between_orders", "Mean gap between orders; 0 with a single one", "days"),
        new(
            "order_frequency_per_year",
            "Orders a year of 365.25 days from the first order to as-of",
            "orders a year"
        ),
        new("days_since_first_order", "From the first order to as-of", "days"),
        new("days_since_last_order", "From the last order to as-of", "days"),
        new("days_since_registration", "From the registration to as-of, if it is known", "days"),
        new("days_until_first_order", "From the registration to the first order, if it is known", "days"),
        new("days_until_last_order", "From the registration to the last order, if it is known", "days"),
        new("days_betw_first_last_order", "From the first order to the last", "days"),
        new("age_class", "Class of the age in the year of as-of, else as a file of customers says", ""),
        new("registration_year", "Year of the registration, if it is known", "year"),
        new("registration_month", "Month of the registration, 1 to 12, if it is known", "month")
    );
}
