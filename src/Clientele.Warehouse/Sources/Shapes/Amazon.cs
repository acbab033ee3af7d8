namespace Clientele.Warehouse;

/// <summary>Amazon's flat file of all orders: tabs, often in Windows-1252.</summary>
/// <remarks>Traps: item-price is the total of the line; it is empty on cancelled and pending orders; nobody is named.</remarks>
static class Amazon
{
    /// <summary>Orders.</summary>
    internal static Shape Shape { get; } =
        new(
            "amazon_all_orders",
            new ShapeTable(
                "orders",
                "amazon-order-id",
                "purchase-date",
                "order-status",
                "sku",
                "asin",
                "quantity",
                "item-price"
            )
            {
                More =
                [
                    "product-name",
                    "currency",
                    "item-promotion-discount",
                    "ship-country",
                    "ship-state",
                    "fulfillment-channel",
                ],
            }
        )
        {
            Lost =
            [
                "no customer in this export: what is asked of customers cannot be answered",
                "prices are totals of lines, empty ones (cancelled and pending orders) count as 0",
            ],
            Rewritings =
            [
                new(
                    "amazon_lines",
                    Target.Lines,
                    "orders",
                    ("order_id", "amazon-order-id"),
                    ("ordered_at", "purchase-date"),
                    ("product_id", "sku"),
                    ("product_name", "product-name"),
                    ("quantity", "quantity"),
                    ("line_total", "item-price"),
                    ("line_discount", "item-promotion-discount"),
                    ("currency", "currency"),
                    ("country", "ship-country"),
                    ("state", "ship-state"),
                    ("status", "order-status"),
                    ("asin", "asin"),
                    ("fulfillment_channel", "fulfillment-channel")
                ),
            ],
        };
}
