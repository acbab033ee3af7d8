namespace Clientele.Models;

/// <summary>Linear regression whose coefficients are held small.</summary>
/// <remarks>
/// (X'X + λI) w = X'y of centred columns. Columns that say the same make X'X singular at λ = 0: then a trace of a penalty, 10⁻¹² of the
/// mean variance, decides between them. Source: Hoerl and Kennard (1970), Technometrics 12(1).
/// </remarks>
public sealed class RidgeRegression(RidgeOptions options)
{
    readonly RidgeOptions _options = Require.Valid(options);

    /// <summary>Learns to tell a number.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="target">n finite numbers.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not finite.</exception>
    public RidgeModel Fit(Matrix points, double[] target)
    {
        Require.Targets(points, target, "Ridge regression");
        var columns = points.Columns;
        double[] means = [.. Enumerable.Range(0, columns).Select(c => points.Column(c).Average())];
        var mean = target.Average();
        var (products, sides) = Products(points, target, means, mean);
        var trace = Enumerable.Range(0, columns).Sum(c => products[c][c]) / columns;
        var lower =
            Factor(products, _options.Penalty)
            ?? Factor(products, _options.Penalty + (1e-12 * trace) + 1e-300);
        // Columns that do not vary at all leave nothing to learn.
        var weights = lower == null ? new double[columns] : Solved(lower, sides);
        return new RidgeModel(weights, mean - weights.Zip(means, (w, m) => w * m).Sum());
    }

    static (Matrix Products, double[] Sides) Products(
        Matrix points,
        double[] target,
        double[] means,
        double mean
    )
    {
        var columns = points.Columns;
        var (products, sides, row) = (new Matrix(columns, columns), new double[columns], new double[columns]);
        for (var i = 0; i < points.Rows; i++)
        {
            System.Numerics.Tensors.TensorPrimitives.Subtract(points[i], means, row);
            for (var a = 0; a < columns; a++)
            {
                sides[a] += row[a] * (target[i] - mean);
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(
                    row.AsSpan(0, a + 1),
                    row[a],
                    products[a][..(a + 1)],
                    products[a][..(a + 1)]
                );
            }
        }

        return (products, sides);
    }

    static Matrix? Factor(Matrix products, double penalty)
    {
        var raised = new Matrix(products.Values.ToArray(), products.Columns);
        for (var c = 0; c < raised.Columns; c++)
        {
            raised[c][c] += penalty;
        }

        return Cholesky.Factor(raised);
    }

    static double[] Solved(Matrix lower, double[] sides)
    {
        var half = Cholesky.Inverse(lower);
        var (middle, solved) = (new double[sides.Length], new double[sides.Length]);
        for (var i = 0; i < sides.Length; i++)
        {
            middle[i] = System.Numerics.Tensors.TensorPrimitives.Dot<double>(half[i], sides);
        }

        for (var i = 0; i < sides.Length; i++)
        {
            for (var j = i; j < sides.Length; j++)
            {
                solved[i] += half[j][i] * middle[j];
            }
        }

        return solved;
    }
}

/// <summary>A linear rule.</summary>
/// <param name="Coefficients">One a column: what a unit of it adds.</param>
/// <param name="Intercept">What is told where all columns are 0.</param>
public sealed record RidgeModel(IReadOnlyList<double> Coefficients, double Intercept) : IRegressor
{
    /// <inheritdoc/>
    public double[] Predict(Matrix points, int threads = 0, CancellationToken cancel = default)
    {
        Require.Finite(Require.Columns(points, Coefficients.Count, "The rule learned from"), "A linear rule");
        double[] weights = [.. Coefficients];
        var told = new double[points.Rows];
        for (var i = 0; i < told.Length; i++)
        {
            told[i] = Intercept + System.Numerics.Tensors.TensorPrimitives.Dot<double>(points[i], weights);
        }

        return told;
    }
}
