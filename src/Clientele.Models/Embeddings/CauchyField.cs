using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>The sum over points of 1 / (1 + distance²), at any place among them, from a grid and from what is near.</summary>
/// <remarks>
/// Points are spread to 4 × 4 nodes by cubic B-splines, the grid is convolved, and places read it by the same splines; their
/// slopes give forces. The nodes are about as many as the points, so that the work does not grow with the area. The root mean
/// square error of the forces is about 1 % or less.
/// </remarks>
sealed class CauchyField(int threads)
{
    /// <summary>Least number of nodes along the longer side.</summary>
    const int LeastNodes = 40;

    /// <summary>Nodes of a square grid for each point.</summary>
    const double NodesAPoint = 2;

    /// <summary>Rows of cells that one thread spreads: more nodes than a spline reaches.</summary>
    const int CellRowsABand = 6;

    /// <summary>Farther than any reach.</summary>
    const float Nowhere = 1e10f;

    const int Group = 2 * LaneFft.Lanes;
    CauchyConvolution? _convolution;
    CauchyKernel _kernel;
    PlaneBox _box;
    float[] _grid = [];
    float _scale;

    /// <summary>The points, in the order of cells as high as the kernel's short part reaches.</summary>
    internal PlaneCells Cells { get; } = new();

    /// <summary>Takes in the points: x and y of each in turn.</summary>
    internal void Fill(float[] points, CancellationToken cancel)
    {
        var rows = Cover(points);
        Cells.Sort(points, _box, 1 / (double)_scale);
        Array.Clear(_grid, 0, CauchyConvolution.Groups(rows) * _convolution!.GroupLength);

        // A band reaches into the next: first those of even numbers, then those between, so that no two write to one node.
        var bands = (Cells.Rows + CellRowsABand - 1) / CellRowsABand;
        for (var odd = 0; odd < 2; odd++)
        {
            var first = odd;
            Blocks.For((bands - odd + 1) / 2, threads, i => Spread((2 * i) + first), cancel);
        }

        _convolution.Run(_grid, rows, threads, cancel);
    }

