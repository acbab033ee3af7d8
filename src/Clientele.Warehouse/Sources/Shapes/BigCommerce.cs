namespace Clientele.Warehouse;

/// <summary>BigCommerce's export of orders: one row an order, its products packed into one cell.</summary>
/// <remarks>
/// Traps: names within the cell hold commas and signs of HTML, so it is split at the names of its keys; a customer 0 is a guest; days are often American.
/// </remarks>
static class BigCommerce
{
    /// <summary>Orders.</summary>
    internal static Shape Shape { get; } =
        new(
            "bigcommerce",
            new ShapeTable(
                "orders",
                "Order ID",
                "Customer Email",
                "Order Date",
                "Order Total (inc tax)",
                "Product Details"
            )
            {
                More =
                [
                    "Customer ID",
                    "Customer Name",
                    "Order Status",
                    "Order Currency Code",
                    "Refund Amount",
                    "Shipping Country",
                    "Shipping State",
                    "Shipping Zip",
                    "Billing Country",
                    "Billing State",
                    "Billing Zip",
                    "Channel Name",
                ],
                Map = new Dictionary<string, string>
                {
                    ["Billing Country"] = "country",
                    ["Billing State"] = "state",
                },
            }
        )
        {
            Lost = ["discounts, shipping and taxes of a whole order are not spread over its lines"],
            Rewritings =
            [
                new(
                    "bigcommerce_lines",
                    Target.Lines,
                    "orders",
                    ("order_id", "Order ID"),
                    ("customer_id", "Customer ID"),
                    ("customer_email", "Customer Email"),
                    ("ordered_at", "Order Date"),
                    ("product_id", "Product Details"),
                    ("product_name", "Product Name in Product Details"),
                    ("quantity", "Product Qty in Product Details"),
                    ("unit_price", "Product Unit Price in Product Details"),
                    ("line_total", "Product Total Price in Product Details"),
                    ("refund", "Refund Amount"),
                    ("currency", "Order Currency Code"),
                    ("country", "Shipping Country"),
                    ("state", "Shipping State"),
                    ("status", "Order Status"),
                    ("item", "Place in Product Details"),
                    ("channel_name", "Channel Name")
                )
                {
                    Unpacks = true,
                },
                new(
                    "bigcommerce_buyers",
                    Target.Customers,
                    "orders",
                    ("customer_id", "Customer ID"),
                    ("customer_email", "Customer Email"),
                    ("name", "Customer Name"),
                    ("country", "Shipping Country"),
                    ("state", "Shipping State"),
                    ("shipping_zip", "Shipping Zip"),
                    ("billing_zip", "Billing Zip")
                ),
            ],
        };
}
