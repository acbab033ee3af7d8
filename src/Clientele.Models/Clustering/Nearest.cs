using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>The nearest of some centers for every point.</summary>
/// <remarks>Squared distances are sums of squared differences, not |x|² − 2xc + |c|², which loses digits far from 0.</remarks>
static class Nearest
{
    /// <summary>Rows that are packed at once, to stay in the cache, and pieces that threads share out.</summary>
    const int WindowRows = 1024;
    const int Pieces = 64;

    /// <summary>Labels of all points and the sum of the squared distances to the centers.</summary>
    internal static (int[] Labels, double Inertia) Label(
        PackedPoints points,
        Matrix centers,
        int threads,
        CancellationToken cancel
    )
    {
        var packed = new PackedCenters(centers);
        var labels = new int[points.Rows];
        var sums = new double[points.BlockCount];
        Blocks.For(
            sums.Length,
            threads,
            block =>
                sums[block] = Label(points, packed, block * points.GroupsABlock, points.End(block), labels),
            cancel
        );
        return (labels, sums.Sum());
    }

    /// <summary>The same for points that are looked at once: they are packed a window at a time.</summary>
    internal static (int[] Labels, double Inertia) Label(
        Matrix points,
        Matrix centers,
        int threads,
        CancellationToken cancel
    )
    {
        var packed = new PackedCenters(centers);
        var labels = new int[points.Rows];
        var rows = Math.Max(WindowRows, (points.Rows + Pieces - 1) / Pieces);
        var sums = new double[(points.Rows + rows - 1) / rows];
        Blocks.For(
            sums.Length,
            threads,
            piece =>
            {
                var window = new PackedPoints(Math.Min(WindowRows, points.Rows), points.Columns);
                var end = Math.Min((piece + 1) * rows, points.Rows);
                for (var from = piece * rows; from < end; from += WindowRows)
                {
                    window.Fill(points, from, Math.Min(WindowRows, end - from));
                    sums[piece] += Label(window, packed, 0, window.Groups, labels.AsSpan(from));
                }
            },
            cancel
        );
        return (labels, sums.Sum());
    }

    static double Label(PackedPoints points, PackedCenters centers, int from, int to, Span<int> labels)
    {
        var sum = 0.0;
        Span<int> group = stackalloc int[PackedPoints.Lanes];
        for (var g = from; g < to; g++)
        {
            var distances = Of(ref points[g], centers, out var nearest);
            nearest.CopyTo(group);
            group[..points.Filled(g)].CopyTo(labels[(g * PackedPoints.Lanes)..]);
            for (var lane = 0; lane < points.Filled(g); lane++)
            {
                sum += distances[lane];
            }
        }

        return sum;
    }

    /// <summary>Squared distances of eight points to their nearest centers, and which those are: the first of equally near ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Of(ref double points, PackedCenters centers, out Vector256<int> nearest)
    {
        var least = Vector512.Create(double.PositiveInfinity);
        var index = Vector512<long>.Zero;
        for (var c = 0; c < centers.Width; c += PackedCenters.Step)
        {
            var (a, b, d, e) = Four(ref points, centers, c);
            Closer(a, c, ref least, ref index);
            Closer(b, c + 1, ref least, ref index);
            Closer(d, c + 2, ref least, ref index);
            Closer(e, c + 3, ref least, ref index);
        }

        nearest = Vector512.Narrow(index, index).GetLower();
        return least;
    }

    /// <summary>Squared distances of eight points to four centers, from center c on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (
        Vector512<double> First,
        Vector512<double> Second,
        Vector512<double> Third,
        Vector512<double> Fourth
    ) Four(ref double points, PackedCenters centers, int c)
    {
        var (a, b, d, e) = (
            Vector512<double>.Zero,
            Vector512<double>.Zero,
            Vector512<double>.Zero,
            Vector512<double>.Zero
        );
        for (var column = 0; column < centers.Columns; column++)
        {
            var x = Vector512.LoadUnsafe(ref points, (nuint)(column * PackedPoints.Lanes));
            ref var center = ref Unsafe.Add(ref centers.First, ((nint)column * centers.Width) + c);
            a = AddSquare(x, center, a);
            b = AddSquare(x, Unsafe.Add(ref center, 1), b);
            d = AddSquare(x, Unsafe.Add(ref center, 2), d);
            e = AddSquare(x, Unsafe.Add(ref center, 3), e);
        }

        return (a, b, d, e);
    }

    /// <summary>sum + (x − center)².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> AddSquare(Vector512<double> x, double center, Vector512<double> sum)
    {
        var difference = x - Vector512.Create(center);
        return Vector512.FusedMultiplyAdd(difference, difference, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Closer(
        Vector512<double> distance,
        int center,
        ref Vector512<double> least,
        ref Vector512<long> index
    )
    {
        var closer = Vector512.LessThan(distance, least);
        least = Vector512.ConditionalSelect(closer, distance, least);
        index = Vector512.ConditionalSelect(closer.AsInt64(), Vector512.Create((long)center), index);
    }
}

/// <summary>Centers column after column, filled up to a multiple of four with centers infinitely far away.</summary>
sealed class PackedCenters
{
    /// <summary>Centers that are compared at once.</summary>
    internal const int Step = 4;

    readonly double[] _values;

    internal PackedCenters(Matrix centers)
    {
        Columns = centers.Columns;
        Width = (centers.Rows + Step - 1) / Step * Step;
        _values = new double[Width * Columns];
        Array.Fill(_values, double.PositiveInfinity);
        for (var c = 0; c < centers.Rows; c++)
        {
            for (var column = 0; column < Columns; column++)
            {
                _values[(column * Width) + c] = centers[c][column];
            }
        }
    }

    internal int Columns { get; }

    /// <summary>Number of centers with the filling.</summary>
    internal int Width { get; }

    internal ref double First => ref MemoryMarshal.GetArrayDataReference(_values);
}
