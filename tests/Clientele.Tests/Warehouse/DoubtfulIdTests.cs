namespace Clientele.Tests;

/// <summary>Words for nothing are no ids, and the customer 0 is told.</summary>
public sealed class DoubtfulIdTests
{
    const string Header = "order_id,customer_id,date,sku,quantity,price\n";

    [Fact]
    public void Words_for_nothing_name_no_customer_and_are_told()
    {
        string[] ids = ["17", "NULL", "nan", "N/A", "None", "-", " null ", "n/a", "nano"];
        using var shop = TestShop.OfFile(
            Header + string.Concat(ids.Select((id, i) => $"o{i},{id},2023-01-02,m,1,2.5\n"))
        );

        Assert.Equal(["17", "nano"], shop.Texts("select customer_id from core.customers order by 1"));
        Assert.Equal(9, shop.Summary.Kept);
        var note = Assert.Single(shop.Summary.Notes);
        Assert.Contains("column customer_id: 7 lines say ", note, StringComparison.Ordinal);
        Assert.Contains("NULL", note, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_number_that_says_nothing_is_a_bad_row()
    {
        var rows = Enumerable
            .Range(0, 60)
            .Select(i => $"{(i == 40 ? "NULL" : $"o{i}")},c,2023-01-02,m,1,2.5\n");

        using var shop = TestShop.OfFile(Header + string.Concat(rows));

        Assert.Equal((60, 1), (shop.Summary.Read, shop.Summary.Rejected));
        Assert.Equal(
            ["42 order_id 'NULL' is no id"],
            shop.Texts("select line || ' ' || column_name || ' ' || reason from raw.rejects")
        );
    }

    [Fact]
    public void A_product_without_an_id_goes_by_its_name()
    {
        using var shop = TestShop.Of(["1,a,2023-01-02,nan,Mug,1,1,F", "2,a,2023-01-02,NULL,Bowl,1,1,F"]);

        Assert.Equal(["Bowl", "Mug"], shop.Texts("select product_id from core.products order by 1"));
    }

    [Fact]
    public void Customer_0_stays_and_is_told_with_what_to_do()
    {
        using var shop = TestShop.OfFile($"{Header}o1,0,2023-01-02,m,1,2.5\no2,0.0,2023-01-02,m,1,2.5\n");

        Assert.Equal(["0"], shop.Texts("select customer_id from core.customers"));
        Assert.Contains(
            "customer 0 has 2 lines, and counts as one customer. If 0 stands for guests",
            Assert.Single(shop.Summary.Warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Zeros_behind_the_point_make_no_other_customer()
    {
        var others = string.Concat(Enumerable.Range(0, 30).Select(i => $"c{i},NY,M\n"));
        using var shop = ShapeShop.Of(
            (
                "a.csv",
                $"{Header}o1,17.00,2023-01-02,m,1,2.5\no2,17,2023-01-02,m,1,2.5\no3,17.0,2023-01-02,m,1,2.5\no4,170,2023-01-02,m,1,2.5\n"
            ),
            ("b.csv", $"customer_id,state,gender\n17.000,CA,F\n170,TX,M\n{others}NULL,NY,M\n")
        );

        Assert.Equal(
            ["17 CA", "170 TX"],
            shop.Texts("select customer_id || ' ' || state from core.customers order by customer_id")
        );
        Assert.Equal(1, shop.Contents.Sources[1].Rejected);
    }
}
