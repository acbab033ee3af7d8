using System.Text;

namespace Clientele.Tests;

/// <summary>Exports of shop platforms and market places, each with its traps.</summary>
public sealed class PlatformTests
{
    [Fact]
    public void WooCommerce_analytics_know_orders_and_names_and_say_what_to_export_instead()
    {
        using var shop = ShapeShop.Of(
            (
                "orders.csv",
                "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue,Attribution\n"
                    + "2026-05-01 10:00:00,#12,€25.00,completed,Ann Lee,new,\"2× Mug, 1× Cup\",3,,25.00,Direct\n"
            ),
            (
                "customers.csv",
                "Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code\n"
                    + "Ann Lee,ann,2026-05-01 10:00:00,2025-01-02 00:00:00,ann@example.com,1,25,25,FR,Paris,IDF,75008\n"
            ),
            (
                "products.csv",
                "Product title,SKU,Items sold,N. Revenue,Orders,Category,Variations,Status,Stock\nMug,MUG,2,10.00,1,Kitchen,0,In stock,5\n"
            )
        );

        Assert.Equal(
            ["12 Ann Lee 25.0000 completed"],
            shop.Texts("select concat_ws(' ', order_id, customer_id, line_total, status) from raw.fields")
        );
        Assert.Equal(
            ["Ann Lee FR IDF 75008 2025-01-02 00:00:00"],
            shop.Texts(
                "select concat_ws(' ', customer_id, country, state, billing_zip, registered_at) from raw.customers"
            )
        );
        Assert.Equal(
            ["MUG Mug Kitchen"],
            shop.Texts("select concat_ws(' ', product_id, product_name, category) from raw.products")
        );
        Assert.Contains("Export line items", shop.Notes(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_export_plug_in_with_items_counts_items_and_not_the_repeated_total()
    {
        using var shop = ShapeShop.Of(
            (
                "orders.csv",
                "order_id,order_date,order_status,customer_id,billing_email,billing_country,order_total,order_currency,sku,item_quantity,item_price\n"
                    + "1,2026-05-01 10:00:00,completed,0,ann@example.com,FR,25.00,EUR,MUG,2,10.00\n"
                    + "1,2026-05-01 10:00:00,completed,0,ann@example.com,FR,25.00,EUR,CUP,1,5.00\n"
            )
        );

        Assert.Equal(25, shop.Number("select sum(amount)::double from core.orders"));
        Assert.Equal(["ann@example.com"], shop.Texts("select customer_id from core.customers"));
    }

    [Fact]
    public void An_order_export_plug_in_without_items_counts_the_total_once_an_order()
    {
        using var shop = ShapeShop.Of(
            (
                "orders.csv",
                "order_id,order_date,order_status,billing_email,order_total\n"
                    + "1,2026-05-01 10:00:00,completed,ann@example.com,25.00\n1,2026-05-01 10:00:00,completed,ann@example.com,25.00\n"
            )
        );

        Assert.Equal(25, shop.Number("select sum(amount)::double from core.orders"));
    }

    [Fact]
    public void Magento_writes_times_in_words_and_gives_no_products()
    {
        using var shop = ShapeShop.Of(
            (
                "export.csv",
                "ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Customer Email\n"
                    + "000000012,\"Main Website\n Main Store\n View\",\"May 01, 2026, 9:05:12\",Ann Lee,Ann Lee,25.00,25.00,Complete,\n"
                    + "000000013,\"Main Website\n Main Store\n View\",\"May 11, 2026, 19:05:12\",Bob,Bob,30.00,30.00,Complete,bob@example.com\n"
            )
        );

        Assert.Equal(
            ["000000012 Ann Lee 2026-05-01 09:05:12", "000000013 bob@example.com 2026-05-11 19:05:12"],
            shop.Texts(
                $"select concat_ws(' ', order_id, customer_id, ordered_at) from {TestShop.StagedLines} order by 1"
            )
        );
        Assert.Contains("no products in this export", shop.Notes(), StringComparison.Ordinal);
        Assert.Contains(
            "Main Website / Main Store / View",
            shop.Texts("select columns('extra_.*') from raw.lines")
        );
    }

    [Fact]
    public void BigCommerce_packs_products_with_commas_and_signs_of_HTML_into_one_cell()
    {
        const string Item =
            "Product ID: {0}, Product Qty: {1}, Product SKU: {2}, Product Name: {3}, Product Weight: 0.1, Product Variation Details: {4}, Product Unit Price: {5}, Product Total Price: {6}";
        var packed = string.Join(
            '|',
            Fill(Item, "7", "2", "MUG-1", "Ann&#039;s mug, big &amp; blue", "Size: L, XL", "5.00", "10.00"),
            Fill(Item, "8", "1", "", "Plate | round", "", "3.50", "3.50")
        );
        using var shop = ShapeShop.Of(
            (
                "orders.csv",
                "Order ID,Customer ID,Customer Name,Customer Email,Order Date,Order Status,Order Total (inc tax),Order Currency Code,Refund Amount,Shipping Country,Product Details\n"
                    + $"100,0,Guest,g@example.com,05/13/2026,Completed,13.50,USD,2.00,United States,\"{packed}\"\n"
                    + $"101,5,Ann,ann@example.com,05/02/2026,Completed,13.50,USD,0.00,United States,\"{packed}\"\n"
            )
        );

        Assert.Equal(
            [
                "100 MUG-1 Ann's mug, big & blue, Size: L, XL 2.000 10.0000 2.0000",
                "100 8 Plate | round 1.000 3.5000",
            ],
            shop.Texts(
                "select concat_ws(' ', order_id, product_id, product_name, quantity, line_total, refund) from raw.fields where order_id = '100' order by line"
            )
        );
        Assert.Equal(
            ["100 g@example.com 2026-05-13", "101 5 2026-05-02"],
            shop.Texts(
                $"select distinct concat_ws(' ', order_id, customer_id, ordered_at::date) from {TestShop.StagedLines} order by 1"
            )
        );
    }

    [Fact]
    public void A_product_of_BigCommerce_that_cannot_be_unpacked_is_rejected_not_lost()
    {
        var good =
            "Product ID: 7, Product Qty: 1, Product SKU: s, Product Name: n, Product Weight: 0.1, Product Variation Details: , Product Unit Price: 5.00, Product Total Price: 5.00";
        var rows = string.Concat(
            Enumerable.Range(1, 30).Select(i => $"{i},{i},e{i}@example.com,05/{i:00}/2026,5.00,\"{good}\"\n")
        );
        using var shop = ShapeShop.Of(
            (
                "orders.csv",
                "Order ID,Customer ID,Customer Email,Order Date,Order Total (inc tax),Product Details\n"
                    + rows
                    + $"31,31,x@example.com,05/31/2026,5.00,\"{good}|Product ID: 8, Product Qty: two\"\n"
            )
        );

        Assert.Equal(
            ["32 Product Qty in Product Details: is empty"],
            shop.Texts("select line || ' ' || column_name || ': ' || reason from raw.rejects")
        );
        Assert.Equal((31, 1), (shop.Summary.Read, shop.Summary.Rejected));
    }

    [Fact]
    public void Amazon_gives_totals_of_lines_in_Windows_1252_and_nobody_is_named()
    {
        using var folder = new TestFolder();
        var path = folder["orders.txt"];
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllText(
            path,
            "amazon-order-id\tpurchase-date\torder-status\tproduct-name\tsku\tasin\tquantity\tcurrency\titem-price\titem-promotion-discount\tship-country\n"
                + "026-1\t2026-05-01T10:00:00+00:00\tShipped\tTea for £3 – hot\tTEA\tB01\t4\tGBP\t12.00\t1.00\tGB\n"
                + "026-2\t2026-05-02T10:00:00Z\tCancelled\tTea\tTEA\tB01\t0\tGBP\t\t\tGB\n",
            Encoding.GetEncoding(1252)
        );
        using var shop = ShapeShop.Of([path]);

        Assert.Equal(
            ["026-1 4.000 11.0000 3.000000 Shipped", "026-2 0.000 0.0000 0.000000 Cancelled"],
            shop.Texts(
                $"select concat_ws(' ', order_id, quantity, amount, unit_price, status) from {TestShop.StagedLines} order by 1"
            )
        );
        Assert.Equal(0, shop.Number("select count(*) from core.customers"));
        Assert.Contains("no customer in this export", shop.Notes(), StringComparison.Ordinal);
        Assert.Equal(['\t'], [shop.Summary.Written!.Delimiter!.Value]);
    }

    [Fact]
    public void The_order_of_Etsy_is_no_transaction_and_its_product_is_a_listing()
    {
        using var shop = ShapeShop.Of(
            (
                "sold.csv",
                "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Discount Amount,Order Shipping,Currency,Transaction ID,Listing ID,Ship Country,Order ID\n"
                    + "05/13/26,Mug,ann (Ann Lee),2,5.00,,1.00,0,USD,900,77,United States,100\n"
                    + "05/13/26,Cup,ann (Ann Lee),1,3.00,,0.00,0,USD,901,78,United States,100\n"
            )
        );

        Assert.Equal("etsy_sold_items", shop.Summary.Shape);
        Assert.Equal(
            ["100 ann (Ann Lee) 2 12.0000"],
            shop.Texts(
                "select concat_ws(' ', order_id, customer_id, lines, amount) from core.orders join core.customers using (customer_key)"
            )
        );
        Assert.Equal(["77", "78"], shop.Texts("select product_id from core.products order by 1"));
    }

    static string Fill(string pattern, params object[] values) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, values);
}
