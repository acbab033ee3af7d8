using System.Globalization;

namespace Clientele.Tests;

/// <summary>Discounts on whole orders, line by line.</summary>
public sealed class OrderDiscountTests
{
    const string Header = "order_id,customer_id,order_date,sku,quantity,unit_price,off\n";

    static TestShop Of(string rows)
    {
        using var folder = new TestFolder();
        return TestShop.Of(
            [TestShop.Csv(folder.Write("orders.csv", Header + rows), ("order_discount", "off"))],
            TestShop.RecipeOf("")
        );
    }

    static string[] Amounts(TestShop shop) =>
        shop.Texts($"select order_id || ' ' || amount from {TestShop.StagedLines} order by line");

    [Theory]
    [InlineData("10.00", "6.66 6.67 6.67")]
    [InlineData("-10.00", "6.66 6.67 6.67")]
    [InlineData("0.01", "9.99 10.00 10.00")]
    [InlineData("0.0005", "9.9998 9.9998 9.9999")]
    [InlineData("30.00", "0.00 0.00 0.00")]
    [InlineData("", "10.00 10.00 10.00")]
    public void A_discount_is_spread_by_amounts_to_the_cent_and_adds_up(string off, string left)
    {
        using var once = Of(
            $"1,a,2023-01-01,m,1,10.00,{off}\n1,a,2023-01-01,n,2,5.00,\n1,a,2023-01-01,p,1,10.00,\n"
        );
        using var repeated = Of(
            $"1,a,2023-01-01,m,1,10.00,{off}\n1,a,2023-01-01,n,2,5.00,{off}\n1,a,2023-01-01,p,1,10.00,{off}\n"
        );

        string[] wanted = [.. left.Split(' ').Select(l => $"1 {Four(l)}")];
        Assert.Equal(wanted, Amounts(once));
        Assert.Equal(wanted, Amounts(repeated));
    }

    static string Four(string amount) =>
        decimal.Parse(amount, CultureInfo.InvariantCulture).ToString("F4", CultureInfo.InvariantCulture);

    [Fact]
    public void Parts_follow_amounts_and_what_came_back_bears_none()
    {
        using var shop = Of(
            "1,a,2023-01-01,m,1,30.00,4.00\n1,a,2023-01-01,n,1,10.00,\n1,a,2023-01-01,p,-1,5.00,\n2,a,2023-01-02,m,1,7.00,\n"
        );

        Assert.Equal(["1 27.0000", "1 9.0000", "1 -5.0000", "2 7.0000"], Amounts(shop));
    }

    [Fact]
    public void What_is_more_than_the_goods_is_not_taken_off_and_is_told()
    {
        using var shop = Of(
            "1,a,2023-01-01,m,1,3.00,4.00\n2,a,2023-01-01,n,1,9.00,2\n2,a,2023-01-01,p,1,9.00,3\n"
        );

        Assert.Equal(["1 3.0000", "2 8.0000", "2 8.0000"], Amounts(shop));
        Assert.Equal(
            [
                "1 order has a discount of more than all lines come to, as discounts on postage are: it is not taken off",
                "1 order says several discounts of the whole order: the first counts",
            ],
            shop.Summary.Notes
        );
    }

    [Fact]
    public void Random_orders_keep_their_discounts_to_the_last_digit()
    {
        var random = new Random(5);
        var rows = Enumerable
            .Range(0, 400)
            .SelectMany(o =>
            {
                var off = random.Next(3) == 0 ? random.Next(1, 40_000) : 100 * random.Next(1, 400);
                return Enumerable
                    .Range(0, random.Next(1, 9))
                    .Select(_ =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{o},a,2023-01-01,m,{random.Next(1, 5)},{random.Next(0, 9999) / 100m},{off / 10_000m}\n"
                        )
                    );
            });
        using var shop = Of(string.Concat(rows));

        Assert.Equal(
            0,
            shop.Number(
                """
                select count(*) from (
                  select order_id, any_value(order_discount) as off, sum(discount_part) as part, sum(quantity * unit_price) as goods
                  from raw.fields group by order_id
                ) where part is distinct from case when goods >= off then off end
                """
            )
        );
        Assert.Equal(0, shop.Number($"select count(*) from {TestShop.StagedLines} where amount < -0.01"));
    }

    [Theory]
    [InlineData("18.00", "2.00", "9.0000 9.0000")] // Of the whole order.
    [InlineData("20.00", "2.00", "10.0000 10.0000")] // Of the postage: goods cost what they cost.
    [InlineData("15.00", "2.00", "10.0000 10.0000")] // Nobody says what took the other 3.
    [InlineData("", "2.00", "10.0000 10.0000")] // An old export without subtotals.
    public void Shopify_takes_off_goods_what_its_subtotal_shows(string subtotal, string off, string left)
    {
        using var shop = ShapeShop.Of(
            (
                "orders.csv",
                "Name,Email,Financial Status,Subtotal,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem discount\n"
                    + $"#1,a@x.com,paid,{subtotal},{off},2026-05-01 10:00:00 +0200,2,Mug,5.00,0.00\n"
                    + "#2,b@x.com,paid,5.50,0.00,2026-05-01 10:00:00 +0200,1,Mug,5.50,0.00\n"
                    + "#1,,,,,,1,Cup,10.00,0.00\n"
            )
        );

        Assert.Equal(
            left.Split(' '),
            shop.Texts(
                $"select amount::varchar from {TestShop.StagedLines} where order_id = '#1' order by line"
            )
        );
    }

    [Fact]
    public void Shopify_discounts_of_lines_are_not_taken_off_twice()
    {
        using var shop = ShapeShop.Of(
            (
                "orders.csv",
                "Name;Email;Financial Status;Subtotal;Discount Amount;Created at;Lineitem quantity;Lineitem name;Lineitem price;Lineitem discount\n"
                    + "#1;a@x.com;paid;16,50;3,50;2026-05-01 10:00:00 +0200;2;Mug;5,00;1,00\n"
                    + "#1;;;;;;1;Cup;10,00;0,00\n"
            )
        );

        Assert.Equal(
            ["7.8200", "8.6800"],
            shop.Texts($"select amount::varchar from {TestShop.StagedLines} order by line")
        );
    }

    [Fact]
    public void Equal_lines_are_duplicates_though_their_parts_differ()
    {
        using var folder = new TestFolder();
        using var shop = TestShop.Of(
            [
                TestShop.Csv(
                    folder.Write(
                        "orders.csv",
                        Header + "1,a,2023-01-01,m,1,10.00,0.01\n1,a,2023-01-01,m,1,10.00,0.01\n"
                    ),
                    ("order_discount", "off")
                ),
            ],
            TestShop.RecipeOf("- exact_duplicates")
        );

        Assert.Equal(1, shop.Number($"select count(*) from {TestShop.StagedLines}"));
    }
}
