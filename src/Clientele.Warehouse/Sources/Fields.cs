namespace Clientele.Warehouse;

/// <summary>What a column of an order file can mean.</summary>
/// <param name="Name">snake_case; the key of <c>--map</c> and the column of <c>raw.lines</c>.</param>
/// <param name="SqlType">How it is held.</param>
/// <param name="Aliases">Headers that are understood without <c>--map</c>, the likeliest first.</param>
public sealed record Field(string Name, string SqlType, params IReadOnlyList<string> Aliases);

/// <summary>All fields, in the order of the columns of <c>raw.lines</c>.</summary>
public static class Fields
{
    internal const string Text = "varchar";

    /// <summary>The number of a text: see <see cref="TextCodes"/>.</summary>
    internal const string Code = "integer";

    internal const string Time = "timestamp";
    internal const string Quantity = "decimal(18,3)";
    internal const string Money = "decimal(18,4)";

    /// <summary>Screws and sheets of paper cost less than a hundredth of a cent: rounded before it is multiplied, a sum is lost.</summary>
    internal const string Price = "decimal(18,6)";

    /// <summary>The fields.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        new(
            "order_id",
            Text,
            "order_id",
            "orderid",
            "order id",
            "order number",
            "order no",
            "order #",
            "invoice",
            "invoiceno",
            "invoice no",
            "invoice_number",
            "transaction_id",
            "receipt",
            "bestellnummer",
            "numéro de commande",
            "pedido"
        ),
        new(
            "customer_id",
            Text,
            "customer_id",
            "customerid",
            "customer id",
            "client_id",
            "user_id",
            "custno",
            "account_id",
            "buyer",
            "member_id",
            "kundennummer"
        ),
        new(
            "customer_email",
            Text,
            "email",
            "e-mail",
            "customer email",
            "customer_email",
            "email address",
            "billing email",
            "billing_email",
            "buyer-email"
        ),
        new(
            "ordered_at",
            Time,
            "ordered_at",
            "order_date",
            "orderdate",
            "order date",
            "created at",
            "created_at",
            "invoicedate",
            "purchase date",
            "purchase-date",
            "date",
            "datum",
            "sale date"
        ),
        new(
            "product_id",
            Text,
            "sku",
            "stockcode",
            "product_id",
            "item_id",
            "lineitem sku",
            "asin",
            "variant sku",
            "article"
        ),
        new(
            "product_name",
            Text,
            "description",
            "product name",
            "product_name",
            "lineitem name",
            "item name",
            "item_name",
            "title"
        ),
        new("quantity", Quantity, "quantity", "qty", "lineitem quantity", "items sold", "menge"),
        new(
            "unit_price",
            Price,
            "unit_price",
            "unitprice",
            "unit price",
            "price",
            "lineitem price",
            "sale_price",
            "item price"
        ),
        new("line_total", Money, "line_total", "item-price", "line total", "amount", "sales", "revenue"),
        new("line_discount", Money, "line_discount", "lineitem discount", "line discount"),
        new("order_discount", Money),
        new("refund", Money, "refunded amount", "refund amount", "total refunded"),
        new("currency", Text, "currency", "order currency code", "currency_code"),
        new("country", Text, "country", "ship-country", "shipping country", "billing country"),
        new("state", Text, "state", "ship-state", "shipping state", "billing state", "province"),
        new("category", Text, "category", "product_type", "prodcat1", "department", "item_category"),
        new("sub_category", Text, "sub_category", "subcategory", "sub-category", "prodcat2"),
        new("status", Text, "status", "order_status", "order status", "order-status"),
    ];

    /// <summary>All that <c>--map</c> knows: the fields, and what lines may say of their customers and products.</summary>
    public static IReadOnlyList<string> Names =>
        [
            .. All.Concat(BesideFields.OfCustomersInLines)
                .Concat(BesideFields.OfProductsInLines)
                .Select(f => f.Name),
        ];

    internal static Field Named(string name) => All.First(f => f.Name == name);
}
