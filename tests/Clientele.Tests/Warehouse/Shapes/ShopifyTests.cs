namespace Clientele.Tests;

public sealed class ShopifyTests
{
    const string Header =
        "Name,Email,Financial Status,Fulfilled at,Accepts Marketing,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,"
        + "Lineitem discount,Billing Name,Billing Zip,Billing Phone,Shipping Zip,Shipping Province,Shipping Country,Refunded Amount,Cancelled at\n";

    /// <summary>Two orders whose lines are mixed, a sale at the counter to somebody with a phone, and one to nobody.</summary>
    const string Orders =
        Header
        + "#1001,Ann@Example.com,partially_refunded,,yes,EUR,25.00,2026-05-01 01:30:00 +0200,2,Mug,5.00,MUG,0.50,Ann Lee,'01234,'+316,'75008,IDF,FR,4.00,\n"
        + "#1002,bob@example.com,paid,,no,EUR,7.00,2026-05-02 10:00:00 +0200,1,Cup,7.00,,0.00,Bob Ray,,,,,NL,0.00,2026-05-03 10:00:00 +0200\n"
        + "#1001,,,,,,,,3,\"Plate, big\",5.00,'007,,,,,,,,,\n"
        + "#1003,,paid,,no,EUR,7.00,2026-05-03 10:00:00 +0200,1,Cup,7.00,,0.00,Cy Orr,,'+4420,,,NL,0.00,\n"
        + "#1004,,voided,,no,EUR,7.00,2026-05-04 10:00:00 +0200,1,Cup,7.00,,0.00,Cy Orr,,,,,NL,0.00,\n";

    [Fact]
    public void What_is_said_of_an_order_is_found_by_its_name_not_by_the_line_before()
    {
        using var shop = ShapeShop.Of(("orders.csv", Orders));

        Assert.Equal(["orders.csv: shopify, 5 lines"], shop.Told());
        Assert.Equal(
            """
            order_id,customer_email,ordered_at,product_id,quantity,country
            #1001,Ann@Example.com,2026-04-30 23:30:00,MUG,2,FR
            #1001,Ann@Example.com,2026-04-30 23:30:00,007,3,FR
            #1002,bob@example.com,2026-05-02 08:00:00,,1,NL

            """,
            shop.Rows(
                "select order_id, customer_email, ordered_at, product_id, quantity, country from raw.fields where order_id < '#1003' order by order_id, line"
            )
        );
    }

    [Fact]
    public void A_refund_counts_once_an_order_and_a_discount_once_a_line()
    {
        using var shop = ShapeShop.Of(("orders.csv", Orders));

        Assert.Equal(
            ["4.0000 0.5000", "- -"],
            shop.Texts(
                "select coalesce(refund::varchar, '-') || ' ' || coalesce(line_discount::varchar, '-') from raw.fields where order_id = '#1001' order by line"
            )
        );
    }

    [Fact]
    public void Without_an_e_mail_name_and_phone_are_the_customer_else_nobody_is()
    {
        using var shop = ShapeShop.Of(("orders.csv", Orders));

        Assert.Equal(
            ["#1001 ann@example.com", "#1002 bob@example.com", "#1003 Cy Orr, +4420", "#1004 -"],
            shop.Texts(
                $"select order_id || ' ' || coalesce(customer_id, '-') from {TestShop.StagedLines} group by all order by 1"
            )
        );
    }

    [Fact]
    public void A_cancelled_order_has_that_status_whatever_was_paid()
    {
        using var shop = ShapeShop.Of(("orders.csv", Orders));

        Assert.Equal(
            ["#1001 partially_refunded", "#1002 cancelled", "#1003 paid", "#1004 voided"],
            shop.Texts("select distinct order_id || ' ' || status from raw.fields order by 1")
        );
    }

    [Fact]
    public void Buyers_are_customers_with_zips_without_apostrophes()
    {
        using var shop = ShapeShop.Of(("orders.csv", Orders));

        Assert.Equal(
            ["Ann@Example.com Ann Lee FR IDF 75008 01234 true"],
            shop.Texts(
                "select concat_ws(' ', customer_id, customer_email, name, country, state, shipping_zip, billing_zip, consent) from raw.customers where state = 'IDF'"
            )
        );
        Assert.Equal(3, shop.Number("select count(*) from raw.customers"));
    }

    [Theory]
    [InlineData("Fulfilled at", "Fulfillment Date")]
    [InlineData(",Accepts Marketing", ",Anything Else")]
    public void An_older_export_with_other_columns_is_the_same(string column, string older)
    {
        using var shop = ShapeShop.Of(
            ("orders.csv", Orders.Replace(column, older, StringComparison.Ordinal))
        );

        Assert.Equal("shopify", shop.Summary.Shape);
        Assert.Equal(4, shop.Number("select count(distinct order_id) from raw.fields"));
    }

    [Fact]
    public void A_bad_cell_is_rejected_with_the_line_and_column_of_the_file()
    {
        var many = string.Concat(
            Enumerable
                .Range(2000, 30)
                .Select(i =>
                    $"#{i},\"a\nb@example.com\",paid,,no,EUR,7.00,2026-05-02 10:00:00 +0200,1,Cup,7.00,,0.00,B,,,,,NL,0.00,\n"
                )
        );
        using var shop = ShapeShop.Of(
            (
                "orders.csv",
                Header
                    + many
                    + "#1,b@x.com,paid,,no,EUR,7,2026-05-02 10:00:00 +0200,many,Cup,7,,0,B,,,,,NL,0,\n"
            )
        );

        Assert.Equal(
            ["orders.csv 62 Lineitem quantity: 'many' is no number"],
            shop.Texts("select file || ' ' || line || ' ' || column_name || ': ' || reason from raw.rejects")
        );
        Assert.StartsWith(
            "#1,b@x.com,paid",
            shop.Texts("select text from raw.rejects")[0],
            StringComparison.Ordinal
        );
        Assert.Equal((31, 1), (shop.Summary.Read, shop.Summary.Rejected));
    }

    [Theory]
    [InlineData(
        "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Province Code,Default Address Country Code,Default Address Zip,Total Spent,Total Orders\n"
            + "'901,Ann,Lee,ann@example.com,no,IDF,FR,'75008,5.00,1\n'902,Dee,Fox,,yes,,NL,'1000,5.00,1\n"
    )]
    [InlineData(
        "First Name,Last Name,Email,Accepts Email Marketing,Company,Province,Country,Zip,Total Spent,Total Orders\n"
            + "Ann,Lee,ann@example.com,no,,IDF,FR,'75008,5.00,1\nDee,Fox,,yes,,,NL,'1000,5.00,1\n"
    )]
    public void Both_layouts_of_customers_stand_over_what_orders_say(string customers)
    {
        using var shop = ShapeShop.Of(("orders.csv", Orders), ("customers.csv", customers));

        Assert.Equal(
            ["ann@example.com Ann Lee FR IDF 75008 false"],
            shop.Texts(
                "select concat_ws(' ', customer_id, customer_email, name, country, state, billing_zip, consent) from raw.customers where lower(customer_email) like 'ann%'"
            )
        );
        Assert.Equal(
            1,
            shop.Number("select count(*) from raw.customers where country = 'NL' and billing_zip = '1000'")
        );
    }

    [Fact]
    public void Customers_alone_are_refused_with_what_is_missing() =>
        Assert.Contains(
            "customers.csv looks like a table of shopify, which needs also orders (Name, Email",
            ShapeShop.Refusal(
                (
                    "customers.csv",
                    "First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders\nA,B,c@d.ee,no,1,1\n"
                )
            ),
            StringComparison.Ordinal
        );
}
