using System.Numerics;

namespace Clientele.Models;

/// <summary>Finds a set of items among frequent ones.</summary>
sealed class ItemsetIndex
{
    readonly Itemsets _sets;
    readonly int[] _table;

    internal ItemsetIndex(Itemsets sets)
    {
        _sets = sets;
        _table = new int[Math.Max(4, (int)BitOperations.RoundUpToPowerOf2((uint)(2 * sets.Count)))];
        Array.Fill(_table, -1);
        for (var set = 0; set < sets.Count; set++)
        {
            var place = Place(sets[set]);
            while (_table[place] >= 0)
            {
                place = (place + 1) & (_table.Length - 1);
            }

            _table[place] = set;
        }
    }

    /// <summary>Baskets that hold all of some items, which must be a frequent set.</summary>
    internal int CountOf(ReadOnlySpan<int> items)
    {
        var place = Place(items);
        while (!_sets[_table[place]].SequenceEqual(items))
        {
            place = (place + 1) & (_table.Length - 1);
        }

        return _sets.CountOf(_table[place]);
    }

    int Place(ReadOnlySpan<int> items)
    {
        var key = 0UL;
        foreach (var item in items)
        {
            key = (key ^ (uint)item) * 0x9E3779B97F4A7C15UL;
            key ^= key >> 32;
        }

        return (int)(key & (ulong)(_table.Length - 1));
    }
}
