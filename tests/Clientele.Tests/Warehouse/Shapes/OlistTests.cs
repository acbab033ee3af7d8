using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Olist's files: orders, items and people lie apart.</summary>
public sealed class OlistTests
{
    const string Orders =
        "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at\n"
        + "o1,c1,delivered,2018-01-02 10:00:00,\no2,c2,delivered,2018-02-02 10:00:00,\no3,c3,canceled,2018-03-02 10:00:00,\n";

    const string Items =
        "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n"
        + "o1,1,p1,s1,2018-01-05,10.00,2.00\no1,2,p1,s1,2018-01-05,10.00,2.00\no2,1,p2,s1,2018-02-05,5.50,2.00\n";

    const string Customers =
        "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\n"
        + "c1,ann,01234,sao paulo,SP\nc2,ann,20000,rio,RJ\nc3,bob,20000,rio,RJ\n";

    [Fact]
    public void The_person_of_Olist_is_not_the_customer_id_and_each_item_is_a_unit()
    {
        using var shop = ShapeShop.Of(
            ("olist_customers_dataset.csv", Customers),
            ("olist_order_items_dataset.csv", Items),
            ("olist_orders_dataset.csv", Orders),
            (
                "olist_products_dataset.csv",
                "product_id,product_category_name,product_name_lenght,product_photos_qty\np1,brinquedos,40,1\np2,,40,1\n"
            ),
            (
                "product_category_name_translation.csv",
                "\ufeffproduct_category_name,product_category_name_english\nbrinquedos,toys\n"
            ),
            (
                "olist_geolocation_dataset.csv",
                "geolocation_zip_code_prefix,geolocation_lat,geolocation_lng,geolocation_city,geolocation_state\n1037,-23.5,-46.6,sao paulo,SP\n"
            )
        );

        Assert.Equal(
            ["ann 2 25.5000"],
            shop.Texts(
                "select concat_ws(' ', customer_id, count(*), sum(amount)) from core.orders join core.customers using (customer_key) group by customer_id"
            )
        );
        Assert.Equal(
            ["p1 toys 2.000", "p2 1.000"],
            shop.Texts(
                $"select concat_ws(' ', product_id, category, sum(quantity)) from {TestShop.StagedLines} group by product_id, category order by 1"
            )
        );
        Assert.Equal(
            ["ann RJ 20000", "bob RJ 20000"],
            shop.Texts(
                "select concat_ws(' ', customer_id, state, shipping_zip) from raw.customers order by 1"
            )
        );
        Assert.Contains("olist_geolocation_dataset.csv: olist, 1", shop.Told());
        Assert.Contains(
            "nothing of it is used: zips stand at the customers",
            shop.Notes(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Equal_items_of_one_order_are_two_units_and_no_duplicate()
    {
        using var folder = new TestFolder();
        string[] paths =
        [
            folder.Write("customers.csv", Customers),
            folder.Write("items.csv", Items),
            folder.Write("orders.csv", Orders),
        ];

        using var shop = TestShop.Of(
            [new FileSource(paths, new ImportOptions())],
            TestShop.RecipeOf("- exact_duplicates")
        );

        Assert.Equal(3, shop.Number("select count(*) from core.order_lines"));
    }

    [Fact]
    public void Items_of_Olist_alone_are_refused_with_what_is_missing()
    {
        var refused = ShapeShop.Refusal(("items.csv", Items));

        Assert.Contains(
            "looks like a table of olist, which needs also orders (order_id",
            refused,
            StringComparison.Ordinal
        );
        Assert.Contains("customers (customer_id, customer_unique_id", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_without_its_order_is_rejected_at_its_own_line()
    {
        var items =
            Items + string.Concat(Enumerable.Range(3, 30).Select(i => $"o1,{i},p1,s1,2018-01-05,1.00,0\n"));
        using var shop = ShapeShop.Of(
            ("customers.csv", Customers),
            ("items.csv", items + "o9,1,p1,s1,2018-01-05,1.00,0\n"),
            ("orders.csv", Orders)
        );

        Assert.Equal(
            ["items.csv 35 order_purchase_timestamp of the orders: is empty"],
            shop.Texts("select file || ' ' || line || ' ' || column_name || ': ' || reason from raw.rejects")
        );
    }
}
