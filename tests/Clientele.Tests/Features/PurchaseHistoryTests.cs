using System.Globalization;
using System.Text.Json.Nodes;
using Clientele.Features;

namespace Clientele.Tests;

public sealed class PurchaseHistoryTests
{
    /// <summary>The fourteen purchases of six customers that other programs test with.</summary>
    static JsonArray Purchases() =>
        (JsonArray)LifetimeReferenceTests.Entry("summary-daily")["inputs"]!["transactions"]!;

    static string[] Lines(JsonArray purchases) =>
        [
            .. purchases.Select(
                (p, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{i},{p![0]},{p[1]},sku,Thing,1,{p[2]},France"
                    )
            ),
        ];

    [Fact]
    public void Histories_are_those_of_other_programs()
    {
        using var shop = TestShop.Of(Lines(Purchases()));

        var table = PurchaseHistories.Set.Compute(shop.Database, new(new(2015, 2, 8)));

        var expected = (JsonArray)LifetimeReferenceTests.Entry("summary-daily")["peer_expected"]!;
        Assert.Equal(
            expected.Select(row => string.Join(' ', row!.AsArray().Select(cell => (double)cell!))),
            Enumerable
                .Range(0, table.Rows)
                .Select(i =>
                    $"{table.Texts("customer_id")[i]} "
                    + string.Join(' ', new[] { "x", "t_x", "t", "spend" }.Select(c => table.Numbers(c)[i]))
                )
        );
    }

    [Fact]
    public void Whoever_first_buys_on_the_day_or_later_is_not_there()
    {
        using var shop = TestShop.Of(Lines(Purchases()));

        var table = PurchaseHistories.Set.Compute(shop.Database, new(new(2015, 2, 2)));

        Assert.Equal(["1", "2", "3", "4", "5"], table.Texts("customer_id"));
        Assert.Equal([0, 0, 2, 0, 2], table.Numbers("x"));
        Assert.Equal([31, 31, 31, 16, 16], table.Numbers("t"));
    }

    [Fact]
    public void What_came_back_is_taken_off_the_spend_and_never_more_than_all()
    {
        string[] lines =
        [
            "1,ann,2023-01-02,mug,Mug,1,10,France",
            "2,ann,2023-01-05,mug,Mug,1,30,France",
            "C3,ann,2023-01-06,mug,Mug,-1,10,France",
            "4,bob,2023-01-02,mug,Mug,1,5,France",
            "5,bob,2023-01-03,mug,Mug,1,5,France",
            "C6,bob,2023-01-09,pot,Pot,-1,99,France",
        ];
        using var shop = TestShop.Of(lines, "- returns");

        var table = PurchaseHistories.Set.Compute(shop.Database, new(new(2023, 1, 10)));

        // A quarter of what Ann bought came back.
        Assert.Equal([22.5, 0], table.Numbers("spend"));
    }
}
