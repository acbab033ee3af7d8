namespace Clientele.Warehouse;

/// <summary>Etsy's sold items.</summary>
/// <remarks>Traps: Transaction ID is the line, Order ID the order; products are listings.</remarks>
static class Etsy
{
    /// <summary>Sold items.</summary>
    internal static Shape Shape { get; } =
        new(
            "etsy_sold_items",
            new ShapeTable(
                "items",
                "Sale Date",
                "Item Name",
                "Quantity",
                "Price",
                "Listing ID",
                "Transaction ID",
                "Order ID",
                "Buyer"
            )
            {
                Into = Target.Lines,
                Map = new Dictionary<string, string>
                {
                    ["Order ID"] = "order_id",
                    ["Sale Date"] = "ordered_at",
                    ["Buyer"] = "customer_id",
                    ["Listing ID"] = "product_id",
                    ["Item Name"] = "product_name",
                    ["Quantity"] = "quantity",
                    ["Price"] = "unit_price",
                    ["Discount Amount"] = "line_discount",
                    ["Currency"] = "currency",
                    ["Ship Country"] = "country",
                    ["Ship State"] = "state",
                    ["Ship Zipcode"] = "shipping_zip",
                },
            }
        );
}
