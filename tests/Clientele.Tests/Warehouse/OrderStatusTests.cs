namespace Clientele.Tests;

/// <summary>The rule order_status, with the ways in which shops write their statuses.</summary>
public sealed class OrderStatusTests
{
    [Theory]
    [InlineData("drop: [cancelled, Refunded]")]
    [InlineData("drop: [wc-cancelled, wc-refunded]")]
    [InlineData("keep: [completed]")]
    public void A_status_of_WooCommerce_goes_by_what_follows_its_prefix(string list)
    {
        using var shop = TestShop.OfFile(
            "order_id,customer_id,date,sku,qty,price,status\n1,a,2023-01-01,m,1,1,wc-cancelled\n"
                + "2,a,2023-01-01,m,1,1,wc-completed\n3,a,2023-01-01,m,1,1,WC-Refunded\n",
            $"- order_status: {{ {list} }}"
        );

        Assert.Equal(["2"], shop.Texts("select order_id from core.orders"));
    }
}
