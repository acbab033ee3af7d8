namespace Clientele.Warehouse;

/// <summary>What the columns of files beside the orders can mean.</summary>
static class BesideFields
{
    internal const string Flag = "boolean";
    internal const string Whole = "integer";
    internal const string Key = "bigint";

    /// <summary>Of people; those of a customer's id and e-mail are the orders' own.</summary>
    internal static IReadOnlyList<Field> Customers { get; } =
    [
        new("customer_id", Fields.Text, [.. Fields.Named("customer_id").Aliases, "id", "username"]),
        new("customer_email", Fields.Text, Fields.Named("customer_email").Aliases),
        new("name", Fields.Text, "name", "full name", "full_name", "customer name", "customer_name"),
        new("country", Fields.Text, [.. Fields.Named("country").Aliases, "country code", "land"]),
        new("state", Fields.Text, [.. Fields.Named("state").Aliases, "region", "province code"]),
        new(
            "shipping_zip",
            Fields.Text,
            "shipping_zip",
            "shipping zip",
            "shipping postcode",
            "shipping_postcode"
        ),
        new(
            "billing_zip",
            Fields.Text,
            "billing_zip",
            "billing zip",
            "billing postcode",
            "billing_postcode",
            "zip",
            "zip code",
            "zipcode",
            "postcode",
            "postal code",
            "postal_code",
            "plz"
        ),
        new("birth_year", Whole, "birth_year", "birth year", "year of birth", "yob"),
        new("sex", Fields.Text, "sex", "gender"),
        new(
            "registered_at",
            Fields.Time,
            "registered_at",
            "registered_on",
            "registered",
            "registration date",
            "registration_date",
            "sign up",
            "signup_date",
            "created_at",
            "created at",
            "customer since"
        ),
        new(
            "traffic_source",
            Fields.Text,
            "traffic_source",
            "traffic source",
            "user_traffic_source",
            "source"
        ),
        new("account_manager", Fields.Text, "account_manager", "account manager"),
        new("account_manager_cohort", Fields.Text, "account_manager_cohort", "account manager cohort"),
        new(
            "consent",
            Flag,
            "consent",
            "accepts email marketing",
            "accepts marketing",
            "email_consent",
            "marketing consent",
            "newsletter"
        ),
    ];

    /// <summary>Of goods.</summary>
    internal static IReadOnlyList<Field> Products { get; } =
    [
        new("product_id", Fields.Text, [.. Fields.Named("product_id").Aliases, "product id", "id"]),
        new("product_name", Fields.Text, [.. Fields.Named("product_name").Aliases, "name", "product title"]),
        new("category", Fields.Text, [.. Fields.Named("category").Aliases, "product_category"]),
        new("sub_category", Fields.Text, Fields.Named("sub_category").Aliases),
        new("cost", Fields.Price, "cost", "unit cost", "unit_cost", "cost price", "cost per item"),
        new("list_price", Fields.Price, "list_price", "list price", "retail_price", "retail price", "price"),
    ];

    /// <summary>Of sums.</summary>
    internal static IReadOnlyList<Field> Measures { get; } =
    [new("customer_id", Fields.Text), new("measure", Fields.Text), new("value", Fields.Money)];

    /// <summary>Of visits.</summary>
    internal static IReadOnlyList<Field> Sessions { get; } =
    [
        new("session_id", Key),
        new("visitor_id", Key),
        new("customer_id", Fields.Text),
        new("started_at", Fields.Time),
        new("category", Key),
        new("event1", Key),
        new("event2", Key),
    ];
}
