namespace Clientele.Warehouse;

/// <summary>thelook's users joined with their orders into one table, a row an order, as analyses of customers take it out of BigQuery.</summary>
/// <remarks>
/// Traps: who ordered nothing has a row too; items joined by user and not by order make every order as dear as all that the user
/// ever bought; times end in UTC; ages are of the day of the export.
/// </remarks>
static class TheLookUserOrders
{
    /// <summary>One table.</summary>
    internal static Shape Shape { get; } =
        new(
            "thelook_users_orders",
            new ShapeTable(
                "orders",
                "user_id",
                "age",
                "gender",
                "registered_on",
                "order_id",
                "order_status",
                "order_created_at",
                "num_of_item",
                "revenue"
            )
            {
                More =
                [
                    "first_name",
                    "last_name",
                    "state",
                    "street_address",
                    "postal_code",
                    "city",
                    "country",
                    "user_traffic_source",
                ],
                Map = new Dictionary<string, string> { ["first_name"] = "name" },
            }
        )
        {
            Lost =
            [
                "products: a row is a whole order",
                "years of birth are counted back from the last year in the file, by ages as of the export: one may be off",
            ],
            PassedOver =
            [
                (
                    "thelook_without_order",
                    "named no order: their users have bought nothing, and only the rule missing_order counts them as lines"
                ),
            ],
            Rewritings =
            [
                new(
                    "thelook_user_orders",
                    Target.LinesOrPeople,
                    "orders",
                    ("order_id", "order_id"),
                    ("customer_id", "user_id"),
                    ("ordered_at", "order_created_at"),
                    ("quantity", "num_of_item"),
                    ("line_total", "revenue"),
                    ("country", "country"),
                    ("state", "state"),
                    ("status", "order_status"),
                    ("city", "city"),
                    ("street_address", "street_address")
                ),
                new(
                    "thelook_order_users",
                    Target.Customers,
                    "orders",
                    ("customer_id", "user_id"),
                    ("name", "last_name"),
                    ("country", "country"),
                    ("state", "state"),
                    ("billing_zip", "postal_code"),
                    ("birth_year", "age"),
                    ("sex", "gender"),
                    ("registered_at", "registered_on"),
                    ("traffic_source", "user_traffic_source")
                ),
            ],
        };
}
