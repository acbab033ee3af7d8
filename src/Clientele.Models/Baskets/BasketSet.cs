namespace Clientele.Models;

/// <summary>Which items lie in which baskets; an item counts once a basket.</summary>
public sealed class BasketSet
{
    readonly int[] _starts;
    readonly int[] _items;

    BasketSet(int[] starts, int[] items, int itemCount) =>
        (_starts, _items, ItemCount) = (starts, items, itemCount);

    /// <summary>Number of baskets, empty ones too.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Numbers of items lie below.</summary>
    public int ItemCount { get; }

    /// <summary>Items in all baskets.</summary>
    public int Entries => _items.Length;

    /// <summary>The items of a basket, rising.</summary>
    public ReadOnlySpan<int> this[int basket] =>
        _items.AsSpan(_starts[basket], _starts[basket + 1] - _starts[basket]);

    /// <summary>Sorts lines into baskets; lines that say the same count once.</summary>
    /// <param name="baskets">Of each line, the number of its basket.</param>
    /// <param name="items">Of each line, the number of its item.</param>
    /// <param name="basketCount">Numbers of baskets lie below.</param>
    /// <param name="itemCount">Numbers of items lie below.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is out of range.</exception>
    public static BasketSet Of(
        ReadOnlySpan<int> baskets,
        ReadOnlySpan<int> items,
        int basketCount,
        int itemCount
    )
    {
        if (baskets.Length != items.Length)
        {
            throw new ArgumentException(
                $"{baskets.Length} lines with a basket need as many items, not {items.Length}.",
                nameof(items)
            );
        }

        var starts = new int[basketCount + 1];
        for (var line = 0; line < baskets.Length; line++)
        {
            if ((uint)baskets[line] >= (uint)basketCount || (uint)items[line] >= (uint)itemCount)
            {
                throw new ArgumentException(
                    $"Line {line} has basket {baskets[line]} of {basketCount} and item {items[line]} of {itemCount}.",
                    nameof(items)
                );
            }

            starts[baskets[line] + 1]++;
        }

        for (var basket = 0; basket < basketCount; basket++)
        {
            starts[basket + 1] += starts[basket];
        }

        var sorted = new int[items.Length];
        var next = starts[..^1];
        for (var line = 0; line < items.Length; line++)
        {
            sorted[next[baskets[line]]++] = items[line];
        }

        return Distinct(starts, sorted, itemCount);
    }

    static BasketSet Distinct(int[] starts, int[] items, int itemCount)
    {
        var kept = 0;
        for (var basket = 0; basket < starts.Length - 1; basket++)
        {
            var own = items.AsSpan(starts[basket], starts[basket + 1] - starts[basket]);
            own.Sort();
            starts[basket] = kept;
            foreach (var item in own)
            {
                if (kept == starts[basket] || items[kept - 1] != item)
                {
                    items[kept++] = item;
                }
            }
        }

        starts[^1] = kept;
        return new BasketSet(starts, kept == items.Length ? items : items[..kept], itemCount);
    }

    /// <summary>Of each item, the baskets that hold it.</summary>
    public int[] Counts()
    {
        var counts = new int[ItemCount];
        foreach (var item in _items)
        {
            counts[item]++;
        }

        return counts;
    }

    /// <summary>Of each item, the baskets that hold it: items and baskets change places.</summary>
    internal BasketSet Transposed()
    {
        var starts = new int[ItemCount + 1];
        foreach (var item in _items)
        {
            starts[item + 1]++;
        }

        for (var item = 0; item < ItemCount; item++)
        {
            starts[item + 1] += starts[item];
        }

        var baskets = new int[_items.Length];
        var next = starts[..^1];
        for (var basket = 0; basket < Count; basket++)
        {
            foreach (var item in this[basket])
            {
                baskets[next[item]++] = basket;
            }
        }

        return new BasketSet(starts, baskets, Count);
    }

    /// <summary>The same baskets, of larger ones only the items that most baskets hold, of equals the lower numbers.</summary>
    /// <param name="most">Items of a basket.</param>
    /// <param name="counts">Of each item, the baskets that hold it.</param>
    /// <returns>Them, and how many were larger.</returns>
    internal (BasketSet Baskets, int Capped) Capped(int most, int[] counts)
    {
        var capped = 0;
        var starts = new int[_starts.Length];
        for (var basket = 0; basket < Count; basket++)
        {
            var size = this[basket].Length;
            capped += size > most ? 1 : 0;
            starts[basket + 1] = starts[basket] + Math.Min(size, most);
        }

        if (capped == 0)
        {
            return (this, 0);
        }

        var items = new int[starts[^1]];
        for (var basket = 0; basket < Count; basket++)
        {
            var kept = items.AsSpan(starts[basket], starts[basket + 1] - starts[basket]);
            var own = this[basket];
            if (own.Length > most)
            {
                own = own.ToArray().OrderByDescending(item => counts[item]).Take(most).Order().ToArray();
            }

            own.CopyTo(kept);
        }

        return (new BasketSet(starts, items, ItemCount), capped);
    }
}
