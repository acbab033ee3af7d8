using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>An order as a reader of the shop's file finds it, after cleaning.</summary>
sealed record DemoOrderRead(string Id, string? Customer, DateTime At, HashSet<string> Products, decimal Total)
{
    internal int Lines { get; init; }
}

/// <summary>Reads a demo shop the way a stranger would: from its tables only.</summary>
static class DemoReading
{
    static readonly Lazy<DemoData> Made = new(() => DemoShop.Generate(new DemoOptions()));

    static readonly Lazy<List<DemoOrderRead>> Read = new(() => Orders(Made.Value));

    /// <summary>The shop of the default options.</summary>
    internal static DemoData Default => Made.Value;

    /// <summary>Its orders, without returns, by time.</summary>
    internal static List<DemoOrderRead> DefaultOrders => Read.Value;

    /// <summary>Orders of merchandise by registered customers and guests, without returns, by time.</summary>
    internal static List<DemoOrderRead> Orders(DemoData shop)
    {
        var lines = shop.Lines;
        return
        [
            .. Rows(lines)
                .Where(i => lines.OrderId[i][0] == 'D' && lines.ProductId[i] != "POST" && !IsCopy(lines, i))
                .GroupBy(i => lines.OrderId[i])
                .Select(order => new DemoOrderRead(
                    order.Key,
                    lines.CustomerId[order.First()],
                    lines.OrderedAt[order.First()],
                    [.. order.Select(i => lines.ProductId[i].ToUpperInvariant())],
                    order.Sum(i => lines.Quantity[i] * lines.UnitPrice[i])
                )
                {
                    Lines = order.Count(),
                }),
        ];
    }

    internal static IEnumerable<int> Rows(DemoLineTable lines) => Enumerable.Range(0, lines.Count);

    /// <summary>Whether a line is the one before it, once more.</summary>
    internal static bool IsCopy(DemoLineTable lines, int i) => i > 0 && Line(lines, i) == Line(lines, i - 1);

    static (string, string, int, decimal, string) Line(DemoLineTable lines, int i) =>
        (lines.OrderId[i], lines.ProductId[i], lines.Quantity[i], lines.UnitPrice[i], lines.Country[i]);

    /// <summary>Orders of each registered customer, by time.</summary>
    internal static Dictionary<string, List<DemoOrderRead>> ByCustomer(IEnumerable<DemoOrderRead> orders) =>
        orders
            .Where(o => o.Customer != null)
            .GroupBy(o => o.Customer!)
            .ToDictionary(g => g.Key, g => g.ToList());
}
