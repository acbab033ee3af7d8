namespace Clientele.Warehouse;

/// <summary>The Online Retail data of the UCI repository: one British gift wholesaler, one line an invoice line.</summary>
/// <remarks>Traps: C-invoices are cancellations, a quarter of the lines has no customer, some "products" are fees.</remarks>
static class UciOnlineRetail
{
    /// <summary>Online Retail (2010-12 to 2011-12).</summary>
    internal static Shape First { get; } =
        new(
            "uci_online_retail",
            Lines(
                ("InvoiceNo", "order_id"),
                ("StockCode", "product_id"),
                ("Description", "product_name"),
                ("Quantity", "quantity"),
                ("InvoiceDate", "ordered_at"),
                ("UnitPrice", "unit_price"),
                ("CustomerID", "customer_id"),
                ("Country", "country")
            )
        );

    /// <summary>Online Retail II (2009-12 to 2011-12).</summary>
    internal static Shape Second { get; } =
        new(
            "uci_online_retail_ii",
            Lines(
                ("Invoice", "order_id"),
                ("StockCode", "product_id"),
                ("Description", "product_name"),
                ("Quantity", "quantity"),
                ("InvoiceDate", "ordered_at"),
                ("Price", "unit_price"),
                ("Customer ID", "customer_id"),
                ("Country", "country")
            )
        );

    /// <summary>Copies may lack descriptions and countries.</summary>
    static ShapeTable Lines(params (string Header, string Field)[] columns) =>
        ShapeTable.Direct("lines", Target.Lines, columns) with
        {
            Signature =
            [
                .. columns.Where(c => c.Field is not ("product_name" or "country")).Select(c => c.Header),
            ],
        };
}
