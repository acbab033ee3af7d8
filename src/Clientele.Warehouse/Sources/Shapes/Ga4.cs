namespace Clientele.Warehouse;

/// <summary>Google Analytics 4 as BigQuery exports it, in Parquet or JSON lines.</summary>
/// <remarks>
/// Traps: purchases are sent twice, and count once by their transaction_id; event_timestamp is microseconds in UTC, event_date another day near
/// midnight; user_id is there for people who signed in only.
/// </remarks>
static class Ga4
{
    /// <summary>Events.</summary>
    internal static Shape Shape { get; } =
        new(
            "ga4_bigquery",
            new ShapeTable("events", "event_name", "event_timestamp", "user_pseudo_id", "ecommerce", "items")
            {
                More = ["user_id", "geo", "traffic_source", "event_params"],
                Map = new Dictionary<string, string>
                {
                    ["ecommerce"] = "order_id",
                    ["items"] = "product_id",
                    ["geo"] = "country",
                    ["traffic_source"] = "traffic_source",
                    ["event_params"] = "session_id",
                },
                Unused = "only purchases are orders, and only events with a ga_session_id are in a visit",
            }
        )
        {
            Lost =
            [
                "only events called purchase are orders, and refunds are left out; all events with a ga_session_id are visits",
                "people who did not sign in are known by their browser: one person may be several customers",
            ],
            PassedOver = [("ga4_repeated", "sent again what another event has too: a purchase counts once")],
            Rewritings =
            [
                new(
                    "ga4_lines",
                    Target.Lines,
                    "events",
                    ("order_id", "ecommerce.transaction_id"),
                    ("customer_id", "user_id, user_pseudo_id"),
                    ("ordered_at", "event_timestamp"),
                    ("product_id", "items.item_id"),
                    ("product_name", "items.item_name"),
                    ("quantity", "items.quantity"),
                    ("unit_price", "items.price"),
                    ("line_total", "items.item_revenue"),
                    ("country", "geo.country"),
                    ("state", "geo.region"),
                    ("category", "items.item_category"),
                    ("sub_category", "items.item_category2"),
                    ("item", "place in items")
                )
                {
                    Unpacks = true,
                },
                new(
                    "ga4_customers",
                    Target.Customers,
                    "events",
                    ("customer_id", "user_id, user_pseudo_id"),
                    ("country", "geo.country"),
                    ("state", "geo.region"),
                    ("traffic_source", "traffic_source.source")
                ),
                new(
                    "ga4_sessions",
                    Target.Sessions,
                    "events",
                    ("session_id", "user_pseudo_id, ga_session_id"),
                    ("visitor_id", "user_pseudo_id"),
                    ("customer_id", "user_id"),
                    ("started_at", "event_timestamp"),
                    ("category", "items.item_category"),
                    ("event2", "event_name"),
                    ("page", "page_location")
                ),
            ],
        };
}
