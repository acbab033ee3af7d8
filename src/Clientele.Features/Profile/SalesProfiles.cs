namespace Clientele.Features;

/// <summary>Sales by day, hour, weekday, month, country and product.</summary>
public static class SalesProfiles
{
    static readonly Feature[] Counts =
    [
        new("orders", "Different orders", "orders"),
        new("customers", "Different customers who are named", "customers"),
        new("lines", "Lines sold", "lines"),
        new("units", "Units sold", "units"),
        new("revenue", "Amount sold", "currency"),
    ];

    /// <summary>One row: the whole shop.</summary>
    public static readonly FeatureSet Totals = FeatureSet.File(
        "sales_totals",
        new("lines", "Lines sold", "lines"),
        new("orders", "Different orders", "orders"),
        new("customers", "Different customers who are named", "customers"),
        new("products", "Different products", "products"),
        new("units", "Units sold", "units"),
        new("revenue", "Amount sold", "currency"),
        new("nameless_lines", "Lines that name no customer", "lines"),
        new("nameless_revenue", "Their amount", "currency"),
        new(
            "shared_orders",
            "Orders whose number stands on lines of more than one customer, nobody being one, or on lines over 31 days apart",
            "orders"
        ),
        new("first_day", "Day of the first order", "date"),
        new("last_day", "Day of the last order", "date"),
        new("returned_lines", "Lines that came back", "lines"),
        new("returned_value", "Their worth", "currency")
    );

    /// <summary>One row an order.</summary>
    public static readonly FeatureSet OrderValues = FeatureSet.File(
        "order_values",
        new("order_id", "As in the file", ""),
        new("amount", "What it was worth", "currency"),
        new("lines", "Its lines", "lines"),
        new("units", "Its units", "units")
    );

    /// <summary>One row an order that came back in full or nearly, the dearest first.</summary>
    public static readonly FeatureSet Returned = FeatureSet.File(
        "returned_orders",
        new("order_id", "As in the file", ""),
        new("customer_id", "As cleaned", ""),
        new("day", "Day of the order", "date"),
        new("amount", "What it was worth", "currency"),
        new("returned", "What came back of it", "currency")
    );

    /// <summary>One row a day with a sale.</summary>
    public static readonly FeatureSet Daily = FeatureSet.File(
        "profile_daily",
        [new("day", "Calendar day", "date"), .. Counts]
    );

    /// <summary>One row an hour of the day with a sale.</summary>
    public static readonly FeatureSet Hourly = FeatureSet.File(
        "profile_hour",
        [new("hour", "0 to 23", "hour"), .. Counts]
    );

    /// <summary>One row a day of the week with a sale.</summary>
    public static readonly FeatureSet Weekdays = FeatureSet.File(
        "profile_weekday",
        [new("weekday", "1 Monday to 7 Sunday", ""), .. Counts]
    );

    /// <summary>One row a day of the week and hour with a sale.</summary>
    public static readonly FeatureSet WeekdayHours = FeatureSet.File(
        "profile_weekday_hour",
        [new("weekday_hour", "100 × weekday (1 Monday) + hour", ""), .. Counts]
    );

    /// <summary>One row a month with a sale.</summary>
    public static readonly FeatureSet Monthly = FeatureSet.File(
        "profile_month",
        [
            new("month", "yyyy-mm", ""),
            .. Counts,
            new(
                "complete",
                "The month was over at as-of, and the first sale is no later than its third day",
                ""
            ),
        ]
    );

    /// <summary>One row a country with a sale, by revenue.</summary>
    public static readonly FeatureSet Countries = FeatureSet.File(
        "profile_country",
        [
            new("country", "As cleaned; empty where it is unknown", ""),
            .. Counts,
            new("revenue_share", "Share of all revenue", "share"),
            new("mean_line_total", "Mean amount of a line", "currency"),
        ]
    );

    /// <summary>One row a product with a sale, by revenue.</summary>
    public static readonly FeatureSet Products = FeatureSet.File(
        "profile_products",
        [
            new("product_id", "As cleaned", ""),
            new("name", "The most frequent description, else as a file of products says", ""),
            .. Counts,
            new("revenue_share", "Share of all revenue", "share"),
            new("mean_unit_price", "Mean unit price of a line", "currency"),
            new("returned_units", "Units that came back", "units"),
        ]
    );

    /// <summary>One row a combination of quantity, price and amount, for correlations.</summary>
    public static readonly FeatureSet LineValues = FeatureSet.File(
        "profile_line_values",
        new("quantity", "Units of a line", "units"),
        new("unit_price", "Price of a unit", "currency"),
        new("amount", "Worth of the line", "currency"),
        new("lines", "Lines of that kind", "lines")
    );
}
