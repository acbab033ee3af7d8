using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>The shortest tree that joins all points, where two points are as far apart as they lie or as either is from its own neighbors.</summary>
/// <remarks>
/// Borůvka's rounds: every part looks for its nearest point of another part, until one part is left. A search leaves out
/// boxes that lie wholly in its own part, that are farther than the nearest found by any point of the part, or whose
/// points are all too lonely; what a point found stays with it until it is joined to it.
/// Source: Borůvka (1926); McInnes and Healy (2017), "Accelerated Hierarchical Density Based Clustering".
/// </remarks>
sealed class SpanningTree
{
    /// <summary>The best of a part that does not look for another: less than any weight.</summary>
    const double Taken = -1;

    readonly KdTree _tree;
    readonly NeighborGraph _near;
    readonly int _threads;

    /// <summary>Squared distance of every place to its own neighbors; infinite for the filling.</summary>
    readonly double[] _core;
    readonly double[] _leastCore;
    readonly DisjointSets _parts;
    readonly int[] _part;
    readonly int[] _nodePart;

    /// <summary>By part, the bits of the least squared weight found so far in this round.</summary>
    readonly long[] _best;

    /// <summary>By place: no point of another part is nearer than this.</summary>
    readonly double[] _reach;
    readonly int[] _found;
    readonly double[] _weight;
    readonly bool[] _exact;

    SpanningTree(KdTree tree, NeighborGraph near, double[] core, int threads)
    {
        (_tree, _near, _core, _threads) = (tree, near, core, threads);
        _leastCore = new double[2 * tree.Leaves];
        _nodePart = new int[2 * tree.Leaves];
        (_parts, _part) = (new DisjointSets(tree.Rows), new int[core.Length]);
        _best = new long[tree.Rows];
        (_reach, _weight) = (new double[tree.Rows], new double[tree.Rows]);
        (_found, _exact) = (new int[tree.Rows], new bool[tree.Rows]);
        Array.Fill(_found, -1);
        foreach (var node in Enumerable.Range(1, (2 * tree.Leaves) - 1).Reverse())
        {
            var (start, end) = tree.PlacesOf(node);
            _leastCore[node] =
                node < tree.Leaves
                    ? Math.Min(_leastCore[2 * node], _leastCore[(2 * node) + 1])
                    : System.Numerics.Tensors.TensorPrimitives.Min<double>(core.AsSpan(start, end - start));
        }
    }

