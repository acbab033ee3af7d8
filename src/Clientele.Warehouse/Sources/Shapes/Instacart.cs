namespace Clientele.Warehouse;

/// <summary>Instacart's market baskets.</summary>
/// <remarks>Traps: days are counted from the order before and stop at 30; nothing has a price; the baskets lie in two files.</remarks>
static class Instacart
{
    /// <summary>Orders, their baskets and products.</summary>
    internal static Shape Shape { get; } =
        new(
            "instacart",
            new ShapeTable(
                "orders",
                "order_id",
                "user_id",
                "order_number",
                "order_dow",
                "order_hour_of_day",
                "days_since_prior_order"
            )
            {
                Map = new Dictionary<string, string>
                {
                    ["order_id"] = "order_id",
                    ["user_id"] = "customer_id",
                    ["order_number"] = "ordered_at",
                    ["order_hour_of_day"] = "ordered_at",
                    ["days_since_prior_order"] = "ordered_at",
                },
            },
            new ShapeTable("baskets", "order_id", "product_id", "add_to_cart_order", "reordered"),
            new ShapeTable("products", "product_id", "product_name", "aisle_id", "department_id")
            {
                Optional = true,
                Map = new Dictionary<string, string>
                {
                    ["product_id"] = "product_id",
                    ["product_name"] = "product_name",
                    ["aisle_id"] = "sub_category",
                    ["department_id"] = "category",
                },
            },
            new ShapeTable("aisles", "aisle_id", "aisle")
            {
                Optional = true,
                IsExact = true,
                Map = new Dictionary<string, string>
                {
                    ["aisle_id"] = "sub_category",
                    ["aisle"] = "sub_category",
                },
            },
            new ShapeTable("departments", "department_id", "department")
            {
                Optional = true,
                IsExact = true,
                Map = new Dictionary<string, string>
                {
                    ["department_id"] = "category",
                    ["department"] = "category",
                },
            }
        )
        {
            Lost =
            [
                "no prices: each item counts 1, so all amounts are numbers of items",
                $"no dates: each customer's first order counts as {Shape.FirstDay}, the others by the days since the one before, of which "
                    + "none is said to be more than 30: months, weekdays and cohorts are not the real ones. "
                    + "Another day: --first-day, or first_day in clientele.yml",
            ],
            Rewritings =
            [
                new(
                    "instacart_lines",
                    Target.Lines,
                    "baskets",
                    ("order_id", "order_id"),
                    ("customer_id", "user_id of the orders"),
                    ("ordered_at", "days_since_prior_order of the orders"),
                    ("product_id", "product_id"),
                    ("product_name", "product_name of the products"),
                    ("quantity", "items (one a row)"),
                    ("unit_price", "count (one a row)"),
                    ("category", "department of the departments"),
                    ("sub_category", "aisle of the aisles"),
                    ("add_to_cart_order", "add_to_cart_order")
                ),
            ],
        };
}
