namespace Clientele.Warehouse;

/// <summary>Two files that belong together: orders by product category, and what customers did on the pages.</summary>
/// <remarks>Traps: products are known by their second category only, which some rows lack; most visits have no first event.</remarks>
static class BrowsingAndOrders
{
    /// <summary>Orders, and visits beside them.</summary>
    internal static Shape Shape { get; } =
        new(
            "browsing_and_orders",
            new ShapeTable("orders", "custno", "ordno", "orderdate", "prodcat2", "prodcat1", "revenue"),
            new ShapeTable("visits", "session", "visitor", "dt", "custno", "category", "event1", "event2")
            {
                Optional = true,
            }
        )
        {
            Lost = ["no products in this export: the second category stands for the product"],
            Rewritings =
            [
                new(
                    "browsing_orders",
                    Target.Lines,
                    "orders",
                    ("order_id", "ordno"),
                    ("customer_id", "custno"),
                    ("ordered_at", "orderdate"),
                    ("product_id", "prodcat2"),
                    ("line_total", "revenue"),
                    ("category", "prodcat1"),
                    ("sub_category", "second category")
                ),
                new(
                    "browsing_visits",
                    Target.Sessions,
                    "visits",
                    ("session_id", "session"),
                    ("visitor_id", "visitor"),
                    ("customer_id", "custno"),
                    ("started_at", "dt"),
                    ("category", "category"),
                    ("event1", "event1"),
                    ("event2", "event2")
                ),
            ],
        };
}
