namespace Clientele.Models;

/// <summary>How a function bends where it is least, from differences of its exact derivatives.</summary>
/// <param name="Inverse">The inverse of the Hessian; null where it is not positive definite: along some line the function is flat.</param>
/// <param name="Size">Variables of the function.</param>
sealed record Curvature(Matrix? Inverse, int Size)
{
    const double Step = 1e-4;

    internal static Curvature Of(Bfgs.Function function, Least least)
    {
        var size = least.Point.Length;
        var hessian = new Matrix(size, size);
        var (up, down) = (new double[size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            double[] point = [.. least.Point];
            point[i] = least.Point[i] + Step;
            function(point, up);
            point[i] = least.Point[i] - Step;
            function(point, down);
            for (var j = 0; j < size; j++)
            {
                hessian[i][j] += (up[j] - down[j]) / (4 * Step);
                hessian[j][i] += (up[j] - down[j]) / (4 * Step);
            }
        }

        return new Curvature(Cholesky.Inverted(hessian), size);
    }

    /// <summary>One Newton step further down, or null if there is none.</summary>
    internal Least? Polished(Bfgs.Function function, Least least)
    {
        if (Inverse == null)
        {
            return null;
        }

        double[] point = [.. least.Point];
        for (var i = 0; i < point.Length; i++)
        {
            for (var j = 0; j < point.Length; j++)
            {
                point[i] -= Inverse[i][j] * least.Gradient[j];
            }
        }

        var gradient = new double[point.Length];
        var value = function(point, gradient);
        return gradient.Max(Math.Abs) < least.Gradient.Max(Math.Abs) && value <= least.Value + 1e-12
            ? new Least(point, value, gradient, least.Evaluations + 1)
            : null;
    }

    /// <summary>Of each number, if the function is a mean over so many; NaN where it is flat.</summary>
    internal double[] StandardErrors(double count) =>
        [.. Enumerable.Range(0, Size).Select(i => Math.Sqrt((Inverse?[i][i] ?? double.NaN) / count))];
}
