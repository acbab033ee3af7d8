using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Points in a tree of boxes, so that a search near a place looks at few of them. Euclidean.</summary>
/// <remarks>
/// A perfect binary tree over groups of eight points: a box is cut at the middle group along its longest side. A search
/// computes squared distances eight at a time and leaves out boxes that lie too far away. O(n·log n) to build; searches
/// are fast up to about a dozen columns, and become comparisons with every point beyond.
/// Source: Bentley (1975), "Multidimensional Binary Search Trees"; Friedman, Bentley and Finkel (1977).
/// </remarks>
public sealed partial class KdTree
{
    /// <summary>Groups of eight points a leaf, at most.</summary>
    const int LeafGroups = 8;

    /// <summary>Takes the rounding out of a bound: points at exactly a distance are never lost to another order of sums.</summary>
    const double Slack = 1 - 1e-12;

    readonly double[] _boxes;
    readonly int[] _leafStarts;
    readonly int[] _rows;
    readonly int[] _leastRows;
    readonly PackedPoints _points;
    readonly int _stride;

    /// <summary>Builds the tree.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the tree.</param>
    /// <param name="cancel">Looked at between levels.</param>
    /// <exception cref="ArgumentException">There is no row, or a value is not finite.</exception>
    public KdTree(Matrix points, int threads = 1, CancellationToken cancel = default)
    {
        Require.Finite(points, "A tree of points");
        _stride = (points.Columns + PackedPoints.Lanes - 1) / PackedPoints.Lanes * PackedPoints.Lanes;
        var groups = (points.Rows + PackedPoints.Lanes - 1) / PackedPoints.Lanes;
        while (((groups - 1) >> Depth) + 1 > LeafGroups)
        {
            Depth++;
        }

        Leaves = 1 << Depth;
        _leafStarts =
        [
            .. Enumerable.Range(0, Leaves + 1).Select(leaf => (int)(((long)leaf * groups) >> Depth)),
        ];
        _boxes = new double[2 * Leaves * 2 * _stride];
        _leastRows = new int[2 * Leaves];
        _rows = [.. Enumerable.Range(0, points.Rows)];
        for (var depth = 0; depth <= Depth; depth++)
        {
            Blocks.For(1 << depth, threads, node => Split(points, (1 << depth) + node), cancel);
        }

        _points = new PackedPoints(points.Take(_rows), threads);
    }

    /// <summary>Number of points.</summary>
    public int Rows => _points.Rows;

    /// <summary>Numbers a point.</summary>
    public int Columns => _points.Columns;

    /// <summary>Cuts from the root to a leaf.</summary>
    internal int Depth { get; }

    /// <summary>Number of leaves. Nodes are numbered from the root 1; node i has the children 2i and 2i + 1, and the leaves come last.</summary>
    internal int Leaves { get; }

    /// <summary>Number of groups of eight places.</summary>
    internal int Groups => _points.Groups;

    /// <summary>The rows of the points in the order of the tree: the point at place p of the leaves is row Order[p].</summary>
    internal ReadOnlySpan<int> Order => _rows;

    /// <summary>The first group of a leaf and the one after its last.</summary>
    internal (int Start, int End) LeafGroupsOf(int node) =>
        (_leafStarts[node - Leaves], _leafStarts[node - Leaves + 1]);

    /// <summary>The first place under a node and the one after its last.</summary>
    internal (int Start, int End) PlacesOf(int node)
    {
        var (first, last) = (node, node);
        while (first < Leaves)
        {
            (first, last) = (2 * first, (2 * last) + 1);
        }

        return (
            _leafStarts[first - Leaves] * PackedPoints.Lanes,
            Math.Min(_leafStarts[last - Leaves + 1] * PackedPoints.Lanes, _rows.Length)
        );
    }

    /// <summary>Room for one point as a search takes it.</summary>
    internal double[] NewQuery() => new double[_stride];

    /// <summary>Copies the point at a place of the tree to where a search takes it from.</summary>
    internal void CopyPlace(int place, double[] query) => _points.CopyRow(place, query.AsSpan(0, Columns));

    /// <summary>Squared distances from a point to the eight of a group; those of the filling mean nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<double> SquaredDistances(ref double query, int group)
    {
        ref var lanes = ref _points[group];
        var sum = Vector512<double>.Zero;
        for (var column = 0; column < Columns; column++)
        {
            var x = Vector512.LoadUnsafe(ref lanes, (nuint)(column * PackedPoints.Lanes));
            sum = Nearest.AddSquare(x, Unsafe.Add(ref query, column), sum);
        }

        return sum;
    }

