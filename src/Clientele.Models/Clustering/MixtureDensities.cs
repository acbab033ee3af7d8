using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>The densities of a mixture, eight points at a time.</summary>
/// <remarks>
/// log w − ½·(d·ln 2π + ln|Σ| + |L⁻¹(x − μ)|²) with Σ = L·Lᵀ. Two rows of L⁻¹ are worked on at once; they lie column
/// after column, so that a deviation is read once for both.
/// </remarks>
sealed class MixtureDensities
{
    /// <summary>Below this logarithm a share of a point is rounding error, and counts as 0.</summary>
    const double Negligible = -50;

    readonly double[] _constants;
    readonly double[] _means;
    readonly double[] _whiteners;
    readonly int _stride;
    readonly bool _diagonal;

    internal MixtureDensities(Mixture mixture, CovarianceShape shape)
    {
        (Components, Columns) = (mixture.Means.Rows, mixture.Means.Columns);
        _diagonal = shape is CovarianceShape.Diagonal or CovarianceShape.Spherical;
        _means = mixture.Means.Values.ToArray();
        _constants = new double[Components];
        _stride = _diagonal ? Columns : (Columns + 1) * (Columns + 1);
        _whiteners = new double[Components * _stride];
        for (var c = 0; c < Components; c++)
        {
            var lower = Cholesky.Factor(mixture.Covariances[c])!;
            _constants[c] =
                Math.Log(mixture.Weights[c])
                - (0.5 * ((Columns * Math.Log(2 * Math.PI)) + Cholesky.LogDeterminant(lower)));
            Pack(Cholesky.Inverse(lower), _whiteners.AsSpan(c * _stride, _stride));
        }
    }

    internal int Components { get; }

    internal int Columns { get; }

    /// <summary>Shares of the components in eight points, which add up to 1 a point, and the log-likelihoods of the points.</summary>
    /// <param name="points">Eight points, column after column.</param>
    /// <param name="deviations">Scratch: d + 1 vectors.</param>
    /// <param name="shares">k vectors to fill.</param>
    internal Vector512<double> Shares(
        ref double points,
        Span<Vector512<double>> deviations,
        Span<Vector512<double>> shares
    )
    {
        var most = Vector512.Create(double.NegativeInfinity);
        for (var c = 0; c < shares.Length; c++)
        {
            Deviate(ref points, c, deviations);
            var squared = _diagonal ? Diagonal(c, deviations) : Triangular(c, deviations);
            shares[c] = Vector512.Create(_constants[c]) - (squared * 0.5);
            most = Vector512.MaxNative(most, shares[c]);
        }

        var sum = Vector512<double>.Zero;
        for (var c = 0; c < shares.Length; c++)
        {
            var log = shares[c] - most;
            var counts = Vector512.GreaterThan(log, Vector512.Create(Negligible));
            shares[c] =
                counts == Vector512<double>.Zero ? Vector512<double>.Zero : Vector512.Exp(log) & counts;
            sum += shares[c];
        }

        for (var c = 0; c < shares.Length; c++)
        {
            shares[c] /= sum;
        }

        return most + Vector512.Log(sum);
    }

    /// <summary>Deviations of eight points from the mean of a component.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Deviate(ref double points, int component, Span<Vector512<double>> deviations)
    {
        ref var mean = ref _means[component * Columns];
        ref var deviation = ref MemoryMarshal.GetReference(deviations);
        for (var j = 0; j < Columns; j++)
        {
            Unsafe.Add(ref deviation, j) =
                Vector512.LoadUnsafe(ref points, (nuint)(j * PackedPoints.Lanes))
                - Vector512.Create(Unsafe.Add(ref mean, j));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector512<double> Triangular(int component, Span<Vector512<double>> deviations)
    {
        ref var row = ref _whiteners[component * _stride];
        ref var deviation = ref MemoryMarshal.GetReference(deviations);
        var squares = Vector512<double>.Zero;
        for (var i = 0; i < Columns; i += 2)
        {
            var (one, two) = (Vector512<double>.Zero, Vector512<double>.Zero);
            for (var j = 0; j < i + 2; j++)
            {
                var d = Unsafe.Add(ref deviation, j);
                one = Vector512.FusedMultiplyAdd(d, Vector512.Create(row), one);
                two = Vector512.FusedMultiplyAdd(d, Vector512.Create(Unsafe.Add(ref row, 1)), two);
                row = ref Unsafe.Add(ref row, 2);
            }

            squares = Vector512.FusedMultiplyAdd(one, one, squares);
            squares = Vector512.FusedMultiplyAdd(two, two, squares);
        }

        return squares;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector512<double> Diagonal(int component, Span<Vector512<double>> deviations)
    {
        var squares = Vector512<double>.Zero;
        for (var j = 0; j < Columns; j++)
        {
            var scaled = deviations[j] * _whiteners[(component * _stride) + j];
            squares = Vector512.FusedMultiplyAdd(scaled, scaled, squares);
        }

        return squares;
    }

    void Pack(Matrix whitener, Span<double> target)
    {
        var next = 0;
        for (var i = 0; i < Columns; i += _diagonal ? 1 : 2)
        {
            if (_diagonal)
            {
                target[next++] = whitener[i][i];
                continue;
            }

            // An odd last row is paired with zeros, and read one column further than there is: that one is 0 too.
            for (var j = 0; j < i + 2; j++)
            {
                target[next++] = j < Columns ? whitener[i][j] : 0;
                target[next++] = j < Columns && i + 1 < Columns ? whitener[i + 1][j] : 0;
            }
        }
    }
}
