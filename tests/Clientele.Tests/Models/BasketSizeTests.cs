using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>The benchmark of very many products at a fiftieth of its size: <c>bench/side-by-side</c> measures the full one.</summary>
public sealed class BasketSizeTests
{
    [Fact]
    public void Forty_thousand_orders_of_six_thousand_products_are_paired_and_grouped()
    {
        var baskets = ZipfBaskets.Of(40_000, 6000, mean: 8, exponent: 1.1, seed: 1);
        var shares = new List<double>();

        var counted = new PairCounts(new() { MinCount = 40, Threads = 1 }).Of(baskets, shares.Add);
        var graph = Graph.Of(6000, [.. counted.Pairs.Select(p => (p.First, p.Second, (double)p.Count))]);
        var found = new Leiden(new()).Find(graph);

        // Every count by another way.
        var (first, second, count) = counted.Pairs[counted.Pairs.Count / 2];
        Assert.Equal(
            count,
            Enumerable
                .Range(0, baskets.Count)
                .Count(b => baskets[b].Contains(first) && baskets[b].Contains(second))
        );
        Assert.True(counted.Pairs.Count > 1000);
        Assert.Equal(6000, found.Of.Count);
        // Products that were drawn apart have no groups to speak of.
        Assert.InRange(found.Modularity, 0, 0.2);
        Assert.Equal(1, shares[^1], 1e-12);
        Assert.Equal(shares.Order(), shares);
    }
}
