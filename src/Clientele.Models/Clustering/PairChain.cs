using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Merges by distances of all pairs, which are kept: average and complete linkage.</summary>
static class PairChain
{
    /// <summary>Most points whose distances are kept in double precision: 400 MB of them.</summary>
    internal const int DoubleRows = 10_000;

    /// <summary>All merges of points, with distances kept as <typeparamref name="T"/>.</summary>
    internal static IReadOnlyList<Dendrogram.Merge> Merges<T>(
        Matrix points,
        AgglomerativeOptions options,
        CancellationToken cancel
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new PairChain<T>(points, options.Linkage == Linkage.Complete, options.Threads, cancel).Run(cancel);
}

/// <summary>The nearest-neighbor chain: from a cluster to its nearest, and on, until two are each other's nearest and merge.</summary>
/// <remarks>O(n²) time and n²/2 distances. Source: Murtagh (1983), The Computer Journal 26(4); updates by Lance and Williams (1967).</remarks>
sealed class PairChain<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Distance of row i to row j below i, at i(i−1)/2 + j.</summary>
    readonly T[] _distances;
    readonly int[] _sizes;
    readonly double[] _heights;
    readonly int[] _chain;
    readonly bool _complete;

    /// <summary>Clusters that are left, ascending; a cluster stands at the last of its rows.</summary>
    readonly int[] _left;
    int _count;
    int _links;

    internal PairChain(Matrix points, bool complete, int threads, CancellationToken cancel)
    {
        _complete = complete;
        _count = points.Rows;
        _sizes = new int[_count];
        Array.Fill(_sizes, 1);
        (_heights, _chain, _left) = (new double[_count], new int[_count], [.. Enumerable.Range(0, _count)]);
        _distances = GC.AllocateUninitializedArray<T>(Start(_count));
        var packed = new PackedPoints(points, threads);
        Blocks.For(_count, threads, row => Measure(points, packed, row), cancel);
    }

    internal IReadOnlyList<Dendrogram.Merge> Run(CancellationToken cancel)
    {
        var merges = new List<Dendrogram.Merge>(_count - 1);
        while (_count > 1)
        {
            cancel.ThrowIfCancellationRequested();
            if (_links == 0)
            {
                _chain[_links++] = _left[0];
            }

            var last = _chain[_links - 1];
            var before = _links > 1 ? _chain[_links - 2] : -1;
            var (nearest, distance) = NearestTo(last, before);
            if (nearest == before)
            {
                _links -= 2;
                merges.Add(
                    Join(Math.Min(last, before), Math.Max(last, before), double.CreateChecked(distance))
                );
            }
            else
            {
                _chain[_links++] = nearest;
            }
        }

        return merges;
    }

    static int Start(int row) => checked((int)((long)row * (row - 1) / 2));

    ref T Distance(int one, int other) =>
        ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(_distances),
            one > other ? Start(one) + other : Start(other) + one
        );

    void Measure(Matrix points, PackedPoints packed, int row)
    {
        Span<double> eight = stackalloc double[PackedPoints.Lanes];
        var target = _distances.AsSpan(Start(row), row);
        for (var group = 0; group * PackedPoints.Lanes < row; group++)
        {
            var sum = Vector512<double>.Zero;
            for (var column = 0; column < points.Columns; column++)
            {
                var x = Vector512.LoadUnsafe(ref packed[group], (nuint)(column * PackedPoints.Lanes));
                sum = Nearest.AddSquare(x, points[row][column], sum);
            }

            Vector512.Sqrt(sum).CopyTo(eight);
            var first = group * PackedPoints.Lanes;
            for (var lane = 0; lane < Math.Min(PackedPoints.Lanes, row - first); lane++)
            {
                target[first + lane] = T.CreateTruncating(eight[lane]);
            }
        }
    }

    /// <summary>The nearest of the clusters that are left: the one before it in the chain, if none is nearer, else the first.</summary>
    (int Nearest, T Distance) NearestTo(int cluster, int before)
    {
        var nearest = before;
        var least = before < 0 ? T.PositiveInfinity : Distance(cluster, before);
        foreach (var other in _left.AsSpan(0, _count))
        {
            if (other != cluster && Distance(cluster, other) < least)
            {
                (nearest, least) = (other, Distance(cluster, other));
            }
        }

        return (nearest, least);
    }

    /// <summary>Puts a cluster into another and updates the distances of the others.</summary>
    Dendrogram.Merge Join(int from, int to, double height)
    {
        var place = Array.BinarySearch(_left, 0, _count, from);
        Array.Copy(_left, place + 1, _left, place, _count - place - 1);
        _count--;
        var (one, other) = (T.CreateChecked(_sizes[from]), T.CreateChecked(_sizes[to]));
        foreach (var cluster in _left.AsSpan(0, _count))
        {
            if (cluster != to)
            {
                var (a, b) = (Distance(cluster, from), Distance(cluster, to));
                Distance(cluster, to) = _complete ? T.Max(a, b) : ((one * a) + (other * b)) / (one + other);
            }
        }

        _sizes[to] += _sizes[from];
        // Rounding must not let a cluster be made below its parts.
        _heights[to] = Math.Max(height, Math.Max(_heights[from], _heights[to]));
        return new Dendrogram.Merge(from, to, _heights[to]);
    }
}
