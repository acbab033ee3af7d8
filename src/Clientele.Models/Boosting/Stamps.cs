using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Clientele.Models;

/// <summary>Slope and curvature of every row as one whole number: sums of them depend on no order.</summary>
/// <remarks>
/// The slope is in the high digits, the curvature in the low ones, each rounded so that no sum overflows: to 2^−45 of the sum of all
/// slopes for 100,000 rows that curve alike.
/// </remarks>
sealed class Stamps
{
    const int RowsABlock = 8192;

    /// <summary>Digits of a curvature beyond those of the number of rows, where they differ.</summary>
    const int Fine = 8;

    readonly long[] _stamps;
    readonly bool _flat;
    readonly int _shift;
    double _slopeScale = 1;
    double _curvatureScale = 1;

    internal Stamps(int rows, bool flat)
    {
        (_stamps, _flat) = (new long[rows], flat);
        _shift = BitOperations.Log2((uint)rows) + 1 + (flat ? 0 : Fine);
    }

    /// <summary>Curvature of a row of the mean, in whole units.</summary>
    internal double Unit { get; private set; } = 1;

    /// <summary>Takes the derivatives of a new round.</summary>
    internal void Take(double[] slopes, double[] curvatures, int threads, CancellationToken cancel)
    {
        var (slope, curvature) = Sums(slopes, curvatures, threads, cancel);
        _slopeScale = slope > 0 ? Math.ScaleB(1, 61 - _shift - Math.ILogB(slope)) : 1;
        _curvatureScale = _flat || !(curvature > 0) ? 1 : Math.ScaleB(1, _shift - 2 - Math.ILogB(curvature));
        Unit = _flat ? 1 : curvature * _curvatureScale / slopes.Length;
        ForRows(
            threads,
            (begin, end) =>
            {
                for (var row = begin; row < end; row++)
                {
                    var weight = _flat ? 1 : (long)((curvatures[row] * _curvatureScale) + 0.5);
                    _stamps[row] = ((long)Math.Round(slopes[row] * _slopeScale) << _shift) + weight;
                }
            },
            cancel
        );
    }

    /// <summary>Slope of a sum, in units that <see cref="Slope"/> ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double High(long sum) => sum >> _shift;

    /// <summary>Curvature of a sum, in whole units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double Low(long sum) => sum & ((1L << _shift) - 1);

    internal double Slope(long sum) => High(sum) / _slopeScale;

    internal double Curvature(double units) => units / _curvatureScale;

    internal long Sum(ReadOnlySpan<int> rows)
    {
        var sum = 0L;
        foreach (var row in rows)
        {
            sum += _stamps[row];
        }

        return sum;
    }

    /// <summary>Adds rows to the histograms of up to eight columns, 256 cells each.</summary>
    internal void Add(ulong[] packed, int columns, ReadOnlySpan<int> rows, Span<long> cells)
    {
        ref var cell = ref MemoryMarshal.GetReference(cells);
        ref var codes = ref MemoryMarshal.GetArrayDataReference(packed);
        ref var stamps = ref MemoryMarshal.GetArrayDataReference(_stamps);
        foreach (var row in rows)
        {
            var code = Unsafe.Add(ref codes, row);
            var stamp = Unsafe.Add(ref stamps, row);
            Unsafe.Add(ref cell, (nint)(byte)code) += stamp;
            Unsafe.Add(ref cell, (nint)(byte)(code >> 8) + 256) += stamp;
            Unsafe.Add(ref cell, (nint)(byte)(code >> 16) + 512) += stamp;
            Unsafe.Add(ref cell, (nint)(byte)(code >> 24) + 768) += stamp;
            if (columns > 4)
            {
                Unsafe.Add(ref cell, (nint)(byte)(code >> 32) + 1024) += stamp;
                Unsafe.Add(ref cell, (nint)(byte)(code >> 40) + 1280) += stamp;
                Unsafe.Add(ref cell, (nint)(byte)(code >> 48) + 1536) += stamp;
                Unsafe.Add(ref cell, (nint)(code >> 56) + 1792) += stamp;
            }
        }
    }

    (double Slope, double Curvature) Sums(
        double[] slopes,
        double[] curvatures,
        int threads,
        CancellationToken cancel
    )
    {
        var parts = new (double Slope, double Curvature)[(slopes.Length + RowsABlock - 1) / RowsABlock];
        ForRows(
            threads,
            (begin, end) =>
                parts[begin / RowsABlock] = (
                    System.Numerics.Tensors.TensorPrimitives.SumOfMagnitudes<double>(
                        slopes.AsSpan(begin..end)
                    ),
                    _flat
                        ? 0
                        : System.Numerics.Tensors.TensorPrimitives.Sum<double>(curvatures.AsSpan(begin..end))
                ),
            cancel
        );
        return (parts.Sum(p => p.Slope), parts.Sum(p => p.Curvature));
    }

    internal void ForRows(int threads, Action<int, int> body, CancellationToken cancel) =>
        Blocks.For(
            (_stamps.Length + RowsABlock - 1) / RowsABlock,
            threads,
            block => body(block * RowsABlock, Math.Min((block + 1) * RowsABlock, _stamps.Length)),
            cancel
        );
}
