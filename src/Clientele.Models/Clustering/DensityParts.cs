using System.Numerics;
using System.Runtime.InteropServices;

namespace Clientele.Models;

/// <summary>Joins all cores that are near each other, a pair of boxes at a time.</summary>
/// <remarks>
/// Most pairs need no look: boxes too far apart, boxes wholly within reach of each other, and boxes whose cores are one
/// set already, as in the midst of a cluster nearly all are.
/// </remarks>
sealed class DensityParts
{
    const int NoCore = -1;
    const int Mixed = -2;

    /// <summary>Cuts from the root to the boxes that are worked on alone, by any thread.</summary>
    const int AloneDepth = 6;

    readonly KdTree _tree;
    readonly bool[] _cores;
    readonly double _limit;
    readonly DisjointSets _sets;

    /// <summary>By group, a bit for each of the eight that is a core.</summary>
    readonly byte[] _coreBits;

    /// <summary>By node: a core of the one set that all of its cores are in, or that there is no core, or that they were in several when last looked at.</summary>
    readonly int[] _one;

    internal DensityParts(KdTree tree, bool[] cores, double limit)
    {
        (_tree, _cores, _limit) = (tree, cores, limit);
        (_sets, _one) = (new DisjointSets(tree.Rows), new int[2 * tree.Leaves]);
        _coreBits = new byte[tree.Groups];
        for (var place = 0; place < cores.Length; place++)
        {
            _coreBits[place / PackedPoints.Lanes] |= (byte)(
                (cores[place] ? 1 : 0) << (place % PackedPoints.Lanes)
            );
        }

        Array.Fill(_one, Mixed);
    }

    /// <summary>The sets of places that are connected; a place that is no core stays alone.</summary>
    internal DisjointSets Join(int threads, CancellationToken cancel)
    {
        var alone = 1 << Math.Min(AloneDepth, _tree.Depth);
        Blocks.For(alone, threads, node => Within(alone + node, new Pair(this)), cancel);
        var pair = new Pair(this);
        for (var node = alone - 1; node > 0; node--)
        {
            cancel.ThrowIfCancellationRequested();
            Across(2 * node, (2 * node) + 1, pair);
            SetOf(node);
        }

        return _sets;
    }

    void Within(int node, Pair pair)
    {
        if (node >= _tree.Leaves)
        {
            pair.Join(node, node);
        }
        else
        {
            Within(2 * node, pair);
            Within((2 * node) + 1, pair);
            Across(2 * node, (2 * node) + 1, pair);
        }

        SetOf(node);
    }

    void Across(int one, int other, Pair pair)
    {
        var (set, otherSet) = (SetOf(one), SetOf(other));
        if (set == NoCore || otherSet == NoCore || (set == otherSet && set != Mixed))
        {
            return;
        }

        var (least, most) = _tree.BoxDistances(one, other);
        if (least > _limit)
        {
            return;
        }

        if (most <= _limit)
        {
            JoinAll(one, other);
        }
        else if (one >= _tree.Leaves)
        {
            pair.Join(one, other);
        }
        else
        {
            Across(2 * one, 2 * other, pair);
            Across((2 * one) + 1, (2 * other) + 1, pair);
            Across(2 * one, (2 * other) + 1, pair);
            Across((2 * one) + 1, 2 * other, pair);
        }
    }

    /// <summary>The set that all cores under a node are in, if they are in one.</summary>
    int SetOf(int node)
    {
        if (_one[node] == Mixed)
        {
            _one[node] = node < _tree.Leaves ? OfChildren(node) : OfPlaces(node);
        }

        return _one[node] < 0 ? _one[node] : _sets.Find(_one[node]);
    }

    int OfChildren(int node)
    {
        var (left, right) = (_one[2 * node], _one[(2 * node) + 1]);
        if (left == NoCore || right == NoCore)
        {
            return left == NoCore ? right : left;
        }

        return left != Mixed && right != Mixed && _sets.Find(left) == _sets.Find(right) ? left : Mixed;
    }

    int OfPlaces(int leaf)
    {
        var first = NoCore;
        var (start, end) = _tree.PlacesOf(leaf);
        for (var place = start; place < end; place++)
        {
            if (_cores[place] && first == NoCore)
            {
                first = place;
            }
            else if (_cores[place] && _sets.Find(place) != _sets.Find(first))
            {
                return Mixed;
            }
        }

        return first;
    }

    void JoinAll(int one, int other)
    {
        var first = NoCore;
        foreach (var node in (ReadOnlySpan<int>)[one, other])
        {
            var (start, end) = _tree.PlacesOf(node);
            for (var place = start; place < end; place++)
            {
                if (_cores[place] && first != NoCore)
                {
                    _sets.Join(first, place);
                }
                else if (_cores[place])
                {
                    first = place;
                }
            }
        }
    }

    /// <summary>Looks at every core of one leaf beside every core of another; each thread has its own.</summary>
    sealed class Pair(DensityParts owner)
    {
        readonly double[] _query = owner._tree.NewQuery();

        internal void Join(int leaf, int other)
        {
            ref var query = ref MemoryMarshal.GetArrayDataReference(_query);
            var (start, end) = owner._tree.PlacesOf(leaf);
            var groups = owner._tree.LeafGroupsOf(other);
            for (var place = start; place < end; place++)
            {
                if (!owner._cores[place] || owner.SetOf(other) == owner._sets.Find(place))
                {
                    continue;
                }

                owner._tree.CopyPlace(place, _query);
                if (owner._tree.BoxDistance(ref query, other) > owner._limit)
                {
                    continue;
                }

                for (var group = groups.Start; group < groups.End; group++)
                {
                    var near = owner._tree.Within(ref query, group, owner._limit) & owner._coreBits[group];
                    for (; near != 0; near &= near - 1)
                    {
                        owner._sets.Join(
                            place,
                            (group * PackedPoints.Lanes) + BitOperations.TrailingZeroCount(near)
                        );
                    }
                }
            }
        }
    }
}
