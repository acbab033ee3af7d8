namespace Clientele.Warehouse;

/// <summary>Shopify's exports of orders and customers.</summary>
/// <remarks>
/// Traps: what is said of an order stands on its first line only, and lines of orders may be mixed, so it is found by Name; zips, phones and ids
/// begin with an apostrophe; an order without an e-mail is a sale at the counter; a refund is one amount an order; Discount Amount
/// holds discounts on lines and on postage too, so that only Subtotal tells what was taken off the goods. Columns come and go between versions.
/// </remarks>
static class Shopify
{
    static readonly ShapeTable Orders = new(
        "orders",
        "Name",
        "Email",
        "Financial Status",
        "Created at",
        "Lineitem quantity",
        "Lineitem name",
        "Lineitem price"
    )
    {
        More =
        [
            "Accepts Marketing",
            "Currency",
            "Subtotal",
            "Discount Amount",
            "Lineitem sku",
            "Lineitem discount",
            "Refunded Amount",
            "Cancelled at",
            "Billing Name",
            "Billing Phone",
            "Phone",
            "Billing Zip",
            "Billing Province",
            "Billing Country",
            "Shipping Zip",
            "Shipping Province",
            "Shipping Country",
            "Vendor",
            "Source",
        ],
        Map = new Dictionary<string, string>
        {
            ["Cancelled at"] = "status",
            ["Subtotal"] = "order_discount",
            ["Billing Phone"] = "customer_id",
            ["Phone"] = "customer_id",
            ["Billing Country"] = "country",
            ["Billing Province"] = "state",
        },
    };

    static readonly ShapeTable Customers = new(
        "customers",
        "First Name",
        "Last Name",
        "Email",
        "Accepts Email Marketing",
        "Total Spent",
        "Total Orders"
    )
    {
        Optional = true,
        More =
        [
            "Customer ID",
            "Default Address Province Code",
            "Default Address Country Code",
            "Default Address Zip",
            "Province",
            "Country",
            "Zip",
        ],
        Map = new Dictionary<string, string>
        {
            ["First Name"] = "name",
            ["Province"] = "state",
            ["Country"] = "country",
            ["Zip"] = "billing_zip",
        },
    };

    /// <summary>Orders, and customers beside them.</summary>
    internal static Shape Shape { get; } =
        new("shopify", Orders, Customers)
        {
            Lost =
            [
                "a discount on a whole order is spread over its lines only as far as Subtotal shows that it was taken off goods, not off postage",
                "customers are known by their e-mail; without one by name and phone of the bill, else not at all",
            ],
            Rewritings =
            [
                new(
                    "shopify_lines",
                    Target.Lines,
                    "orders",
                    ("order_id", "Name"),
                    ("customer_id", "Billing Name"),
                    ("customer_email", "Email"),
                    ("ordered_at", "Created at"),
                    ("product_id", "Lineitem sku"),
                    ("product_name", "Lineitem name"),
                    ("quantity", "Lineitem quantity"),
                    ("unit_price", "Lineitem price"),
                    ("line_discount", "Lineitem discount"),
                    ("order_discount", "Discount Amount"),
                    ("refund", "Refunded Amount"),
                    ("currency", "Currency"),
                    ("country", "Shipping Country"),
                    ("state", "Shipping Province"),
                    ("status", "Financial Status"),
                    ("vendor", "Vendor"),
                    ("source", "Source")
                ),
                new(
                    "shopify_buyers",
                    Target.Customers,
                    "orders",
                    ("customer_id", "Billing Name"),
                    ("customer_email", "Email"),
                    ("name", "Shipping Name"),
                    ("country", "Shipping Country"),
                    ("state", "Shipping Province"),
                    ("shipping_zip", "Shipping Zip"),
                    ("billing_zip", "Billing Zip"),
                    ("consent", "Accepts Marketing")
                ),
                new(
                    "shopify_customers",
                    Target.Customers,
                    "customers",
                    ("customer_id", "Customer ID"),
                    ("customer_email", "Email"),
                    ("name", "Last Name"),
                    ("country", "Default Address Country Code"),
                    ("state", "Default Address Province Code"),
                    ("billing_zip", "Default Address Zip"),
                    ("consent", "Accepts Email Marketing")
                ),
            ],
        };
}
