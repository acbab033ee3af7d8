namespace Clientele.Models;

/// <summary>Directions in which points vary without correlation.</summary>
/// <remarks>Source: the cyclic Jacobi method, Golub and Van Loan, Matrix Computations, section 8.5.</remarks>
static class PrincipalAxes
{
    /// <summary>The points less their mean, in coordinates along the axes, the one of most variance first.</summary>
    internal static Matrix Rotate(Matrix points)
    {
        var centered = Centered(points);
        var (values, axes) = Symmetric(Covariance(centered));
        var order = Enumerable.Range(0, values.Length).OrderByDescending(i => values[i]).ToArray();
        var rotated = new Matrix(points.Rows, points.Columns);
        for (var row = 0; row < points.Rows; row++)
        {
            for (var axis = 0; axis < order.Length; axis++)
            {
                var sum = 0.0;
                for (var column = 0; column < points.Columns; column++)
                {
                    sum += centered[row][column] * axes[column][order[axis]];
                }

                rotated[row][axis] = sum;
            }
        }

        return rotated;
    }

    /// <summary>Eigenvalues and, column by column, eigenvectors of a symmetric matrix, which is overwritten.</summary>
    internal static (double[] Values, Matrix Vectors) Symmetric(Matrix matrix)
    {
        var size = matrix.Rows;
        var vectors = new Matrix(size, size);
        for (var i = 0; i < size; i++)
        {
            vectors[i][i] = 1;
        }

        for (var sweep = 0; sweep < 100 && OffDiagonal(matrix) > 0; sweep++)
        {
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Annul(matrix, vectors, p, q);
                }
            }
        }

        return ([.. Enumerable.Range(0, size).Select(i => matrix[i][i])], vectors);
    }

    /// <summary>Rotates in the plane of two axes so that their covariance becomes 0.</summary>
    static void Annul(Matrix matrix, Matrix vectors, int p, int q)
    {
        var off = matrix[p][q];
        if (Math.Abs(off) <= 1e-18 * Math.Sqrt(Math.Abs(matrix[p][p] * matrix[q][q])))
        {
            (matrix[p][q], matrix[q][p]) = (0, 0);
            return;
        }

        var theta = (matrix[q][q] - matrix[p][p]) / (2 * off);
        var tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var i = 0; i < matrix.Rows; i++)
        {
            Turn(ref matrix[i][p], ref matrix[i][q], cosine, sine);
        }

        for (var i = 0; i < matrix.Rows; i++)
        {
            Turn(ref matrix[p][i], ref matrix[q][i], cosine, sine);
            Turn(ref vectors[i][p], ref vectors[i][q], cosine, sine);
        }

        (matrix[p][q], matrix[q][p]) = (0, 0);
    }

    static void Turn(ref double a, ref double b, double cosine, double sine) =>
        (a, b) = ((cosine * a) - (sine * b), (sine * a) + (cosine * b));

    static double OffDiagonal(Matrix matrix)
    {
        var sum = 0.0;
        for (var i = 0; i < matrix.Rows; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += Math.Abs(matrix[i][j]);
            }
        }

        return sum;
    }

    static Matrix Centered(Matrix points)
    {
        var means = new Codes(new int[points.Rows]).Means(points);
        var centered = new Matrix(points.Rows, points.Columns);
        for (var row = 0; row < points.Rows; row++)
        {
            System.Numerics.Tensors.TensorPrimitives.Subtract<double>(points[row], means[0], centered[row]);
        }

        return centered;
    }

    static Matrix Covariance(Matrix centered)
    {
        var covariance = new Matrix(centered.Columns, centered.Columns);
        for (var row = 0; row < centered.Rows; row++)
        {
            var values = centered[row];
            for (var i = 0; i < values.Length; i++)
            {
                var sums = covariance[i];
                for (var j = 0; j < values.Length; j++)
                {
                    sums[j] += values[i] * values[j] / centered.Rows;
                }
            }
        }

        return covariance;
    }
}
