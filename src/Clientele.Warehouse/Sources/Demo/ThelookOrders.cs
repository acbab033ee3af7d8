namespace Clientele.Warehouse;

/// <summary>When and for how much users of a <see cref="ThelookShop"/> buy.</summary>
/// <remarks>
/// Fitted once to what an analysis of such an extract printed as of 2024: mean revenue 177.78 an order row, quartiles of days since the
/// last order 74.5, 227.8 and 493.3, of revenue a customer 44.75, 118.98 and 323.96.
/// </remarks>
static class ThelookOrders
{
    /// <summary>The day of the extract: some orders lie after the end of 2023.</summary>
    internal static readonly DateTime End = new(2024, 1, 22, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The most that an order row says.</summary>
    internal const decimal Most = 1_308.99m;

    /// <summary>The least that an item costs.</summary>
    internal const decimal Least = 0.49m;

    static readonly DateTime Start = new(2019, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>An order lies this power of a uniform share of the time since registration back: most are recent.</summary>
    const double Recent = 1.3;

    /// <summary>Prices: their mean, and the standard deviation of their logarithm.</summary>
    const double Price = 60;
    const double Spread = 0.85;

    const double DearestItem = 999;
    const double CheapestShare = 0.0005;

    static readonly DemoAlias Counts = new([61.7, 25.2, 6.5, 6.6]);
    static readonly DemoAlias Items = new([70, 20, 5, 5]);

    static readonly string[] States = ["Shipped", "Complete", "Processing", "Cancelled", "Returned"];
    static readonly DemoAlias DrawnState = new([30, 25, 20, 15, 10]);

    /// <summary>Uniform from the start to the day of the extract.</summary>
    internal static DateTime Registered(DemoRandom random) =>
        Start.AddSeconds(Math.Floor((End - Start).TotalSeconds * random.Uniform()));

    /// <summary>Orders of one who buys, without their ids; no more than <paramref name="most"/>.</summary>
    internal static IReadOnlyList<ThelookOrder> Draw(DateTime registered, int most, DemoRandom random)
    {
        var since = (End - registered).TotalSeconds;
        var orders = Enumerable
            .Range(0, Math.Min(most, 1 + Counts.Draw(random)))
            .Select(_ =>
                (
                    At: End.AddSeconds(-Math.Ceiling(since * Math.Pow(random.Uniform(), Recent))),
                    Items: 1 + Items.Draw(random),
                    Status: States[DrawnState.Draw(random)]
                )
            )
            .OrderBy(o => o.At)
            .ToList();
        // Items were joined by user: what all orders came to stands beside each.
        var all = Worth(orders.Sum(o => o.Items), random);
        return [.. orders.Select(o => new ThelookOrder(0, o.Status, o.At, o.Items, all))];
    }

    static decimal Worth(int items, DemoRandom random)
    {
        while (true)
        {
            var sum = 0m;
            for (var i = 0; i < items; i++)
            {
                sum += PriceOf(random);
            }

            if (sum <= Most)
            {
                return sum;
            }
        }
    }

    static decimal PriceOf(DemoRandom random)
    {
        var middle = Math.Log(Price) - (Spread * Spread / 2);
        var price = Math.Min(DearestItem, Math.Exp(middle + (Spread * random.Normal())));
        return random.Chance(CheapestShare) ? Least : Math.Max(Least, decimal.Round((decimal)price, 2));
    }
}
