namespace Clientele.Warehouse;

/// <summary>Olist: orders of a Brazilian market place, in up to nine files.</summary>
/// <remarks>
/// Traps: customer_id is another one for each order, the person is customer_unique_id; each item is one unit, numbered by order_item_id; headers
/// are misspelt; the file of translations has a mark.
/// </remarks>
static class Olist
{
    /// <summary>Orders, items and customers, and what may lie beside them.</summary>
    internal static Shape Shape { get; } =
        new(
            "olist",
            new ShapeTable("orders", "order_id", "customer_id", "order_status", "order_purchase_timestamp")
            {
                Map = new Dictionary<string, string>
                {
                    ["order_id"] = "order_id",
                    ["customer_id"] = "customer_id",
                    ["order_status"] = "status",
                    ["order_purchase_timestamp"] = "ordered_at",
                },
            },
            new ShapeTable("items", "order_id", "order_item_id", "product_id", "seller_id", "price"),
            new ShapeTable(
                "customers",
                "customer_id",
                "customer_unique_id",
                "customer_zip_code_prefix",
                "customer_state"
            )
            {
                Map = new Dictionary<string, string> { ["customer_id"] = "customer_id" },
                Unused = "a person has a row for each order, of which the last counts",
            },
            new ShapeTable("products", "product_id", "product_category_name", "product_photos_qty")
            {
                Optional = true,
            },
            new ShapeTable("translations", "product_category_name", "product_category_name_english")
            {
                Optional = true,
                Map = new Dictionary<string, string>
                {
                    ["product_category_name"] = "category",
                    ["product_category_name_english"] = "category",
                },
            },
            ShapeTable.LeftOut(
                "payments",
                "the prices of the items count",
                "order_id",
                "payment_sequential",
                "payment_value"
            ),
            ShapeTable.LeftOut(
                "reviews",
                "no question asks for reviews",
                "review_id",
                "order_id",
                "review_score"
            ),
            ShapeTable.LeftOut(
                "sellers",
                "no question asks for sellers",
                "seller_id",
                "seller_zip_code_prefix"
            ),
            ShapeTable.LeftOut(
                "places",
                "zips stand at the customers",
                "geolocation_zip_code_prefix",
                "geolocation_lat"
            )
        )
        {
            Lost =
            [
                "products have no names, only ids and categories",
                "orders without an item, as many cancelled ones are, have no line; freight is left out",
            ],
            Rewritings =
            [
                new(
                    "olist_lines",
                    Target.Lines,
                    "items",
                    ("order_id", "order_id"),
                    ("customer_id", "customer_unique_id of the customers"),
                    ("ordered_at", "order_purchase_timestamp of the orders"),
                    ("product_id", "product_id"),
                    ("quantity", "units (one a row)"),
                    ("unit_price", "price"),
                    ("state", "customer_state of the customers"),
                    ("category", "product_category_name of the products"),
                    ("status", "order_status of the orders"),
                    ("order_item_id", "order_item_id")
                ),
                new(
                    "olist_customers",
                    Target.Customers,
                    "customers",
                    ("customer_id", "customer_unique_id"),
                    ("state", "customer_state"),
                    ("shipping_zip", "customer_zip_code_prefix")
                ),
                new(
                    "olist_products",
                    Target.Products,
                    "products",
                    ("product_id", "product_id"),
                    ("category", "product_category_name")
                ),
            ],
        };
}
