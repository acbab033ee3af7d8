using System.Text;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Traps of exports that show only in a whole run, or in what stands beside the usual columns.</summary>
public sealed class TrapTests
{
    static TestShop Default(params (string Name, string Text)[] files)
    {
        using var folder = new TestFolder();
        return Default([.. files.Select(f => folder.Write(f.Name, f.Text))]);
    }

    static TestShop Default(IReadOnlyList<string> paths) =>
        TestShop.Of([new FileSource(paths, new ImportOptions())], RecipeReader.Load("default"));

    [Fact]
    public void Online_Retail_as_a_CSV_copy_has_cancellations_debts_fees_and_ids_of_spreadsheets()
    {
        using var folder = new TestFolder();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllText(
            folder["copy.csv"],
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                + "536365,85123A,LIGHT £1,6,12/1/2010 8:26,2.55,17850.0,United Kingdom\n"
                + "C536379,85123A,LIGHT £1,-1,12/13/2010 9:41,2.55,17850.0,United Kingdom\n"
                + "536370,POST,POSTAGE,3,12/1/2010 8:45,18,12583.0,France\n"
                + "A563185,B,Adjust bad debt,1,12/12/2010 14:50,-11062.06,,United Kingdom\n"
                + "536381,gift_0001_20,Voucher,1,12/1/2010 9:00,20,17851.0,United Kingdom\n"
                + "536382,22633,WARMER,2,12/1/2010 9:00,1.85,,United Kingdom\n",
            Encoding.GetEncoding(1252)
        );
        using var shop = Default([folder["copy.csv"]]);

        Assert.Equal("uci_online_retail", shop.Summary.Shape);
        Assert.Equal(
            ["22633 3.7000 -", "85123A 15.3000 17850"],
            shop.Texts(
                $"select product_id || ' ' || amount || ' ' || coalesce(customer_id, '-') from {TestShop.StagedLines} order by 1"
            )
        );
        Assert.Equal(["LIGHT £1"], shop.Texts("select name from core.products where product_id = '85123A'"));
        Assert.Equal(1, shop.Number("select count(*) from core.returns"));
    }

    [Theory]
    [InlineData("InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID", "uci_online_retail")]
    [InlineData("Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID", "uci_online_retail_ii")]
    public void Online_Retail_is_known_without_descriptions_and_countries(string header, string shape)
    {
        using var shop = TestShop.OfFile($"{header}\n1,m,2,2010-12-01,1.50,17850.0\n");

        Assert.Equal(shape, shop.Summary.Shape);
    }

    [Fact]
    public void Of_Shopify_count_the_orders_that_were_paid_or_will_be()
    {
        string[] all =
        [
            "paid",
            "pending",
            "authorized",
            "partially_refunded",
            "refunded",
            "voided",
            "expired",
        ];
        var rows = all.Select((s, i) => $"#{i},{s}@x.com,{s},2026-05-0{i + 1} 10:00:00 +0200,1,Mug,5.00\n");
        using var shop = Default(
            (
                "orders.csv",
                "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price\n"
                    + string.Concat(rows)
            )
        );

        Assert.Equal(
            ["authorized", "paid", "partially_refunded", "pending"],
            shop.Texts($"select status from {TestShop.StagedLines} order by 1")
        );
    }

    [Fact]
    public void Customers_of_Shopify_may_have_columns_of_their_own_and_ids_with_apostrophes()
    {
        using var shop = ShapeShop.Of(
            (
                "customers.csv",
                "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders,Tags,\"Shoe size (customer.metafields.a.b)\"\n"
                    + "'901,Ann,Lee,ann@x.com,no,5.00,1,,38\n'902,Dee,Fox,,yes,5.00,1,,\n"
            ),
            (
                "orders.csv",
                "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price\n#1,ann@x.com,paid,2026-05-01 10:00:00 +0200,1,Mug,5.00\n"
            )
        );

        Assert.Equal(
            ["902 true", "ann@x.com false"],
            shop.Texts(
                "select coalesce(customer_id, customer_email) || ' ' || consent from raw.customers order by 1"
            )
        );
    }

