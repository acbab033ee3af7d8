using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Outermost eigenvectors of a symmetric matrix that is only known by its products.</summary>
/// <remarks>
/// A basis of repeated products, each made orthogonal to all before; the matrix in this basis is small, and its eigenvectors
/// are taken back. What is found is nearly exact where eigenvalues are apart, and else smooth enough to begin with.
/// Source: Golub and Van Loan, Matrix Computations, section 10.1 (with full reorthogonalisation).
/// </remarks>
static class Lanczos
{
    /// <summary>Eigenvectors of the greatest eigenvalues, of length 1, the greatest first.</summary>
    /// <param name="size">Rows of the matrix.</param>
    /// <param name="count">How many are wanted; fewer are found in a matrix of fewer.</param>
    /// <param name="steps">Products to take.</param>
    /// <param name="multiply">Writes the matrix times its first argument to its second.</param>
    /// <param name="known">Eigenvectors of length 1 that are not wanted.</param>
    /// <param name="random">Draws the start.</param>
    /// <param name="cancel">Looked at between products.</param>
    internal static List<(double Value, double[] Vector)> Greatest(
        int size,
        int count,
        int steps,
        Action<double[], double[]> multiply,
        double[][] known,
        Random random,
        CancellationToken cancel
    )
    {
        var basis = new List<double[]>();
        var (diagonal, beside) = (new List<double>(), new List<double>());
        var next = Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.5).ToArray();
        for (var step = 0; step < Math.Min(steps, size - known.Length); step++)
        {
            cancel.ThrowIfCancellationRequested();
            Free(next, known);
            Free(next, basis);
            var length = TensorPrimitives.Norm<double>(next);
            if (length < 1e-10)
            {
                break;
            }

            TensorPrimitives.Divide(next, length, next);
            basis.Add(next);
            beside.Add(length);
            var product = new double[size];
            multiply(next, product);
            diagonal.Add(TensorPrimitives.Dot<double>(product, next));
            next = product;
        }

        return Ritz(basis, diagonal, beside, count);
    }

    /// <summary>Takes away what a vector shares with others, twice for the sake of rounding.</summary>
    static void Free(double[] vector, IReadOnlyList<double[]> others)
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var other in others)
            {
                var shared = TensorPrimitives.Dot<double>(vector, other);
                TensorPrimitives.MultiplyAdd(other, -shared, vector, vector);
            }
        }
    }

    static List<(double Value, double[] Vector)> Ritz(
        List<double[]> basis,
        List<double> diagonal,
        List<double> beside,
        int count
    )
    {
        if (basis.Count == 0)
        {
            return [];
        }

        var small = new Matrix(basis.Count, basis.Count);
        for (var i = 0; i < basis.Count; i++)
        {
            small[i][i] = diagonal[i];
            if (i > 0)
            {
                (small[i][i - 1], small[i - 1][i]) = (beside[i], beside[i]);
            }
        }

        var (values, vectors) = SymmetricEigen.Of(small);
        return
        [
            .. Enumerable
                .Range(0, Math.Min(count, basis.Count))
                .Select(i => (values[i], Combine(basis, vectors[i].ToArray()))),
        ];
    }

    static double[] Combine(List<double[]> basis, double[] shares)
    {
        var sum = new double[basis[0].Length];
        for (var i = 0; i < shares.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(basis[i], shares[i], sum, sum);
        }

        return sum;
    }
}
