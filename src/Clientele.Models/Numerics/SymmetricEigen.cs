using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix, the greatest value first.</summary>
/// <param name="Values">d values, descending.</param>
/// <param name="Vectors">d × d: row by row the vectors of length 1; the first of a vector's largest numbers is positive.</param>
/// <remarks>
/// Householder's reduction to three diagonals, then QL steps with implicit shifts. O(d³).
/// Source: Golub and Van Loan, Matrix Computations, sections 8.3.1 and 8.3.3; Wilkinson's shift.
/// </remarks>
sealed record SymmetricEigen(double[] Values, Matrix Vectors)
{
    /// <summary>Steps for one value after which something is wrong; two or three are usual.</summary>
    const int MostSteps = 100;

    /// <summary>Solves for a symmetric matrix of finite numbers, which is overwritten.</summary>
    internal static SymmetricEigen Of(Matrix matrix)
    {
        var (diagonal, beside, vectors) = Tridiagonal(matrix);
        for (var first = 0; first < diagonal.Length; first++)
        {
            Settle(diagonal, beside, vectors, first);
        }

        var order = Enumerable.Range(0, diagonal.Length).OrderByDescending(i => diagonal[i]).ToArray();
        var sorted = vectors.Take(order);
        for (var row = 0; row < sorted.Rows; row++)
        {
            FixSign(sorted[row]);
        }

        return new SymmetricEigen([.. order.Select(i => diagonal[i])], sorted);
    }

