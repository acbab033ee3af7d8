namespace Clientele.Models;

/// <summary>Sets of items that lie together in many baskets, and in how many.</summary>
public sealed class Itemsets
{
    readonly int[] _starts;
    readonly int[] _items;
    readonly int[] _counts;

    Itemsets(int[] starts, int[] items, int[] counts) => (_starts, _items, _counts) = (starts, items, counts);

    /// <summary>Number of sets.</summary>
    public int Count => _counts.Length;

    /// <summary>All baskets.</summary>
    public required int Baskets { get; init; }

    /// <summary>Baskets that a set had to lie in.</summary>
    public required int Least { get; init; }

    /// <summary>Items that are frequent by themselves.</summary>
    public required int Items { get; init; }

    /// <summary>Baskets that hold a set.</summary>
    public int CountOf(int set) => _counts[set];

    /// <summary>The items of a set, rising.</summary>
    public ReadOnlySpan<int> this[int set] => _items.AsSpan(_starts[set], _starts[set + 1] - _starts[set]);

    /// <summary>Puts together what was found for each rarest item.</summary>
    /// <param name="found">By rank.</param>
    /// <param name="names">The items of the ranks.</param>
    /// <param name="baskets">All.</param>
    /// <param name="least">Baskets that a set had to lie in.</param>
    internal static Itemsets Of(ItemsetList[] found, int[] names, int baskets, int least)
    {
        var starts = new int[found.Sum(list => list.Counts.Count) + 1];
        var items = new int[found.Sum(list => list.Items.Count)];
        var counts = new int[starts.Length - 1];
        var (set, entry) = (0, 0);
        foreach (var list in found)
        {
            var from = 0;
            for (var i = 0; i < list.Counts.Count; i++)
            {
                (counts[set], starts[set]) = (list.Counts[i], entry);
                for (; from < list.Ends[i]; from++)
                {
                    items[entry++] = names[list.Items[from]];
                }

                items.AsSpan(starts[set], entry - starts[set]).Sort();
                set++;
            }
        }

        starts[set] = entry;
        return new Itemsets(starts, items, counts)
        {
            Baskets = baskets,
            Least = least,
            Items = names.Length,
        };
    }
}

/// <summary>Sets while they are found.</summary>
/// <param name="room">How many there may be.</param>
sealed class ItemsetList(ItemsetRoom room)
{
    internal List<int> Items { get; } = [];

    internal List<int> Ends { get; } = [];

    internal List<int> Counts { get; } = [];

    /// <summary>False if there are too many.</summary>
    internal bool Add(ReadOnlySpan<int> items, int count)
    {
        if (!room.Take())
        {
            return false;
        }

        Items.AddRange(items);
        Ends.Add(Items.Count);
        Counts.Add(count);
        return true;
    }
}

/// <summary>How many sets all searches together may find.</summary>
/// <param name="most">Sets.</param>
sealed class ItemsetRoom(int most)
{
    int _taken;

    /// <summary>Whether there are too many.</summary>
    internal bool IsFull => Volatile.Read(ref _taken) > most;

    /// <summary>Takes the place of a set, if there is one.</summary>
    internal bool Take() => !IsFull && Interlocked.Increment(ref _taken) <= most;
}
