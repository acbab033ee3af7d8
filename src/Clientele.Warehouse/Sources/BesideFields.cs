namespace Clientele.Warehouse;

/// <summary>What the columns of files beside the orders can mean.</summary>
static class BesideFields
{
    internal const string Flag = "boolean";
    internal const string Whole = "integer";

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
        new(
            "age_class",
            Fields.Text,
            "age_class",
            "age class",
            "age group",
            "age_group",
            "age range",
            "age_range"
        ),
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

    /// <summary>Of the customer, beside each line of an order. Headers that may mean the order or the product are not among them.</summary>
    internal static IReadOnlyList<Field> OfCustomersInLines { get; } =
    [
        new("name", Fields.Text, "customer name", "customer_name", "full name", "full_name"),
        new(
            "shipping_zip",
            Fields.Text,
            [.. Of(Customers, "shipping_zip"), "shipping zip code", "shipping_zip_code", "ship-postal-code"]
        ),
        new(
            "billing_zip",
            Fields.Text,
            [
                .. Of(Customers, "billing_zip").Where(h => h != "zip"),
                "zip_code",
                "billing zip code",
                "billing_zip_code",
                "customer zip",
                "customer_zip",
                "customer postcode",
                "customer_postcode",
            ]
        ),
        new("birth_year", Whole, Of(Customers, "birth_year")),
        new("age_class", Fields.Text, Of(Customers, "age_class")),
        new("sex", Fields.Text, [.. Of(Customers, "sex"), "customer gender", "customer_gender"]),
        new(
            "registered_at",
            Fields.Time,
            [.. Of(Customers, "registered_at").Where(h => h is not ("created_at" or "created at"))]
        ),
        new("traffic_source", Fields.Text, [.. Of(Customers, "traffic_source").Where(h => h != "source")]),
        new("account_manager", Fields.Text, Of(Customers, "account_manager")),
        new("account_manager_cohort", Fields.Text, Of(Customers, "account_manager_cohort")),
        new("consent", Flag, Of(Customers, "consent")),
    ];

    /// <summary>Of the product, beside each line of an order: "cost" alone may be that of the line.</summary>
    internal static IReadOnlyList<Field> OfProductsInLines { get; } =
    [
        new(
            "cost",
            Fields.Price,
            [.. Of(Products, "cost").Where(h => h != "cost"), "product cost", "product_cost", "cost_price"]
        ),
    ];

    static IReadOnlyList<string> Of(IReadOnlyList<Field> fields, string name) =>
        fields.First(f => f.Name == name).Aliases;

    /// <summary>Of sums.</summary>
    internal static IReadOnlyList<Field> Measures { get; } =
    [new("customer_id", Fields.Text), new("measure", Fields.Text), new("value", Fields.Money)];

    /// <summary>Of visits, an event a row; exports know their ids and events as numbers and as words.</summary>
    internal static IReadOnlyList<Field> Sessions { get; } =
    [
        new("session_id", Fields.Text),
        new("visitor_id", Fields.Text),
        new("customer_id", Fields.Text),
        new("started_at", Fields.Time),
        new("category", Fields.Text),
        new("event1", Fields.Text),
        new("event2", Fields.Text),
        new("page", Fields.Text),
    ];
}
