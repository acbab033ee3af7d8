namespace Clientele.Models;

/// <summary>Customers who share their covariates.</summary>
/// <param name="Covariates">Of mean 0 and variance 1 over all customers.</param>
/// <param name="Patterns">Their histories.</param>
sealed record CovariateGroup(double[] Covariates, PurchasePatterns Patterns)
{
    internal static CovariateGroup[] Of(IReadOnlyList<PurchaseHistory> customers, Matrix scaled) =>
        [
            .. Enumerable
                .Range(0, customers.Count)
                .GroupBy(row =>
                    string.Join(' ', scaled[row].ToArray().Select(BitConverter.DoubleToInt64Bits))
                )
                .Select(group => new CovariateGroup(
                    scaled[group.First()].ToArray(),
                    PurchasePatterns.Of([.. group.Select(row => customers[row])])
                )),
        ];
}

/// <summary>Minus the mean log-likelihood of a customer, by the logarithms of the base parameters and the coefficients.</summary>
sealed class CovariateLoss(
    LawFacts facts,
    IReadOnlyList<CovariateEffect> effects,
    CovariateGroup[] groups,
    LifetimeOptions options,
    CancellationToken cancel
)
{
    /// <summary>Groups that one thread takes at a time; does not depend on the threads.</summary>
    const int Block = 64;

    readonly int _base = facts.Parameters.Length;
    readonly int _columns = groups[0].Covariates.Length;
    readonly double _customers = groups.Sum(g => g.Patterns.Customers);

    /// <summary>Value at a point; fills the gradient.</summary>
    internal double At(double[] point, double[] gradient)
    {
        var parts = new double[(groups.Length + Block - 1) / Block][];
        Blocks.For(parts.Length, options.Threads, block => parts[block] = Part(point, block), cancel);
        var (loss, walls) = LifetimeLoss.Penalty(point, options.Penalty);
        walls.CopyTo(gradient, 0);
        foreach (var part in parts)
        {
            loss -= part[^1] / _customers;
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] -= part[i] / _customers;
            }
        }

        return double.IsNaN(loss) ? double.PositiveInfinity : loss;
    }

    /// <summary>Sums of a block of groups: the gradient, then the log-likelihood.</summary>
    double[] Part(double[] point, int block)
    {
        var sums = new double[point.Length + 1];
        var (own, one) = (new double[_base], new double[_base]);
        for (var g = block * Block; g < Math.Min((block + 1) * Block, groups.Length); g++)
        {
            var (covariates, patterns) = groups[g];
            var likelihood = facts.Likelihood(Values(point, covariates), patterns);
            own.AsSpan().Clear();
            for (var i = 0; i < patterns.Histories.Length; i++)
            {
                sums[^1] += patterns.Weights[i] * likelihood.At(patterns.Histories[i], one);
                for (var j = 0; j < _base; j++)
                {
                    own[j] += patterns.Weights[i] * one[j];
                }
            }

            for (var j = 0; j < _base; j++)
            {
                sums[j] += own[j];
            }

            for (var e = 0; e < effects.Count; e++)
            {
                for (var c = 0; c < _columns; c++)
                {
                    sums[_base + (e * _columns) + c] +=
                        effects[e].Sign * own[effects[e].Parameter] * covariates[c];
                }
            }
        }

        return sums;
    }

    /// <summary>Parameters of customers with some covariates.</summary>
    internal double[] Values(double[] point, double[] covariates) =>
        Values(point, covariates, _base, effects);

    internal static double[] Values(
        double[] point,
        double[] covariates,
        int parameters,
        IReadOnlyList<CovariateEffect> effects
    )
    {
        double[] logs = [.. point[..parameters]];
        for (var e = 0; e < effects.Count; e++)
        {
            for (var c = 0; c < covariates.Length; c++)
            {
                logs[effects[e].Parameter] +=
                    effects[e].Sign * point[parameters + (e * covariates.Length) + c] * covariates[c];
            }
        }

        // A covariate far beyond those that were learned from makes no infinite parameter.
        return [.. logs.Select(log => Math.Exp(Math.Clamp(log, -Farthest, Farthest)))];
    }

    const double Farthest = 30;
}
