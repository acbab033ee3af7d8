using System.Runtime.InteropServices;
using Clientele.Models;
using Clientele.Tests.Models;

namespace Clientele.Benchmarks;

/// <summary>Jobs of what is bought together.</summary>
static class BasketJobs
{
    const int Products = 4000;

    /// <summary>Frequent sets at a share of 20,000 orders, and rules of a confidence of .3.</summary>
    internal static string Itemsets(string data, double support, int? maxConsequent = null)
    {
        var (starts, items) = Read(data);
        return Jobs.Timed(
            () =>
            {
                var sets = new FrequentItemsets(new() { MinSupport = support }).Find(Baskets(starts, items));
                return (
                    sets,
                    new AssociationRules(new() { MinConfidence = 0.3, MaxConsequent = maxConsequent }).Of(
                        sets
                    )
                );
            },
            found => new
            {
                Itemsets = found.sets.Count,
                Rules = found.Item2.Count,
                MaxLift = found.Item2[0].Lift,
            }
        );
    }

    /// <summary>Pairs in 20 orders or more, with their lift.</summary>
    internal static string Pairs(string data)
    {
        var (starts, items) = Read(data);
        return Jobs.Timed(
            () =>
            {
                var pairs = new PairCounts(new() { MinCount = 20 }).Of(Baskets(starts, items));
                return (pairs, Lift: pairs.Pairs.Max(pairs.Lift));
            },
            found => new { Pairs = found.pairs.Pairs.Count, MaxLift = found.Lift }
        );
    }

    /// <summary>The graph of these pairs, its communities, PageRank and betweenness.</summary>
    internal static string Network(string data)
    {
        var (starts, items) = Read(data);
        var pairs = new PairCounts(new() { MinCount = 20 }).Of(Baskets(starts, items)).Pairs;
        return Jobs.Timed(
            () =>
            {
                var graph = Graph.Of(Products, [.. pairs.Select(p => (p.First, p.Second, (double)p.Count))]);
                return (
                    new Leiden(new()).Find(graph),
                    new PageRank(new()).Of(graph),
                    new Betweenness(new()).Of(graph)
                );
            },
            found => new
            {
                found.Item1.Modularity,
                PageRank = found.Item2.Max(),
                Betweenness = found.Item3.Max(),
            }
        );
    }

    /// <summary>Two million orders of 300,000 products: pairs in 200 orders or more, and communities.</summary>
    internal static string TwoMillion()
    {
        var baskets = ZipfBaskets.Of(2_000_000, 300_000, mean: 8, exponent: 1.1, seed: 1);
        return Jobs.Timed(
            () =>
            {
                var tenths = 0;
                var counted = new PairCounts(new() { MinCount = 200 }).Of(
                    baskets,
                    share =>
                    {
                        if ((int)(share * 10) > Volatile.Read(ref tenths))
                        {
                            Console.Error.WriteLine($"{Interlocked.Increment(ref tenths)} tenths");
                        }
                    }
                );
                var graph = Graph.Of(
                    300_000,
                    [.. counted.Pairs.Select(p => (p.First, p.Second, (double)p.Count))]
                );
                return (counted, new Leiden(new()).Find(graph));
            },
            found => new { Pairs = found.counted.Pairs.Count, found.Item2.Modularity }
        );
    }

    /// <summary>As the peers have them, rows of items, from the numbers that both read.</summary>
    static BasketSet Baskets(int[] starts, int[] items)
    {
        var of = new int[items.Length];
        for (var basket = 0; basket + 1 < starts.Length; basket++)
        {
            of.AsSpan(starts[basket], starts[basket + 1] - starts[basket]).Fill(basket);
        }

        return BasketSet.Of(of, items, starts.Length - 1, Products);
    }

    static (int[] Starts, int[] Items) Read(string data) =>
        (Numbers(data, "baskets_20k_indptr"), Numbers(data, "baskets_20k_indices"));

    static int[] Numbers(string data, string name) =>
        MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(Path.Combine(data, $"{name}.bin"))).ToArray();
}
