namespace Clientele.Models;

/// <summary>Two items, and the baskets that they share.</summary>
/// <param name="First">The lower number.</param>
/// <param name="Second">The higher number.</param>
/// <param name="Count">Baskets with both.</param>
public readonly record struct ItemPair(int First, int Second, int Count);

/// <summary>Which items lie in baskets together, and how often.</summary>
/// <remarks>
/// For each item the baskets that hold it are walked through, and what else lies in them is counted: O(Σ size²) steps, and memory for
/// the baskets, one count an item and thread, and the pairs that are kept.
/// </remarks>
public sealed class PairCounts(PairOptions options)
{
    const int ItemsABlock = 64;

    readonly PairOptions _options = Require.Valid(options);

    /// <summary>Counts pairs.</summary>
    /// <param name="baskets">The baskets.</param>
    /// <param name="progress">Gets the share of the items that are done.</param>
    /// <param name="cancel">Looked at now and then.</param>
    /// <returns>Pairs by their first item, then by their second.</returns>
    public CountedPairs Of(
        BasketSet baskets,
        Action<double>? progress = null,
        CancellationToken cancel = default
    )
    {
        var counts = baskets.Counts();
        var (kept, capped) = baskets.Capped(_options.MaxBasket, counts);
        var holders = kept.Transposed();
        var blocks = new List<ItemPair>[(baskets.ItemCount + ItemsABlock - 1) / ItemsABlock];
        using var scratch = new ThreadLocal<int[]>(() => new int[baskets.ItemCount]);
        var done = 0;
        Blocks.For(
            blocks.Length,
            _options.Threads,
            block =>
            {
                blocks[block] = [];
                for (
                    var item = block * ItemsABlock;
                    item < Math.Min((block + 1) * ItemsABlock, baskets.ItemCount);
                    item++
                )
                {
                    if (counts[item] >= _options.MinCount)
                    {
                        Add(item, kept, holders[item], scratch.Value!, blocks[block]);
                    }
                }

                progress?.Invoke((double)Interlocked.Increment(ref done) / blocks.Length);
            },
            cancel
        );
        return new CountedPairs([.. blocks.SelectMany(pairs => pairs)], counts, baskets.Count, capped)
        {
            Least = _options.MinCount,
        };
    }

    void Add(int item, BasketSet baskets, ReadOnlySpan<int> holders, int[] counts, List<ItemPair> pairs)
    {
        var most = 0;
        foreach (var basket in holders)
        {
            var own = baskets[basket];
            for (var place = own.Length - 1; place >= 0 && own[place] > item; place--)
            {
                counts[own[place]]++;
                most = Math.Max(most, own[place]);
            }
        }

        for (var other = item + 1; other <= most; other++)
        {
            if (counts[other] >= _options.MinCount)
            {
                pairs.Add(new ItemPair(item, other, counts[other]));
            }

            counts[other] = 0;
        }
    }
}

/// <summary>Pairs of items that lie in baskets together.</summary>
/// <param name="Pairs">By their first item, then by their second.</param>
/// <param name="Counts">Of each item, the baskets that hold it.</param>
/// <param name="Baskets">All.</param>
/// <param name="Capped">Baskets of which only the items that are bought most were paired.</param>
public sealed record CountedPairs(
    IReadOnlyList<ItemPair> Pairs,
    IReadOnlyList<int> Counts,
    int Baskets,
    int Capped
)
{
    /// <summary>How many times as often as by chance two items lie together.</summary>
    public double Lift(ItemPair pair) =>
        (double)pair.Count * Baskets / ((double)Counts[pair.First] * Counts[pair.Second]);

    /// <summary>Chance of as many shared baskets or more, if the items were independent: Fisher's exact test.</summary>
    public double PValue(ItemPair pair) =>
        Hypergeometric.AtLeast(pair.Count, Baskets, Counts[pair.First], Counts[pair.Second]);

    /// <summary>Baskets that a pair had to share.</summary>
    public required int Least { get; init; }

    /// <summary>Of each pair the share of false discoveries among those as sure; pairs of frequent items that share too few baskets count as not found.</summary>
    public double[] QValues()
    {
        var frequent = Counts.Count(count => count >= Least);
        return FalseDiscovery.Rates([.. Pairs.Select(PValue)], frequent * (frequent - 1.0) / 2);
    }
}
