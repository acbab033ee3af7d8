namespace Clientele.Models;

/// <summary>Minus the mean log-likelihood of a customer, with penalties, by the logarithms of the parameters.</summary>
sealed class LifetimeLoss(
    LawFacts facts,
    PurchasePatterns patterns,
    LifetimeOptions options,
    CancellationToken cancel
)
{
    /// <summary>Patterns that one thread takes at a time; does not depend on the threads.</summary>
    const int Block = 512;

    /// <summary>Value at a point; fills the gradient.</summary>
    internal double At(double[] point, double[] gradient)
    {
        var likelihood = facts.Likelihood([.. point.Select(p => Math.Exp(p))], patterns);
        var count = point.Length;
        var blocks = (patterns.Histories.Length + Block - 1) / Block;
        var sums = new double[blocks * (count + 1)];
        Blocks.For(
            blocks,
            options.Threads,
            block => Add(likelihood, block, sums.AsSpan(block * (count + 1), count + 1)),
            cancel
        );
        var (loss, walls) = Penalty(point, options.Penalty);
        for (var i = 0; i < count; i++)
        {
            gradient[i] = walls[i];
        }

        for (var block = 0; block < blocks; block++)
        {
            var part = sums.AsSpan(block * (count + 1), count + 1);
            loss -= part[count] / patterns.Customers;
            for (var i = 0; i < count; i++)
            {
                gradient[i] -= part[i] / patterns.Customers;
            }
        }

        return double.IsNaN(loss) ? double.PositiveInfinity : loss;
    }

    void Add(IPatternLikelihood likelihood, int block, Span<double> sums)
    {
        Span<double> gradient = stackalloc double[sums.Length - 1];
        for (var i = block * Block; i < Math.Min((block + 1) * Block, patterns.Histories.Length); i++)
        {
            var weight = patterns.Weights[i];
            sums[^1] += weight * likelihood.At(patterns.Histories[i], gradient);
            for (var j = 0; j < gradient.Length; j++)
            {
                sums[j] += weight * gradient[j];
            }
        }
    }

    /// <summary>What the user's penalty and the walls add, with their derivatives.</summary>
    internal static (double Value, double[] Gradient) Penalty(double[] point, double penalty)
    {
        var (value, gradient) = (0.0, new double[point.Length]);
        for (var i = 0; i < point.Length; i++)
        {
            var beyond = Math.CopySign(Math.Max(0, Math.Abs(point[i]) - LifetimeModel.Wall), point[i]);
            value += (penalty * point[i] * point[i]) + (beyond * beyond);
            gradient[i] = 2 * ((penalty * point[i]) + beyond);
        }

        return (value, gradient);
    }
}