    /// <summary>The sum at a place, and Σⱼ (place − yⱼ) / (1 + distance²)²; a place beyond the points' box counts as on its edge.</summary>
    internal (float Sum, float ForceX, float ForceY) At(float x, float y)
    {
        x = Math.Clamp(x, _box.Left, _box.Right);
        y = Math.Clamp(y, _box.Bottom, _box.Top);
        var (sum, forceX, forceY) = OfGrid(x, y);
        if (_kernel.IsCut)
        {
            var near = OfNear(x, y);
            (sum, forceX, forceY) = (sum + near.Sum, forceX + near.ForceX, forceY + near.ForceY);
        }

        return (sum + (Cells.Order.Length * _kernel.Shift), forceX, forceY);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    (float Sum, float ForceX, float ForceY) OfGrid(float x, float y)
    {
        var (row, column, across, down) = Place(x, y);
        ref var node = ref Node(row, column);
        var (weights, slopes) = (SplineWeights.Of(down), SplineWeights.SlopeOf(down));
        var isWhole = row % Group <= Group - 4;
        var field = isWhole ? Vector128.LoadUnsafe(ref node) : Straddling(row, column);
        var (sum, slope) = (field * weights[0], field * slopes[0]);
        field = isWhole ? Vector128.LoadUnsafe(ref node, Group) : Straddling(row, column + 1);
        (sum, slope) = (sum + (field * weights[1]), slope + (field * slopes[1]));
        field = isWhole ? Vector128.LoadUnsafe(ref node, 2 * Group) : Straddling(row, column + 2);
        (sum, slope) = (sum + (field * weights[2]), slope + (field * slopes[2]));
        field = isWhole ? Vector128.LoadUnsafe(ref node, 3 * Group) : Straddling(row, column + 3);
        (sum, slope) = (sum + (field * weights[3]), slope + (field * slopes[3]));
        weights = SplineWeights.Of(across);
        var minusHalf = -0.5f * _scale;
        return (
            Vector128.Dot(weights, sum),
            minusHalf * Vector128.Dot(SplineWeights.SlopeOf(across), sum),
            minusHalf * Vector128.Dot(weights, slope)
        );
    }

    /// <summary>A kernel: the short parts of the points in the cells around, eight at a time.</summary>
    (float Sum, float ForceX, float ForceY) OfNear(float x, float y)
    {
        var kernel = _kernel;
        var (sum, forceX, forceY) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (row, column) = Cells.CellOf(x, y);
        ref var xs = ref MemoryMarshal.GetArrayDataReference(Cells.Xs);
        ref var ys = ref MemoryMarshal.GetArrayDataReference(Cells.Ys);
        for (var around = row - 1; around <= row + 1; around++)
        {
            var (i, end) = Cells.Around(around, column);
            for (; i < end; i += 8)
            {
                var dx = Vector256.Create(x) - Vector256.LoadUnsafe(ref xs, (nuint)i);
                var dy = Vector256.Create(y) - Vector256.LoadUnsafe(ref ys, (nuint)i);
                if (end - i < 8)
                {
                    // Points after the end are put beyond reach.
                    var isIn = Vector256.LessThan(
                        Vector256<float>.Indices,
                        Vector256.Create((float)(end - i))
                    );
                    dx = Vector256.ConditionalSelect(isIn, dx, Vector256.Create(Nowhere));
                }

                kernel.AddShort(dx, dy, ref sum, ref forceX, ref forceY);
            }
        }

        return (Vector256.Sum(sum), Vector256.Sum(forceX), Vector256.Sum(forceY));
    }

    /// <summary>Lays the grid under the points, and says how many rows of it they need.</summary>
    int Cover(ReadOnlySpan<float> points)
    {
        _box = PlaneBox.Of(points);
        var nodes = Math.Max(LeastNodes, Math.Sqrt(NodesAPoint * points.Length / 2));

        // In steps of a quarter of an octave, so that a growing cloud seldom needs another kernel.
        var spacing = Math.Pow(2, Math.Floor(4 * Math.Log2(Math.Max(_box.Side, 1e-20) / nodes)) / 4);
        (_scale, _kernel) = ((float)(1 / spacing), new CauchyKernel(spacing));
        var rows = (int)((_box.Right - _box.Left) * _scale) + 4;
        var columns = (int)((_box.Top - _box.Bottom) * _scale) + 4;
        if (
            _convolution == null
            || _convolution.Spacing != spacing
            || _convolution.Rows < rows
            || _convolution.Columns < columns
        )
        {
            _convolution = new CauchyConvolution(rows, columns, spacing, threads);
        }

        var length = CauchyConvolution.Groups(rows) * _convolution.GroupLength;
        if (_grid.Length < length)
        {
            _grid = new float[length];
        }

        return rows;
    }

    void Spread(int band)
    {
        var first = band * CellRowsABand * Cells.Columns;
        var last = Math.Min((band + 1) * CellRowsABand, Cells.Rows) * Cells.Columns;
        for (var i = Cells.Starts[first]; i < Cells.Starts[last]; i++)
        {
            var (row, column, across, down) = Place(Cells.Xs[i], Cells.Ys[i]);
            var (weights, others) = (SplineWeights.Of(across), SplineWeights.Of(down));
            Add(row, column, weights * others[0]);
            Add(row, column + 1, weights * others[1]);
            Add(row, column + 2, weights * others[2]);
            Add(row, column + 3, weights * others[3]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Add(int row, int column, Vector128<float> charges)
    {
        ref var node = ref Node(row, column);
        if (row % Group <= Group - 4)
        {
            (Vector128.LoadUnsafe(ref node) + charges).StoreUnsafe(ref node);
        }
        else
        {
            AddStraddling(row, column, charges);
        }
    }

    /// <summary>The first of four nodes in each direction, and how far beyond the second a place lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    (int Row, int Column, float Across, float Down) Place(float x, float y)
    {
        var (across, down) = ((x - _box.Left) * _scale, (y - _box.Bottom) * _scale);
        var (row, column) = ((int)across, (int)down);
        return (row, column, across - row, down - column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref float Node(int row, int column) =>
        ref _grid[(row / Group * _convolution!.GroupLength) + (column * Group) + (row % Group)];

    /// <summary>Four rows, of which the last lie in the next group.</summary>
    Vector128<float> Straddling(int row, int column) =>
        Vector128.Create(
            Node(row, column),
            Node(row + 1, column),
            Node(row + 2, column),
            Node(row + 3, column)
        );

    void AddStraddling(int row, int column, Vector128<float> charges)
    {
        for (var i = 0; i < 4; i++)
        {
            Node(row + i, column) += charges[i];
        }
    }
}
