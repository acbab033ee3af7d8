using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>The means of the clusters that are left, in a tree whose points are replaced as clusters merge.</summary>
sealed class WardMeans
{
    const int None = -1;

    readonly KdTree _tree;

    /// <summary>By place of the tree: points in its cluster; 0 once that was merged into another.</summary>
    readonly double[] _sizes;
    readonly double[] _leastSizes;

    /// <summary>By place: a point of its cluster, the height of its last merge, and whether that was in this tree.</summary>
    readonly int[] _points;
    readonly double[] _heights;
    readonly bool[] _merged;

    /// <summary>By place: its nearest when all looked, and what a merge would cost.</summary>
    readonly int[] _nearest;
    readonly double[] _costs;

    WardMeans(KdTree tree, ReadOnlySpan<double> sizes, ReadOnlySpan<int> points, ReadOnlySpan<double> heights)
    {
        _tree = tree;
        Left = tree.Rows;
        _sizes = new double[tree.Groups * PackedPoints.Lanes];
        (_points, _heights) = (new int[tree.Rows], new double[tree.Rows]);
        for (var place = 0; place < tree.Rows; place++)
        {
            var row = tree.Order[place];
            (_sizes[place], _points[place], _heights[place]) = (sizes[row], points[row], heights[row]);
        }

        (_merged, _nearest, _costs) = (new bool[tree.Rows], new int[tree.Rows], new double[tree.Rows]);
        Array.Fill(_nearest, None);
        _leastSizes = new double[2 * tree.Leaves];
        for (var node = (2 * tree.Leaves) - 1; node > 0; node--)
        {
            var (start, end) = tree.PlacesOf(node);
            _leastSizes[node] =
                node < tree.Leaves
                    ? Math.Min(_leastSizes[2 * node], _leastSizes[(2 * node) + 1])
                    : System.Numerics.Tensors.TensorPrimitives.Min<double>(_sizes.AsSpan(start, end - start));
        }
    }

    /// <summary>Clusters that are left.</summary>
    internal int Left { get; private set; }

    /// <summary>Clusters that were there when the tree was built.</summary>
    internal int Places => _tree.Rows;

    /// <summary>Every point a cluster of its own.</summary>
    internal static WardMeans Of(Matrix points, int threads, CancellationToken cancel)
    {
        var sizes = new double[points.Rows];
        Array.Fill(sizes, 1);
        var means = new WardMeans(
            new KdTree(points, threads, cancel),
            sizes,
            [.. Enumerable.Range(0, points.Rows)],
            new double[points.Rows]
        );
        means.LookAll(threads, cancel);
        return means;
    }

    /// <summary>The clusters that are left in a new tree.</summary>
    /// <returns>The means, and the new place of every old one.</returns>
    internal (WardMeans Means, int[] Moved) Rebuilt(int threads, CancellationToken cancel)
    {
        var old = Enumerable.Range(0, Places).Where(place => _sizes[place] > 0).ToArray();
        var rebuilt = new WardMeans(
            new KdTree(At(old), threads, cancel),
            [.. old.Select(place => _sizes[place])],
            [.. old.Select(place => _points[place])],
            [.. old.Select(place => _heights[place])]
        );
        var moved = new int[Places];
        for (var place = 0; place < old.Length; place++)
        {
            moved[old[rebuilt._tree.Order[place]]] = place;
        }

        foreach (var place in old.Where(Knows))
        {
            rebuilt._nearest[moved[place]] = moved[_nearest[place]];
            rebuilt._costs[moved[place]] = _costs[place];
        }

        rebuilt.LookAll(threads, cancel);
        return (rebuilt, moved);
    }

    internal double[] NewQuery() => _tree.NewQuery();

    /// <summary>The first cluster that is left, from a place on, which is moved there.</summary>
    internal int NextFrom(ref int place)
    {
        while (_sizes[place] == 0)
        {
            place++;
        }

        return place;
    }

    /// <summary>The cluster with which a merge costs least: <paramref name="before"/>, unless another costs less.</summary>
    internal int NearestTo(int cluster, int before, double[] query)
    {
        var cost = before == None ? double.PositiveInfinity : Cost(cluster, before);
        if (Knows(cluster))
        {
            return _costs[cluster] < cost ? _nearest[cluster] : before;
        }

        return Look(cluster, before, cost, query).Nearest;
    }