    [Fact]
    public void A_translated_export_of_WooCommerce_is_refused_with_what_is_missing()
    {
        var refused = ShapeShop.Refusal(
            (
                "bestellungen.csv",
                "Datum,Bestellung #,N. Umsatz (formatiert),Status,Kunde,Kundentyp,Produkt(e),Verkaufte Artikel,Gutschein(e),N. Umsatz\n"
                    + "2026-05-01 10:00:00,12,€25.00,completed,Ann Lee,new,2× Mug,2,,25.00\n"
            )
        );

        Assert.Contains("no column is known as order_id, unit_price", refused, StringComparison.Ordinal);
        Assert.Contains("N. Umsatz (25.00)", refused, StringComparison.Ordinal);
        Assert.Contains("--map", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_columns_of_Magento_are_used_where_they_are_shown()
    {
        using var shop = ShapeShop.Of(
            (
                "export.csv",
                "ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Subtotal,Shipping and Handling,Customer Email,Total Refunded\n"
                    + "000000012,Main,\"May 01, 2026, 9:05:12\",Ann Lee,Ann Lee,25.00,27.00,Complete,20.00,5.00,ann@x.com,3.00\n"
            )
        );

        Assert.Equal(
            ["ann@x.com 25.0000 3.0000"],
            shop.Texts($"select concat_ws(' ', customer_id, amount, refund) from {TestShop.StagedLines}")
        );
    }

    [Fact]
    public void A_discount_on_postage_is_not_taken_off_the_goods_of_Amazon()
    {
        using var shop = ShapeShop.Of(
            (
                "orders.txt",
                "amazon-order-id\tpurchase-date\torder-status\tsku\tasin\tquantity\titem-price\tshipping-price\titem-promotion-discount\tship-promotion-discount\tship-postal-code\n"
                    + "026-1\t2026-05-01T10:00:00Z\tShipped\tTEA\tB01\t4\t12.00\t5.00\t1.00\t5.00\tN1\n"
            )
        );

        Assert.Equal(11, shop.Number($"select amount::double from {TestShop.StagedLines}"));
    }

    [Fact]
    public void Etsy_tells_where_a_buyer_lives()
    {
        using var shop = ShapeShop.Of(
            (
                "sold.csv",
                "Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Transaction ID,Listing ID,Ship Zipcode,Ship Country,Order ID\n"
                    + "05/13/26,Mug,ann,2,5.00,1.00,900,77,01234,United States,100\n"
            )
        );

        Assert.Equal(
            ["ann 01234"],
            shop.Texts("select customer_id || ' ' || shipping_zip from core.customers")
        );
    }

    [Fact]
    public void Items_of_thelook_that_came_back_or_were_cancelled_are_no_sales()
    {
        string[] all = ["Complete", "Processing", "Shipped", "Returned", "Cancelled"];
        var rows = all.Select((s, i) => $"{i},{i},{i},5,{i},{s},2023-05-0{i + 1} 10:00:00 UTC,,,,20.5\n");
        using var shop = Default(
            (
                "order_items.csv",
                "id,order_id,user_id,product_id,inventory_item_id,status,created_at,shipped_at,delivered_at,returned_at,sale_price\n"
                    + string.Concat(rows)
            ),
            (
                "users.csv",
                "id,first_name,last_name,email,age,gender,state,postal_code,country,traffic_source,created_at,user_geom\n"
                    + "0,Ann,Lee,ann@example.com,33,F,IDF,75008,France,Search,2022-01-02 03:04:05 UTC,POINT(1 2)\n"
            )
        );

        Assert.Equal(
            ["Complete", "Processing", "Shipped"],
            shop.Texts($"select status from {TestShop.StagedLines} order by 1")
        );
        Assert.Equal(["F"], shop.Texts("select sex from core.customers where sex is not null"));
    }

    [Fact]
    public void A_purchase_of_Analytics_that_comes_late_in_the_file_of_another_day_counts_once()
    {
        const string Purchase = """
            {"event_date":"20260501","event_timestamp":"1777593600123456","event_name":"purchase","user_id":null,"user_pseudo_id":"u.1","geo":{},"traffic_source":{},"ecommerce":{"transaction_id":"T1"},"items":[{"item_id":"MUG","price":10.0,"quantity":2}]}

            """;
        using var shop = ShapeShop.Of(
            ("events_20260501.jsonl", Purchase),
            ("events_20260504.jsonl", Purchase + Purchase.Replace("T1", "T2", StringComparison.Ordinal))
        );

        Assert.Equal(
            ["T1 20.0000", "T2 20.0000"],
            shop.Texts("select order_id || ' ' || amount from core.orders order by 1")
        );
    }

    [Fact]
    public void An_order_of_Instacart_without_a_basket_is_no_order_but_its_days_count()
    {
        using var shop = ShapeShop.Of(
            (
                "order_products__prior.csv",
                "order_id,product_id,add_to_cart_order,reordered\n1,5,1,0\n3,5,1,0\n"
            ),
            (
                "orders.csv",
                "order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order\n"
                    + "3,u,prior,3,2,08,30.0\n1,u,prior,1,2,08,\n2,u,prior,2,3,07,15.0\n4,u,test,4,3,07,9.0\n"
            )
        );

        Assert.Equal(
            ["1 2001-01-01", "3 2001-02-15"],
            shop.Texts("select order_id || ' ' || ordered_at::date from core.orders order by 1")
        );
        Assert.Contains("none is said to be more than 30", shop.Notes(), StringComparison.Ordinal);
    }
}
