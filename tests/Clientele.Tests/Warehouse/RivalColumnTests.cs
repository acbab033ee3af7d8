using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Two columns that may be one field: never one of them in silence.</summary>
public sealed class RivalColumnTests
{
    [Fact]
    public void The_fields_own_name_is_taken_and_the_other_told()
    {
        using var shop = TestShop.OfFile(
            "price,order_id,customer_id,date,sku,quantity,unit_price\n3.5,1,a,2023-01-02,m,1,2.5\n"
        );

        Assert.Equal(["2.50"], shop.Texts("select amount from core.orders"));
        Assert.Equal(
            [
                "price could be unit_price too; unit_price is taken. If that is wrong, say --map 'unit_price=price'",
            ],
            shop.Summary.Notes
        );
    }

    [Fact]
    public void Two_other_names_with_different_cells_are_refused_with_a_map_for_each()
    {
        var error = Assert.Throws<ImportRefusedException>(() =>
            TestShop.OfFile(
                "order_id,date,sku,price,item price\n1,2023-01-02,m,2.5,2.5\n2,2023-01-02,m,2.5,3.5\n"
            )
        );

        Assert.Contains(
            "price and item price may both be unit_price, and differ ('2.5' and '3.5'). "
                + "Say which is meant: --map 'unit_price=price' or --map 'unit_price=item price'",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_other_names_with_the_same_cells_are_one()
    {
        using var shop = TestShop.OfFile("order_id,date,sku,price,item price\n1,2023-01-02,m,2.5,2.5 \n");

        Assert.Empty(shop.Summary.Notes);
        Assert.Equal(["2.50"], shop.Texts("select amount from core.orders"));
    }

    [Fact]
    public void What_only_describes_is_told()
    {
        using var shop = TestShop.OfFile(
            "order_id,date,sku,price,shipping country,billing country\n1,2023-01-02,m,2.5,France,Spain\n"
        );

        Assert.Equal(["France"], shop.Texts("select country from core.orders"));
        Assert.StartsWith(
            "billing country could be country too",
            Assert.Single(shop.Summary.Notes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_users_word_ends_the_question()
    {
        using var folder = new TestFolder();
        var path = folder.Write("orders.csv", "order_id,date,sku,price,item price\n1,2023-01-02,m,2.5,3.5\n");
        var map = new Dictionary<string, string> { ["unit_price"] = "item price" };
        using var shop = TestShop.Of(
            [new FileSource([path], new ImportOptions { Map = map })],
            TestShop.RecipeOf("")
        );

        Assert.Empty(shop.Summary.Notes);
        Assert.Equal(["3.50"], shop.Texts("select amount from core.orders"));
    }
}