    /// <summary>The edges, between places of the tree, in no order that matters.</summary>
    /// <param name="tree">The points.</param>
    /// <param name="near">Some nearest others of every place, with squared distances.</param>
    /// <param name="core">One a place: squared distance below which it is joined to nothing; 0 for plain distances.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the edges.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    internal static IReadOnlyList<Edge> Of(
        KdTree tree,
        NeighborGraph near,
        ReadOnlySpan<double> core,
        int threads,
        CancellationToken cancel
    )
    {
        var padded = new double[tree.Groups * PackedPoints.Lanes];
        Array.Fill(padded, double.PositiveInfinity);
        core.CopyTo(padded);
        return new SpanningTree(tree, near, padded, threads).Join(cancel);
    }

    List<Edge> Join(CancellationToken cancel)
    {
        var edges = new List<Edge>(_tree.Rows);
        while (edges.Count < _tree.Rows - 1)
        {
            Renew();
            _tree.ForPlaces(_tree.Rows, _threads, (place, _) => Recall(place), cancel);
            _tree.ForPlaces(_tree.Rows, _threads, Look, cancel);
            Add(edges);
        }

        return edges;
    }

    /// <summary>Parts of places and nodes as they are now.</summary>
    void Renew()
    {
        for (var place = 0; place < _tree.Rows; place++)
        {
            _part[place] = _parts.Find(place);
        }

        for (var node = (2 * _tree.Leaves) - 1; node > 0; node--)
        {
            if (node < _tree.Leaves)
            {
                var (left, right) = (_nodePart[2 * node], _nodePart[(2 * node) + 1]);
                _nodePart[node] = left == right ? left : -1;
                continue;
            }

            var (start, end) = _tree.PlacesOf(node);
            var first = _part[start];
            _nodePart[node] = _part.AsSpan(start, end - start).ContainsAnyExcept(first) ? -1 : first;
        }

        ChooseParts();
    }

    /// <summary>Decides which parts look for others in this round: small ones, for they have few points that must search.</summary>
    /// <remarks>
    /// A large part waits to be found, and the largest never looks; so the last rounds, whose searches go far, are not
    /// done by nearly every point. Twice the smallest size is enough to double that size with each round.
    /// </remarks>
    void ChooseParts()
    {
        var (smallest, largest) = (int.MaxValue, 0);
        for (var place = 0; place < _tree.Rows; place++)
        {
            if (_part[place] == place)
            {
                smallest = Math.Min(smallest, _parts.Size(place));
                largest = _parts.Size(place) > _parts.Size(largest) ? place : largest;
            }
        }

        var most = Math.Max(2 * smallest, _tree.Rows / 64);
        for (var place = 0; place < _tree.Rows; place++)
        {
            var looks = _parts.Size(place) <= most && _part[place] != _part[largest];
            _best[place] = BitConverter.DoubleToInt64Bits(looks ? double.PositiveInfinity : Taken);
        }
    }

    /// <summary>What a place knows without a search: what it found before, or the best of its near ones.</summary>
    void Recall(int place)
    {
        if (_exact[place] && _part[_found[place]] != _part[place])
        {
            Offer(_part[place], _weight[place]);
            return;
        }

        var (found, weight) = (-1, double.PositiveInfinity);
        var indices = _near.IndicesOf(place);
        var distances = _near.DistancesOf(place);
        for (var i = 0; i < indices.Length; i++)
        {
            var one = Math.Max(distances[i], Math.Max(_core[place], _core[indices[i]]));
            if (one < weight && _part[indices[i]] != _part[place])
            {
                (found, weight) = (indices[i], one);
            }
        }

        _reach[place] = Math.Max(_reach[place], Math.Max(_core[place], distances[^1]));
        (_found[place], _weight[place], _exact[place]) = (found, weight, weight <= _reach[place]);
        Offer(_part[place], weight);
    }

    /// <summary>Searches for the nearest point of another part, unless one is known or cannot be the nearest of the part.</summary>
    void Look(int place, double[] query)
    {
        var part = _part[place];
        if (_exact[place] || _reach[place] > Best(part))
        {
            return;
        }

        _tree.CopyPlace(place, query);
        var search = new Outside(this, place, query);
        _tree.Search(query, ref search);
        (_found[place], _weight[place]) = (search.Found, search.Weight);
        Offer(part, search.Weight);

        // A box may have been left out for what another point found, but none that holds anything below that.
        var best = Best(part);
        _exact[place] = search.Weight <= best;
        _reach[place] = Math.Max(_reach[place], Math.Min(search.Weight, best));
    }

    /// <summary>Joins every part to its nearest; of equally near ones the first place's.</summary>
    void Add(List<Edge> edges)
    {
        for (var place = 0; place < _tree.Rows; place++)
        {
            var part = _part[place];
            if (_found[place] >= 0 && _weight[place] == Best(part))
            {
                // Taken: no later place of this part may join.
                _best[part] = BitConverter.DoubleToInt64Bits(Taken);
                if (_parts.Join(place, _found[place]))
                {
                    edges.Add(new Edge(place, _found[place], _weight[place]));
                }
            }
        }
    }

    double Best(int part) => BitConverter.Int64BitsToDouble(Volatile.Read(ref _best[part]));

    /// <summary>Lowers the best of a part. The bits of numbers from 0 on are in the order of the numbers.</summary>
    void Offer(int part, double weight)
    {
        var bits = BitConverter.DoubleToInt64Bits(weight);
        var seen = Volatile.Read(ref _best[part]);
        while (bits < seen)
        {
            var before = Interlocked.CompareExchange(ref _best[part], bits, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    /// <summary>An edge between two places, with its squared weight.</summary>
    internal readonly record struct Edge(int From, int To, double Weight);

    /// <summary>Looks for the nearest point of another part.</summary>
    struct Outside(SpanningTree owner, int place, double[] query) : KdTree.ISearch
    {
        readonly int _part = owner._part[place];
        readonly double _own = owner._core[place];

        internal int Found { get; private set; } = owner._found[place];

        internal double Weight { get; private set; } = owner._weight[place];

        public readonly double Bound(int node, double boxDistance) =>
            Math.Max(boxDistance, Math.Max(_own, owner._leastCore[node]));

        // Strictly above the part's best: so the first place with the least weight is found whatever other threads found.
        public readonly bool Wants(int node, double bound) =>
            bound < Weight && owner._nodePart[node] != _part && bound <= owner.Best(_part);

        public void Visit(int leaf)
        {
            ref var point = ref MemoryMarshal.GetArrayDataReference(query);
            ref var core = ref MemoryMarshal.GetArrayDataReference(owner._core);
            Span<double> eight = stackalloc double[PackedPoints.Lanes];
            var (start, end) = owner._tree.LeafGroupsOf(leaf);
            var limit = Math.Min(Weight, Math.BitIncrement(owner.Best(_part)));
            for (var group = start; group < end; group++)
            {
                var weights = Vector512.Max(
                    Vector512.Max(owner._tree.SquaredDistances(ref point, group), Vector512.Create(_own)),
                    Vector512.LoadUnsafe(ref core, (nuint)(group * PackedPoints.Lanes))
                );
                var near =
                    Vector512.LessThan(weights, Vector512.Create(limit)).ExtractMostSignificantBits()
                    & ~Own(group);
                if (near == 0)
                {
                    continue;
                }

                weights.CopyTo(eight);
                for (; near != 0; near &= near - 1)
                {
                    var lane = System.Numerics.BitOperations.TrailingZeroCount(near);
                    var other = (group * PackedPoints.Lanes) + lane;
                    if (eight[lane] < limit)
                    {
                        (Found, Weight, limit) = (other, eight[lane], eight[lane]);
                    }
                }
            }
        }

        /// <summary>A bit for each of a group that is of the own part.</summary>
        readonly ulong Own(int group) =>
            Vector256
                .Equals(
                    Vector256.LoadUnsafe(
                        ref MemoryMarshal.GetArrayDataReference(owner._part),
                        (nuint)(group * PackedPoints.Lanes)
                    ),
                    Vector256.Create(_part)
                )
                .ExtractMostSignificantBits();
    }
}
