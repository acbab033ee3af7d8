namespace Clientele.Warehouse;

/// <summary>What WooCommerce's own analytics let one download, and what plug-ins export.</summary>
static class WooCommerce
{
    static readonly ShapeTable Customers = new(
        "customers",
        "Username",
        "Last Active",
        "Sign Up",
        "Total Spend",
        "AOV"
    )
    {
        Optional = true,
        More = ["Name", "Email", "Country / Region", "Region", "Postal Code"],
        Map = new Dictionary<string, string> { ["Username"] = "customer_id" },
    };

    static readonly ShapeTable Products = new(
        "products",
        "Product title",
        "SKU",
        "Items sold",
        "N. Revenue",
        "Stock"
    )
    {
        Optional = true,
        Into = Target.Products,
        Map = new Dictionary<string, string>
        {
            ["SKU"] = "product_id",
            ["Product title"] = "product_name",
            ["Category"] = "category",
        },
    };

    /// <summary>Orders, customers and products of the analytics.</summary>
    /// <remarks>Traps: one row an order, its products in one cell without prices; nobody's e-mail; headers follow the language of the shop.</remarks>
    internal static Shape Analytics { get; } =
        new(
            "woocommerce_analytics",
            new ShapeTable(
                "orders",
                "Date",
                "Order #",
                "Customer type",
                "Product(s)",
                "Items sold",
                "N. Revenue"
            )
            {
                More = ["Customer", "Status"],
            },
            Customers,
            Products
        )
        {
            Lost =
            [
                "no products and no prices of items in this export, and customers by name only: people of one name are one. "
                    + "Export line items with an order export plug-in instead",
            ],
            Rewritings =
            [
                new(
                    "woocommerce_orders",
                    Target.Lines,
                    "orders",
                    ("order_id", "Order #"),
                    ("customer_id", "Customer"),
                    ("ordered_at", "Date"),
                    ("line_total", "N. Revenue"),
                    ("status", "Status"),
                    ("products", "Product(s)")
                ),
                Buyers("woocommerce_names", ("customer_id", "Name")),
            ],
        };

    /// <summary>Orders of a plug-in, with the analytics' customers and products beside them.</summary>
    /// <remarks>Traps: what is said of an order is repeated on each of its lines, its total too; a customer 0 is a guest.</remarks>
    internal static Shape Plugin { get; } =
        new(
            "woocommerce_order_export",
            new ShapeTable("orders", "order_id", "order_date", "order_status", "billing_email", "order_total")
            {
                More =
                [
                    "customer_id",
                    "order_currency",
                    "billing_first_name",
                    "billing_last_name",
                    "billing_state",
                    "billing_postcode",
                    "billing_country",
                    "shipping_state",
                    "shipping_postcode",
                    "shipping_country",
                    "sku",
                    "product_sku",
                    "item_sku",
                    "product_name",
                    "item_name",
                    "quantity",
                    "item_quantity",
                    "item_price",
                    "item_total",
                    "line_total",
                ],
                Map = new Dictionary<string, string>
                {
                    ["billing_first_name"] = "name",
                    ["shipping_country"] = "country",
                    ["shipping_state"] = "state",
                    ["product_sku"] = "product_id",
                    ["item_sku"] = "product_id",
                    ["item_name"] = "product_name",
                    ["item_quantity"] = "quantity",
                    ["item_total"] = "line_total",
                    ["line_total"] = "line_total",
                },
            },
            Customers,
            Products
        )
        {
            Lost = ["where no item columns are exported, each order is one line, and no products are known"],
            Rewritings =
            [
                new(
                    "woocommerce_lines",
                    Target.Lines,
                    "orders",
                    ("order_id", "order_id"),
                    ("customer_id", "customer_id"),
                    ("customer_email", "billing_email"),
                    ("ordered_at", "order_date"),
                    ("product_id", "sku"),
                    ("product_name", "product_name"),
                    ("quantity", "quantity"),
                    ("unit_price", "item_price"),
                    ("line_total", "order_total"),
                    ("currency", "order_currency"),
                    ("country", "billing_country"),
                    ("state", "billing_state"),
                    ("status", "order_status")
                ),
                new(
                    "woocommerce_buyers",
                    Target.Customers,
                    "orders",
                    ("customer_id", "customer_id"),
                    ("customer_email", "billing_email"),
                    ("name", "billing_last_name"),
                    ("country", "billing_country"),
                    ("state", "billing_state"),
                    ("shipping_zip", "shipping_postcode"),
                    ("billing_zip", "billing_postcode")
                ),
                Buyers("woocommerce_emails", ("customer_email", "Email")),
            ],
        };

    static Rewriting Buyers(string query, (string Column, string Header) id) =>
        new(
            query,
            Target.Customers,
            "customers",
            id,
            ("name", "Name"),
            ("country", "Country / Region"),
            ("state", "Region"),
            ("billing_zip", "Postal Code"),
            ("registered_at", "Sign Up")
        );
}