    /// <summary>Turns a vector round if the first of its largest numbers is negative.</summary>
    internal static void FixSign(Span<double> vector)
    {
        // What only rounding parts is equally large: rounding must not turn a vector.
        var least = Largest(vector) * (1 - 1e-9);
        var first = 0;
        while (Math.Abs(vector[first]) < least)
        {
            first++;
        }

        if (vector[first] < 0)
        {
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] = -vector[i];
            }
        }
    }

    /// <summary>The diagonal, the numbers beside it (the last is 0), and row by row the axes in which the matrix has no others.</summary>
    static (double[] Diagonal, double[] Beside, Matrix Axes) Tridiagonal(Matrix matrix)
    {
        var size = matrix.Rows;
        var (diagonal, beside) = (new double[size], new double[size]);
        var mirrors = new Matrix(size, size);
        for (var k = 0; k < size - 1; k++)
        {
            diagonal[k] = matrix[k][k];
            beside[k] = Mirror(matrix[k][(k + 1)..], mirrors[k][(k + 1)..]);
            Reflect(matrix, mirrors[k], k + 1);
        }

        diagonal[^1] = matrix[size - 1][size - 1];
        var axes = new Matrix(size, size);
        for (var i = 0; i < size; i++)
        {
            axes[i][i] = 1;
        }

        // The axes are H₀ … Hₖ, row by row; from the last on, each works on the rows after its own only.
        for (var k = size - 2; k >= 0; k--)
        {
            var mirror = mirrors[k][(k + 1)..];
            for (var row = k + 1; row < size; row++)
            {
                var part = axes[row][(k + 1)..];
                AddScaled(part, mirror, -Dot(mirror, part));
            }
        }

        return (diagonal, beside, axes);
    }

    /// <summary>Finds the v of length √2 (or 0) for which (1 − v vᵀ) x has one number only, and returns that.</summary>
    static double Mirror(ReadOnlySpan<double> x, Span<double> v)
    {
        var scale = Largest(x);
        if (x.Length == 1 || scale == 0)
        {
            return x[0];
        }

        for (var i = 0; i < x.Length; i++)
        {
            v[i] = x[i] / scale;
        }

        var length = Math.Sqrt(Dot(v, v));
        // Away from the first number, so that nothing cancels.
        var target = v[0] > 0 ? -length : length;
        var square = length * (length + Math.Abs(v[0]));
        v[0] -= target;
        var root = Math.Sqrt(square);
        for (var i = 0; i < v.Length; i++)
        {
            v[i] /= root;
        }

        return target * scale;
    }

    /// <summary>The rest of the matrix in the mirror: A − v wᵀ − w vᵀ with w = A v − ½ (vᵀ A v) v.</summary>
    static void Reflect(Matrix matrix, ReadOnlySpan<double> mirror, int start)
    {
        var v = mirror[start..];
        var w = new double[v.Length];
        for (var i = 0; i < w.Length; i++)
        {
            w[i] = Dot(matrix[start + i][start..], v);
        }

        AddScaled(w, v, -Dot(v, w) / 2);
        for (var i = 0; i < w.Length; i++)
        {
            var row = matrix[start + i][start..];
            AddScaled(row, w, -v[i]);
            AddScaled(row, v, -w[i]);
        }
    }

    /// <summary>QL steps until the number beside one value is nothing to its neighbors.</summary>
    static void Settle(double[] diagonal, double[] beside, Matrix vectors, int first)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var end = first;
            while (end < diagonal.Length - 1 && !Negligible(diagonal, beside, end))
            {
                end++;
            }

            if (end == first)
            {
                return;
            }

            Step(diagonal, beside, vectors, (first, end));
        }
    }

    static bool Negligible(double[] diagonal, double[] beside, int i)
    {
        var around = Math.Abs(diagonal[i]) + Math.Abs(diagonal[i + 1]);
        return around + Math.Abs(beside[i]) == around;
    }

    /// <summary>One QL step with an implicit shift on a part of the matrix that falls into no smaller parts.</summary>
    static void Step(double[] diagonal, double[] beside, Matrix vectors, (int First, int End) part)
    {
        var (first, end) = part;
        var half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
        var root = Length(half, 1);
        var shifted = diagonal[end] - diagonal[first] + (beside[first] / (half + Math.CopySign(root, half)));
        var (sine, cosine, moved) = (1.0, 1.0, 0.0);
        for (var i = end - 1; i >= first; i--)
        {
            var (far, near) = (sine * beside[i], cosine * beside[i]);
            root = Length(far, shifted);
            beside[i + 1] = root;
            if (root == 0)
            {
                diagonal[i + 1] -= moved;
                beside[end] = 0;
                return;
            }

            (sine, cosine) = (far / root, shifted / root);
            shifted = diagonal[i + 1] - moved;
            var change = ((diagonal[i] - shifted) * sine) + (2 * cosine * near);
            moved = sine * change;
            diagonal[i + 1] = shifted + moved;
            shifted = (cosine * change) - near;
            Turn(vectors[i], vectors[i + 1], cosine, sine);
        }

        diagonal[first] -= moved;
        (beside[first], beside[end]) = (shifted, 0);
    }

    static double Length(double a, double b)
    {
        var scale = Math.Max(Math.Abs(a), Math.Abs(b));
        return scale == 0 ? 0 : scale * Math.Sqrt((a / scale * (a / scale)) + (b / scale * (b / scale)));
    }

    static double Largest(ReadOnlySpan<double> vector)
    {
        var largest = 0.0;
        foreach (var value in vector)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    // Compiling a library's general loops costs more than a matrix of usual size; these are compiled once and short.
    static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var (i, sums, rest) = (0, Vector256<double>.Zero, 0.0);
        for (; i <= one.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            sums += Vector256.Create(one[i..]) * Vector256.Create(other[i..]);
        }

        for (; i < one.Length; i++)
        {
            rest += one[i] * other[i];
        }

        return Vector256.Sum(sums) + rest;
    }

    /// <summary>Adds a multiple of another vector.</summary>
    static void AddScaled(Span<double> vector, ReadOnlySpan<double> other, double factor)
    {
        var (i, times) = (0, Vector256.Create(factor));
        for (; i <= vector.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            var sum = Vector256.Create<double>(vector[i..]) + (times * Vector256.Create(other[i..]));
            sum.CopyTo(vector[i..]);
        }

        for (; i < vector.Length; i++)
        {
            vector[i] += factor * other[i];
        }
    }

    /// <summary>Turns two rows in their plane.</summary>
    static void Turn(Span<double> one, Span<double> other, double cosine, double sine)
    {
        var i = 0;
        var (c, s) = (Vector256.Create(cosine), Vector256.Create(sine));
        ref var first = ref MemoryMarshal.GetReference(one);
        ref var second = ref MemoryMarshal.GetReference(other);
        for (; i <= one.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            var (x, y) = (
                Vector256.LoadUnsafe(ref first, (nuint)i),
                Vector256.LoadUnsafe(ref second, (nuint)i)
            );
            ((c * x) - (s * y)).StoreUnsafe(ref first, (nuint)i);
            ((s * x) + (c * y)).StoreUnsafe(ref second, (nuint)i);
        }

        for (; i < one.Length; i++)
        {
            (one[i], other[i]) = (
                (cosine * one[i]) - (sine * other[i]),
                (sine * one[i]) + (cosine * other[i])
            );
        }
    }
}
