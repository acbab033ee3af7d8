namespace Clientele.Models;

/// <summary>Baskets by the ranks of their frequent items, the most frequent 0, sorted; and of each item where it stands in them.</summary>
/// <remarks>One after another in memory: what stands before an item is read in a row, where the nodes of a tree would lie anywhere.</remarks>
sealed class RankedBaskets
{
    readonly int[] _items;
    readonly int[] _starts;
    readonly int[] _begins;
    readonly int[] _ends;

    RankedBaskets(int[] items, int[] starts, int[] begins, int[] ends) =>
        (_items, _starts, _begins, _ends) = (items, starts, begins, ends);

    /// <summary>Baskets with an item.</summary>
    internal int Holders(int item) => _starts[item + 1] - _starts[item];

    /// <summary>What stands before an item in one of its baskets, rising.</summary>
    internal ReadOnlySpan<int> Before(int item, int holder)
    {
        var place = _starts[item] + holder;
        return _items.AsSpan(_begins[place], _ends[place] - _begins[place]);
    }

    /// <summary>Baskets without what is not frequent.</summary>
    /// <param name="baskets">All.</param>
    /// <param name="frequent">Items, the most frequent first.</param>
    internal static RankedBaskets Of(BasketSet baskets, int[] frequent)
    {
        var ranks = new int[baskets.ItemCount];
        Array.Fill(ranks, -1);
        for (var rank = 0; rank < frequent.Length; rank++)
        {
            ranks[frequent[rank]] = rank;
        }

        var sets = new List<int[]>(baskets.Count);
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            var own = Ranked(baskets[basket], ranks);
            if (own.Length > 0)
            {
                sets.Add(own);
            }
        }

        // Baskets that begin alike stand together: each then goes on where it leaves the one before it.
        sets.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return Placed(sets, frequent.Length);
    }

    static RankedBaskets Placed(List<int[]> sets, int count)
    {
        var starts = new int[count + 1];
        foreach (var set in sets)
        {
            foreach (var item in set)
            {
                starts[item + 1]++;
            }
        }

        for (var item = 0; item < count; item++)
        {
            starts[item + 1] += starts[item];
        }

        var (items, begins, ends) = (new int[starts[^1]], new int[starts[^1]], new int[starts[^1]]);
        var next = starts[..^1];
        var begin = 0;
        foreach (var set in sets)
        {
            set.CopyTo(items.AsSpan(begin));
            for (var place = 0; place < set.Length; place++)
            {
                (begins[next[set[place]]], ends[next[set[place]]++]) = (begin, begin + place);
            }

            begin += set.Length;
        }

        return new RankedBaskets(items, starts, begins, ends);
    }

    static int[] Ranked(ReadOnlySpan<int> items, int[] ranks)
    {
        var kept = 0;
        Span<int> own = items.Length <= 256 ? stackalloc int[items.Length] : new int[items.Length];
        foreach (var item in items)
        {
            if (ranks[item] >= 0)
            {
                own[kept++] = ranks[item];
            }
        }

        own[..kept].Sort();
        return own[..kept].ToArray();
    }
}
