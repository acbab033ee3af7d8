using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>What a run says of columns that are used and left is what the queries of a shape read.</summary>
public sealed class ReadColumnTests
{
    [Fact]
    public void Columns_that_a_query_reads_are_not_told_as_left()
    {
        using var shop = ShapeShop.Of(
            (
                "orders.csv",
                "Name,Email,Financial Status,Created at,Cancelled at,Subtotal,Lineitem quantity,Lineitem name,Lineitem price,Taxes\n"
                    + "#1,a@b.c,paid,2023-01-02,,2.50,1,Mug,2.50,0.40\n"
            )
        );

        Assert.Equal(["Taxes"], shop.Summary.Columns.Where(c => c.Field == null).Select(c => c.Header));
        Assert.Contains(new MappedColumn("Cancelled at", "status"), shop.Summary.Columns);
    }

    [Fact]
    public void Columns_of_a_table_that_only_adds_to_others_are_told()
    {
        using var shop = ShapeShop.Of(
            (
                "customers.csv",
                "customer_id,customer_unique_id,customer_zip_code_prefix,customer_state\nc1,ann,01234,SP\n"
            ),
            ("items.csv", "order_id,order_item_id,product_id,seller_id,price\no1,1,p1,s1,10\n"),
            (
                "orders.csv",
                "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at\no1,c1,delivered,2018-01-02 10:00:00,\n"
            )
        );

        Assert.Equal(
            ["order_approved_at"],
            shop.Contents.Sources[2].Columns.Where(c => c.Field == null).Select(c => c.Header)
        );
    }
}
