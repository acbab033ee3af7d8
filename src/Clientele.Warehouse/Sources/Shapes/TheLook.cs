namespace Clientele.Warehouse;

/// <summary>thelook: the public example shop of BigQuery, exported table by table.</summary>
/// <remarks>
/// Traps: each item is one unit; its status counts, not the order's; times end in UTC; ages are of the day of the export; rows of items joined
/// by user and not by order double the revenue.
/// </remarks>
static class TheLook
{
    /// <summary>Items of orders, and what may lie beside them.</summary>
    internal static Shape Shape { get; } =
        new(
            "thelook",
            new ShapeTable(
                "items",
                "id",
                "order_id",
                "user_id",
                "product_id",
                "inventory_item_id",
                "status",
                "created_at",
                "sale_price"
            ),
            new ShapeTable("users", "id", "email", "age", "gender", "traffic_source", "created_at")
            {
                Optional = true,
                More = ["first_name", "last_name", "country", "state", "postal_code"],
                Map = new Dictionary<string, string> { ["first_name"] = "name" },
            },
            new ShapeTable("products", "id", "cost", "category", "brand", "retail_price", "department", "sku")
            {
                Optional = true,
                More = ["name"],
            },
            ShapeTable.LeftOut(
                "orders",
                "the items say the same",
                "order_id",
                "user_id",
                "status",
                "num_of_item"
            ),
            new ShapeTable("events", "session_id", "sequence_number", "created_at", "uri", "event_type")
            {
                Optional = true,
                More = ["user_id", "ip_address"],
            },
            ShapeTable.LeftOut(
                "stock",
                "the products say the same",
                "id",
                "product_id",
                "sold_at",
                "product_sku"
            ),
            ShapeTable.LeftOut("centres", "no question asks for them", "id", "name", "latitude", "longitude")
        )
        {
            Lost =
            [
                "years of birth are counted back from the last year in the file, by ages as of the export: one may be off",
            ],
            Rewritings =
            [
                new(
                    "thelook_lines",
                    Target.Lines,
                    "items",
                    ("order_id", "order_id"),
                    ("customer_id", "user_id"),
                    ("ordered_at", "created_at"),
                    ("product_id", "product_id"),
                    ("product_name", "name of the products"),
                    ("quantity", "units (one a row)"),
                    ("unit_price", "sale_price"),
                    ("country", "country of the users"),
                    ("state", "state of the users"),
                    ("category", "category of the products"),
                    ("status", "status"),
                    ("item_id", "id")
                ),
                new(
                    "thelook_customers",
                    Target.Customers,
                    "users",
                    ("customer_id", "id"),
                    ("customer_email", "email"),
                    ("name", "last_name"),
                    ("country", "country"),
                    ("state", "state"),
                    ("billing_zip", "postal_code"),
                    ("birth_year", "age"),
                    ("sex", "gender"),
                    ("registered_at", "created_at"),
                    ("traffic_source", "traffic_source")
                ),
                new(
                    "thelook_products",
                    Target.Products,
                    "products",
                    ("product_id", "id"),
                    ("product_name", "name"),
                    ("category", "category"),
                    ("cost", "cost"),
                    ("list_price", "retail_price")
                ),
                new(
                    "thelook_sessions",
                    Target.Sessions,
                    "events",
                    ("session_id", "session_id"),
                    ("visitor_id", "ip_address"),
                    ("customer_id", "user_id"),
                    ("started_at", "created_at"),
                    ("category", "category in uri"),
                    ("event2", "event_type"),
                    ("page", "uri")
                ),
            ],
        };
}