    /// <summary>Squared distance between the points at two places.</summary>
    internal double SquaredDistance(int place, int other)
    {
        ref var one = ref At(place);
        ref var two = ref At(other);
        var sum = 0.0;
        for (var column = 0; column < Columns * PackedPoints.Lanes; column += PackedPoints.Lanes)
        {
            var difference = Unsafe.Add(ref one, column) - Unsafe.Add(ref two, column);
            sum = Math.FusedMultiplyAdd(difference, difference, sum);
        }

        return sum;
    }

    /// <summary>A bit for each of a group that is no farther from a point than a squared distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint Within(ref double query, int group, double limit) =>
        (uint)
            Vector512
                .LessThanOrEqual(SquaredDistances(ref query, group), Vector512.Create(limit))
                .ExtractMostSignificantBits() & ((1u << _points.Filled(group)) - 1);

    /// <summary>Squared distance from a point to the box of a node, never more than to a point in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double BoxDistance(ref double query, int node)
    {
        ref var low = ref Box(node);
        ref var high = ref Unsafe.Add(ref low, _stride);
        var sum = Vector512<double>.Zero;
        for (nuint column = 0; column < (nuint)_stride; column += PackedPoints.Lanes)
        {
            var x = Vector512.LoadUnsafe(ref query, column);
            var outside = Vector512.Max(
                Vector512.LoadUnsafe(ref low, column) - x,
                x - Vector512.LoadUnsafe(ref high, column)
            );
            outside = Vector512.Max(outside, Vector512<double>.Zero);
            sum = Vector512.FusedMultiplyAdd(outside, outside, sum);
        }

        return Vector512.Sum(sum) * Slack;
    }

    /// <summary>The least and the greatest squared distance between a point in one box and a point in another, with room for rounding.</summary>
    internal (double Least, double Most) BoxDistances(int one, int other)
    {
        ref var low = ref Box(one);
        ref var otherLow = ref Box(other);
        var (least, most) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (nuint column = 0; column < (nuint)_stride; column += PackedPoints.Lanes)
        {
            var below =
                Vector512.LoadUnsafe(ref otherLow, column)
                - Vector512.LoadUnsafe(ref low, column + (nuint)_stride);
            var above =
                Vector512.LoadUnsafe(ref low, column)
                - Vector512.LoadUnsafe(ref otherLow, column + (nuint)_stride);
            var gap = Vector512.Max(Vector512.Max(below, above), Vector512<double>.Zero);
            var span = Vector512.Max(-below, -above);
            least = Vector512.FusedMultiplyAdd(gap, gap, least);
            most = Vector512.FusedMultiplyAdd(span, span, most);
        }

        return (Vector512.Sum(least) * Slack, Vector512.Sum(most) / Slack);
    }

    /// <summary>The first number of the point at a place; the others lie eight apart.</summary>
    ref double At(int place) =>
        ref Unsafe.Add(ref _points[place / PackedPoints.Lanes], place % PackedPoints.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref double Box(int node) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_boxes), (nint)node * 2 * _stride);

    /// <summary>Finds the box of a node and, unless it is a leaf, orders its rows so that its children have their halves.</summary>
    void Split(Matrix points, int node)
    {
        var (start, end) = PlacesOf(node);
        var rows = _rows.AsSpan(start, end - start);
        var low = _boxes.AsSpan(node * 2 * _stride, points.Columns);
        var high = _boxes.AsSpan(((node * 2) + 1) * _stride, points.Columns);
        low.Fill(double.PositiveInfinity);
        high.Fill(double.NegativeInfinity);
        _leastRows[node] = int.MaxValue;
        foreach (var row in rows)
        {
            var point = points[row];
            _leastRows[node] = Math.Min(_leastRows[node], row);
            for (var column = 0; column < point.Length; column++)
            {
                low[column] = Math.Min(low[column], point[column]);
                high[column] = Math.Max(high[column], point[column]);
            }
        }

        if (node < Leaves)
        {
            KdSelection.Split(points, rows, Longest(low, high), PlacesOf(2 * node).End - start);
        }
    }

    static int Longest(ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        var longest = 0;
        for (var column = 1; column < low.Length; column++)
        {
            if (high[column] - low[column] > high[longest] - low[longest])
            {
                longest = column;
            }
        }

        return longest;
    }
}
