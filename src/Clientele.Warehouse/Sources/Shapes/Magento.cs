namespace Clientele.Warehouse;

/// <summary>The grid of orders of Magento 2, as its administration exports it.</summary>
/// <remarks>Traps: one row an order; only visible columns are there; the e-mail is hidden unless somebody shows it.</remarks>
static class Magento
{
    /// <summary>Orders.</summary>
    internal static Shape Shape { get; } =
        new(
            "magento2_order_grid",
            new ShapeTable(
                "orders",
                "ID",
                "Purchase Point",
                "Purchase Date",
                "Bill-to Name",
                "Grand Total (Base)"
            )
            {
                More = ["Customer Email", "Status", "Total Refunded"],
            }
        )
        {
            Lost =
            [
                "no products in this export: each order is one line",
                "customers are known by e-mail where the grid shows it, else by the name on the bill: people of one name are one",
            ],
            Rewritings =
            [
                new(
                    "magento_orders",
                    Target.Lines,
                    "orders",
                    ("order_id", "ID"),
                    ("customer_id", "Bill-to Name"),
                    ("customer_email", "Customer Email"),
                    ("ordered_at", "Purchase Date"),
                    ("line_total", "Grand Total (Base)"),
                    ("refund", "Total Refunded"),
                    ("status", "Status"),
                    ("purchase_point", "Purchase Point")
                ),
            ],
        };
}