    /// <summary>Merges two clusters; the merged one stands at the place of the second.</summary>
    internal Dendrogram.Merge Join(int from, int to)
    {
        var (one, other) = (NewQuery(), NewQuery());
        _tree.CopyPlace(from, one);
        _tree.CopyPlace(to, other);
        var cost = Cost(from, to);
        var size = _sizes[from] + _sizes[to];
        for (var column = 0; column < _tree.Columns; column++)
        {
            other[column] += (one[column] - other[column]) * (_sizes[from] / size);
        }

        _tree.Replace(to, other);
        _tree.Remove(from);
        (_sizes[from], _sizes[to]) = (0, size);
        (_merged[from], _merged[to]) = (true, true);
        Left--;
        // Rounding must not let a cluster be made below its parts.
        _heights[to] = Math.Max(Math.Sqrt(2 * cost), Math.Max(_heights[from], _heights[to]));
        return new Dendrogram.Merge(_points[from], _points[to], _heights[to]);
    }

    /// <summary>What a merge adds to the sum of squared distances from the means.</summary>
    static double CostOf(double size, double otherSize, double squaredDistance) =>
        size * otherSize / (size + otherSize) * squaredDistance;

    double Cost(int cluster, int other) =>
        CostOf(_sizes[cluster], _sizes[other], _tree.SquaredDistance(cluster, other));

    /// <summary>Whether the nearest that was found when all looked is still the nearest.</summary>
    bool Knows(int cluster) => !_merged[cluster] && _nearest[cluster] != None && !_merged[_nearest[cluster]];

    /// <summary>The means at some places.</summary>
    Matrix At(int[] places)
    {
        var (query, means) = (NewQuery(), new Matrix(places.Length, _tree.Columns));
        for (var i = 0; i < places.Length; i++)
        {
            _tree.CopyPlace(places[i], query);
            query.AsSpan(0, _tree.Columns).CopyTo(means[i]);
        }

        return means;
    }

    void LookAll(int threads, CancellationToken cancel) =>
        _tree.ForPlaces(
            Places,
            threads,
            (place, query) =>
            {
                if (Knows(place))
                {
                    return;
                }

                var search = Look(place, None, double.PositiveInfinity, query);
                (_nearest[place], _costs[place]) = (search.Nearest, search.Cost);
            },
            cancel
        );

    Cheapest Look(int cluster, int before, double cost, double[] query)
    {
        _tree.CopyPlace(cluster, query);
        var search = new Cheapest(this, cluster, query) { Nearest = before, Cost = cost };
        _tree.Search(query, ref search);
        return search;
    }

    /// <summary>Looks for the cluster with which a merge costs least.</summary>
    struct Cheapest(WardMeans owner, int cluster, double[] query) : KdTree.ISearch
    {
        readonly double _size = owner._sizes[cluster];

        internal int Nearest { get; set; }

        internal double Cost { get; set; }

        public readonly double Bound(int node, double boxDistance) =>
            CostOf(_size, owner._leastSizes[node], boxDistance);

        public readonly bool Wants(int node, double bound) => bound < Cost;

        public void Visit(int leaf)
        {
            ref var point = ref MemoryMarshal.GetArrayDataReference(query);
            Span<double> eight = stackalloc double[PackedPoints.Lanes];
            var (start, end) = owner._tree.LeafGroupsOf(leaf);
            // Farther than this, not even the smallest cluster of the leaf costs less.
            var least = owner._leastSizes[leaf];
            var farthest = Cost * ((_size + least) / (_size * least));
            for (var group = start; group < end; group++)
            {
                var distances = owner._tree.SquaredDistances(ref point, group);
                var near = Vector512
                    .LessThan(distances, Vector512.Create(farthest))
                    .ExtractMostSignificantBits();
                if (near == 0)
                {
                    continue;
                }

                distances.CopyTo(eight);
                for (; near != 0; near &= near - 1)
                {
                    var lane = BitOperations.TrailingZeroCount(near);
                    var other = (group * PackedPoints.Lanes) + lane;
                    var cost = CostOf(_size, owner._sizes[other], eight[lane]);
                    if (cost < Cost && other != cluster && owner._sizes[other] > 0)
                    {
                        (Nearest, Cost) = (other, cost);
                    }
                }
            }
        }
    }
}
