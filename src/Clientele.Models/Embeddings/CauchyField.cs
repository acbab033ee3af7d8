using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>The sum over points of 1 / (1 + distance²), at any place among them, from a grid.</summary>
/// <remarks>
/// Points are spread to 4 × 4 nodes by cubic B-splines, the grid is convolved, and places read it by the same splines; their
/// slopes give forces. The error falls with the third power of the spacing: about 1 % of the root mean square force at ½.
/// </remarks>
sealed class CauchyField(double spacing, int threads)
{
    /// <summary>Widest distance between nodes that shows in no picture.</summary>
    internal const double Spacing = 0.5;

    /// <summary>Least number of nodes along the longer side: a small cloud needs a finer grid.</summary>
    const int LeastNodes = 40;

    const int Group = 2 * LaneFft.Lanes;
    CauchyConvolution? _convolution;
    float[] _grid = [];
    float _left;
    float _bottom;
    float _scale;

    /// <summary>Points in the order of the groups of grid rows that they lie in.</summary>
    internal int[] Order { get; private set; } = [];

    /// <summary>Where in <see cref="Order"/> each group begins, and the end.</summary>
    internal int[] Starts { get; private set; } = [];

    /// <summary>Number of groups.</summary>
    internal int Groups => Starts.Length - 1;

    /// <summary>Takes in the points: x and y of each in turn.</summary>
    internal void Fill(float[] points, CancellationToken cancel)
    {
        var (rows, columns) = Cover(points);
        Sort(points, CauchyConvolution.Groups(rows));
        Array.Clear(_grid, 0, Groups * _convolution!.GroupLength);

        // A group reaches into the next: first those of even numbers, then those between, so that no two write to one.
        for (var odd = 0; odd < 2; odd++)
        {
            var first = odd;
            Blocks.For(
                (Groups - odd + 1) / 2,
                threads,
                i => Spread(points, (2 * i) + first),
                cancel
            );
        }

        _convolution.Run(_grid, rows, threads, cancel);
    }

    /// <summary>The sum at a place within the points' box, and Σⱼ (place − yⱼ) / (1 + distance²)².</summary>
    internal (float Sum, float ForceX, float ForceY) At(float x, float y)
    {
        var (row, column, across, down) = Place(x, y);
        ref var node = ref Node(row, column);
        var (weights, slopes) = (SplineWeights.Of(down), SplineWeights.SlopeOf(down));
        var lane = row % Group;
        var (sum, slope) = (Vector128<float>.Zero, Vector128<float>.Zero);
        for (var i = 0; i < 4; i++)
        {
            var field = lane <= Group - 4 ? Vector128.LoadUnsafe(ref node) : Straddling(ref node, lane);
            sum += field * weights[i];
            slope += field * slopes[i];
            node = ref Unsafe.Add(ref node, Group);
        }

        weights = SplineWeights.Of(across);
        var minusHalf = -0.5f * _scale;
        return (
            Vector128.Dot(weights, sum) + (Order.Length * _convolution!.Shift),
            minusHalf * Vector128.Dot(SplineWeights.SlopeOf(across), sum),
            minusHalf * Vector128.Dot(weights, slope)
        );
    }

    /// <summary>Lays the grid under the points, and says how much of it they need.</summary>
    (int Rows, int Columns) Cover(ReadOnlySpan<float> points)
    {
        var (left, right, bottom, top) = Box(points);
        var side = Math.Max(Math.Max(right - left, top - bottom), 1e-20);

        // In steps of a quarter of an octave, so that a growing cloud seldom needs another kernel.
        var step = Math.Pow(2, Math.Floor(4 * Math.Log2(side / LeastNodes)) / 4);
        var distance = Math.Min(spacing, step);
        (_left, _bottom, _scale) = (left, bottom, (float)(1 / distance));
        var rows = (int)((right - left) * _scale) + 4;
        var columns = (int)((top - bottom) * _scale) + 4;
        if (
            _convolution == null
            || _convolution.Spacing != distance
            || _convolution.Rows < rows
            || _convolution.Columns < columns
        )
        {
            _convolution = new CauchyConvolution(rows, columns, distance, threads);
        }

        var length = CauchyConvolution.Groups(rows) * _convolution.GroupLength;
        if (_grid.Length < length)
        {
            _grid = new float[length];
        }

        return (rows, columns);
    }

    static (float Left, float Right, float Bottom, float Top) Box(ReadOnlySpan<float> points)
    {
        var (left, right, bottom, top) = (points[0], points[0], points[1], points[1]);
        for (var i = 2; i < points.Length; i += 2)
        {
            (left, right) = (Math.Min(left, points[i]), Math.Max(right, points[i]));
            (bottom, top) = (Math.Min(bottom, points[i + 1]), Math.Max(top, points[i + 1]));
        }

        return (left, right, bottom, top);
    }

    void Sort(ReadOnlySpan<float> points, int groups)
    {
        var count = points.Length / 2;
        Order = Order.Length == count ? Order : new int[count];
        Starts = new int[groups + 1];
        for (var i = 0; i < count; i++)
        {
            Starts[((int)((points[2 * i] - _left) * _scale) / Group) + 1]++;
        }

        for (var group = 0; group < groups; group++)
        {
            Starts[group + 1] += Starts[group];
        }

        var next = Starts.ToArray();
        for (var i = 0; i < count; i++)
        {
            Order[next[(int)((points[2 * i] - _left) * _scale) / Group]++] = i;
        }
    }

    void Spread(ReadOnlySpan<float> points, int group)
    {
        foreach (var point in Order.AsSpan(Starts[group]..Starts[group + 1]))
        {
            var (row, column, across, down) = Place(points[2 * point], points[(2 * point) + 1]);
            ref var node = ref Node(row, column);
            var (weights, others) = (SplineWeights.Of(across), SplineWeights.Of(down));
            var lane = row % Group;
            for (var i = 0; i < 4; i++)
            {
                var charge = weights * others[i];
                if (lane <= Group - 4)
                {
                    (Vector128.LoadUnsafe(ref node) + charge).StoreUnsafe(ref node);
                }
                else
                {
                    SpreadStraddling(ref node, lane, charge);
                }

                node = ref Unsafe.Add(ref node, Group);
            }
        }
    }

    /// <summary>The first of four nodes in each direction, and how far beyond the second a place lies.</summary>
    (int Row, int Column, float Across, float Down) Place(float x, float y)
    {
        var (across, down) = ((x - _left) * _scale, (y - _bottom) * _scale);
        var (row, column) = ((int)across, (int)down);
        return (row, column, across - row, down - column);
    }

    ref float Node(int row, int column) =>
        ref _grid[(row / Group * _convolution!.GroupLength) + (column * Group) + (row % Group)];

    /// <summary>Four rows, of which the last lie in the next group.</summary>
    Vector128<float> Straddling(ref float node, int lane) =>
        Vector128.Create(
            node,
            RowAfter(ref node, lane, 1),
            RowAfter(ref node, lane, 2),
            RowAfter(ref node, lane, 3)
        );

    void SpreadStraddling(ref float node, int lane, Vector128<float> charge)
    {
        for (var row = 0; row < 4; row++)
        {
            RowAfter(ref node, lane, row) += charge[row];
        }
    }

    ref float RowAfter(ref float node, int lane, int row) =>
        ref Unsafe.Add(
            ref node,
            lane + row < Group ? row : row + _convolution!.GroupLength - Group
        );
}
