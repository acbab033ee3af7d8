namespace Clientele.Models;

/// <summary>Where a smooth function of a few variables is least.</summary>
/// <param name="Point">There.</param>
/// <param name="Value">The least value.</param>
/// <param name="Gradient">Its gradient there: near nothing.</param>
/// <param name="Evaluations">Calls of the function.</param>
sealed record Least(double[] Point, double Value, double[] Gradient, int Evaluations);

/// <summary>Minimization by gradients.</summary>
/// <remarks>Source: Nocedal and Wright (2006), Numerical Optimization, algorithm 6.1, with a backtracking line search that keeps curvature positive.</remarks>
static class Bfgs
{
    const int MostSteps = 200;

    /// <summary>Steps in a row that gain nothing: along a ridge they could go on for ever.</summary>
    const int MostIdle = 3;

    /// <summary>Value at a point; fills the gradient.</summary>
    internal delegate double Function(double[] point, double[] gradient);

    /// <summary>Walks down from a start until the largest number of the gradient is nothing to the value.</summary>
    /// <param name="function">Finite near the start.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="tolerance">Largest number of the gradient that is nothing, for values around 1.</param>
    /// <param name="inverse">A guess of the inverse Hessian, or null; overwritten.</param>
    internal static Least Minimum(Function function, double[] start, double tolerance, Matrix? inverse = null)
    {
        var (point, gradient) = ((double[])start.Clone(), new double[start.Length]);
        var value = function(point, gradient);
        var (evaluations, idle) = (1, 0);
        inverse ??= Identity(start.Length);
        for (var step = 0; step < MostSteps && idle < MostIdle && !IsFlat(gradient, value, tolerance); step++)
        {
            var direction = Times(inverse, gradient, -1);
            var slope = Dot(direction, gradient);
            if (slope >= 0)
            {
                inverse = Identity(start.Length);
                (direction, slope) = ([.. gradient.Select(g => -g)], -Dot(gradient, gradient));
            }

            // A step of more than a factor of e⁴ in a parameter leads nowhere.
            var length = Math.Min(1, 4 / direction.Max(Math.Abs));
            var (next, nextGradient, nextValue) = (point, gradient, value);
            for (var halving = 0; halving < 50; halving++)
            {
                (next, nextGradient) = (Plus(point, direction, length), new double[start.Length]);
                nextValue = function(next, nextGradient);
                evaluations++;
                if (nextValue <= value + (1e-4 * length * slope))
                {
                    break;
                }

                (next, nextGradient, nextValue) = (point, gradient, value);
                length /= halving < 5 ? 3 : 10;
            }

            if (ReferenceEquals(next, point))
            {
                break;
            }

            idle = value - nextValue <= 1e-13 * Math.Max(1, Math.Abs(value)) ? idle + 1 : 0;
            Update(inverse, Plus(next, point, -1), Plus(nextGradient, gradient, -1));
            (point, gradient, value) = (next, nextGradient, nextValue);
        }

        return new Least(point, value, gradient, evaluations);
    }

    static bool IsFlat(double[] gradient, double value, double tolerance) =>
        gradient.Max(Math.Abs) <= tolerance * Math.Max(1, Math.Abs(value));

    /// <summary>H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ, where the curvature is positive.</summary>
    static void Update(Matrix inverse, double[] moved, double[] changed)
    {
        var curvature = Dot(moved, changed);
        if (curvature <= 1e-300)
        {
            return;
        }

        var shadow = Times(inverse, changed, 1);
        var factor = (1 + (Dot(changed, shadow) / curvature)) / curvature;
        for (var i = 0; i < moved.Length; i++)
        {
            for (var j = 0; j < moved.Length; j++)
            {
                inverse[i][j] +=
                    (factor * moved[i] * moved[j])
                    - (((shadow[i] * moved[j]) + (moved[i] * shadow[j])) / curvature);
            }
        }
    }

    static Matrix Identity(int size)
    {
        var matrix = new Matrix(size, size);
        for (var i = 0; i < size; i++)
        {
            matrix[i][i] = 1;
        }

        return matrix;
    }

    static double[] Times(Matrix matrix, double[] vector, double sign) =>
        [.. Enumerable.Range(0, vector.Length).Select(i => sign * Dot(matrix[i], vector))];

    static double[] Plus(double[] one, double[] other, double factor) =>
        [.. one.Zip(other, (a, b) => a + (factor * b))];

    static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
