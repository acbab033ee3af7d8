using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Clientele.Warehouse;

namespace Clientele.Tests;

public sealed class DemoShopTests
{
    static readonly DemoOptions Small = new() { Customers = 600, Months = 6 };

    static string Text(DemoData shop) => JsonSerializer.Serialize(shop);

    [Fact]
    public void The_same_seed_gives_the_same_shop() =>
        Assert.Equal(Text(DemoShop.Generate(Small)), Text(DemoShop.Generate(Small)));

    [Fact]
    public void Another_seed_gives_another_shop() =>
        Assert.NotEqual(
            DemoShop.Generate(Small).Lines.ProductId,
            DemoShop.Generate(Small with { Seed = 1 }).Lines.ProductId
        );

    [Fact]
    public void The_number_of_threads_does_not_show() =>
        Assert.Equal(
            Text(DemoShop.Generate(Small with { Threads = 1 })),
            Text(DemoShop.Generate(Small with { Threads = 4 }))
        );

    [Fact]
    public void A_customer_does_the_same_whatever_the_number_of_others()
    {
        var (few, many) = (DemoShop.Generate(Small), DemoShop.Generate(Small with { Customers = 900 }));

        Assert.Equal(few.Truth.Customers, many.Truth.Customers.Take(600));
        Assert.Equal(few.Customers.Zip, many.Customers.Zip.Take(600));
        Assert.Equal(History(few), History(many));
    }

    /// <summary>What the first 600 customers did, without the shop's running numbers.</summary>
    static List<(string Customer, DateTime At, string Product, int Quantity, decimal Price)> History(
        DemoData shop
    ) =>
        [
            .. DemoReading
                .Rows(shop.Lines)
                .Where(i => shop.Lines.CustomerId[i] is { } id && string.CompareOrdinal(id, "10601") < 0)
                .Select(i =>
                    (
                        shop.Lines.CustomerId[i]!,
                        shop.Lines.OrderedAt[i],
                        shop.Lines.ProductId[i],
                        shop.Lines.Quantity[i],
                        shop.Lines.UnitPrice[i]
                    )
                ),
        ];

    [Fact]
    public void Browsing_leaves_the_orders_alone()
    {
        var quiet = DemoShop.Generate(Small with { Browsing = false });

        Assert.Null(quiet.Sessions);
        Assert.Null(quiet.Truth.Browsing);
        Assert.Equal(DemoShop.Generate(Small).Lines.OrderId, quiet.Lines.OrderId);
        Assert.Equal(DemoShop.Generate(Small).Lines.ProductId, quiet.Lines.ProductId);
    }

    [Theory]
    [InlineData(50, 6)]
    [InlineData(500, 6)]
    [InlineData(100, 120)]
    public void Shops_of_every_size_can_be_made(int customers, int months)
    {
        var shop = DemoShop.Generate(new() { Customers = customers, Months = months });

        Assert.Equal(customers, shop.Customers.Count);
        Assert.Equal(customers, shop.Truth.Customers.Count);
        Assert.InRange(shop.Lines.Count, customers, int.MaxValue);
        Assert.True(shop.Lines.OrderedAt[^1] < new DateTime(2022, 1, 1).AddMonths(months));
    }

    [Fact]
    public void Bad_settings_are_all_named_at_once()
    {
        var error = Assert.Throws<ValidationException>(() =>
            DemoShop.Generate(new() { Customers = 1, Months = 600 })
        );

        Assert.Contains("Customers", error.Message, StringComparison.Ordinal);
        Assert.Contains("Months", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shop_under_way_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        Assert.ThrowsAny<OperationCanceledException>(() =>
            DemoShop.Generate(new() { Customers = 300_000 }, cancel.Token)
        );
    }

    [Fact]
    public void The_truth_is_written_in_snake_case()
    {
        using var written = new MemoryStream();
        DemoShop.Generate(Small).Truth.Write(written);
        using var truth = JsonDocument.Parse(written.ToArray());

        Assert.Equal(600, truth.RootElement.GetProperty("customers").GetArrayLength());
        Assert.True(truth.RootElement.GetProperty("segments")[0].TryGetProperty("rate_shape", out _));
        Assert.True(truth.RootElement.GetProperty("browsing").TryGetProperty("uplift", out _));
    }
}
