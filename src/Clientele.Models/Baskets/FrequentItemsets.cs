namespace Clientele.Models;

/// <summary>Finds all sets of items that lie together in many baskets.</summary>
/// <remarks>
/// FP-growth: what stands before an item in its baskets, most frequent items first, becomes a tree of common beginnings; the sets that end
/// with the item are found in it, and in the trees of what stands above each of its items. The first of these trees, of all baskets, is kept
/// as sorted baskets. Memory: the baskets, and one tree a length of set and thread, of no more nodes than items in baskets.
/// Source: Han, Pei, Yin and Mao (2004), "Mining Frequent Patterns without Candidate Generation", DMKD 8.
/// </remarks>
public sealed class FrequentItemsets(ItemsetOptions options)
{
    readonly ItemsetOptions _options = Require.Valid(options);

    /// <summary>Finds them.</summary>
    /// <param name="baskets">At least one.</param>
    /// <param name="cancel">Looked at for every item.</param>
    /// <exception cref="ArgumentException">No basket, or more sets than are allowed.</exception>
    public Itemsets Find(BasketSet baskets, CancellationToken cancel = default)
    {
        if (baskets.Count == 0)
        {
            throw new ArgumentException("Sets of items need at least one basket.", nameof(baskets));
        }

        var least = LeastCount(_options, baskets.Count);
        var counts = baskets.Counts();
        int[] frequent =
        [
            .. Enumerable
                .Range(0, counts.Length)
                .Where(item => counts[item] >= least)
                .OrderByDescending(item => counts[item]),
        ];
        var ranked = RankedBaskets.Of(baskets, frequent);
        var found = new ItemsetList[frequent.Length];
        var room = new ItemsetRoom(_options.MaxSets);
        using var searches = new ThreadLocal<ItemsetSearch>(() =>
            new ItemsetSearch(least, _options.MaxLength ?? int.MaxValue)
        );
        Blocks.For(
            frequent.Length,
            _options.Threads,
            rank =>
            {
                found[rank] = new ItemsetList(room);
                searches.Value!.Begin(ranked, rank, found[rank]);
            },
            cancel
        );
        if (room.IsFull)
        {
            throw new ArgumentException(
                $"More than {_options.MaxSets} sets of items lie in {least} or more of {baskets.Count} baskets: ask for a greater min_support or a smaller max_length, or allow more by max_sets.",
                nameof(baskets)
            );
        }

        return Itemsets.Of(found, frequent, baskets.Count, least);
    }

    /// <summary>The number of baskets that a set must lie in.</summary>
    internal static int LeastCount(ItemsetOptions options, int baskets) =>
        Math.Max(options.MinCount, (int)Math.Ceiling((options.MinSupport * baskets) - 1e-9));
}
