namespace Clientele.Models;

/// <summary>Lower triangular factors of symmetric positive definite matrices.</summary>
/// <remarks>Source: Golub and Van Loan, Matrix Computations, section 4.2.</remarks>
static class Cholesky
{
    /// <summary>L with L·Lᵀ = <paramref name="matrix"/>, of which the lower triangle is read.</summary>
    /// <returns>null if the matrix is not positive definite.</returns>
    internal static Matrix? Factor(Matrix matrix)
    {
        var lower = new Matrix(matrix.Rows, matrix.Rows);
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = lower[i];
            for (var j = 0; j < i; j++)
            {
                row[j] = (matrix[i][j] - Dot(row, lower[j], j)) / lower[j][j];
            }

            var pivot = matrix[i][i] - Dot(row, row, i);
            if (!(pivot > 0) || double.IsInfinity(pivot))
            {
                return null;
            }

            row[i] = Math.Sqrt(pivot);
        }

        return lower;
    }

    /// <summary>Turns a right side into the solution of L·Lᵀ·x = it.</summary>
    internal static void Solve(Matrix lower, Span<double> right)
    {
        for (var i = 0; i < lower.Rows; i++)
        {
            right[i] = (right[i] - Dot(lower[i], right, i)) / lower[i][i];
        }

        for (var i = lower.Rows - 1; i >= 0; i--)
        {
            right[i] /= lower[i][i];
            for (var m = 0; m < i; m++)
            {
                right[m] -= lower[i][m] * right[i];
            }
        }
    }

    /// <summary>The inverse of a lower triangular matrix, lower triangular too.</summary>
    internal static Matrix Inverse(Matrix lower)
    {
        var inverse = new Matrix(lower.Rows, lower.Rows);
        for (var i = 0; i < lower.Rows; i++)
        {
            var row = inverse[i];
            for (var j = 0; j < i; j++)
            {
                var sum = 0.0;
                for (var m = j; m < i; m++)
                {
                    sum += lower[i][m] * inverse[m][j];
                }

                row[j] = -sum / lower[i][i];
            }

            row[i] = 1 / lower[i][i];
        }

        return inverse;
    }

    /// <summary>The inverse of a symmetric matrix, of which the lower triangle is read.</summary>
    /// <returns>null if the matrix is not positive definite.</returns>
    internal static Matrix? Inverted(Matrix matrix)
    {
        if (Factor(matrix) is not { } lower)
        {
            return null;
        }

        var half = Inverse(lower);
        var inverse = new Matrix(matrix.Rows, matrix.Rows);
        for (var i = 0; i < matrix.Rows; i++)
        {
            for (var j = 0; j < matrix.Rows; j++)
            {
                for (var m = Math.Max(i, j); m < matrix.Rows; m++)
                {
                    inverse[i][j] += half[m][i] * half[m][j];
                }
            }
        }

        return inverse;
    }

    /// <summary>Natural logarithm of the determinant of L·Lᵀ.</summary>
    internal static double LogDeterminant(Matrix lower)
    {
        var sum = 0.0;
        for (var i = 0; i < lower.Rows; i++)
        {
            sum += Math.Log(lower[i][i]);
        }

        return 2 * sum;
    }

    static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int count)
    {
        var sum = 0.0;
        for (var m = 0; m < count; m++)
        {
            sum += a[m] * b[m];
        }

        return sum;
    }
}
