namespace Clientele.Models;

/// <summary>The greatest likelihood, and how sharp it is.</summary>
/// <param name="Least">Where the loss is least, by the logarithms of the parameters.</param>
/// <param name="Curve">How the loss bends there.</param>
sealed record LikelihoodSearch(Least Least, Curvature Curve)
{
    /// <summary>Derivative by a logarithm that is nothing, for a loss of a customer around 1.</summary>
    const double Flat = 1e-6;

    /// <summary>Searches from several places on a part of the customers, then from the best end on all, and polishes.</summary>
    /// <param name="part">Loss of a part of the customers.</param>
    /// <param name="all">Loss of all.</param>
    /// <param name="starts">Parameters to begin with, the likely ones first.</param>
    /// <param name="options">How many starts, and when to end.</param>
    internal static LikelihoodSearch Of(
        Bfgs.Function part,
        Bfgs.Function all,
        IEnumerable<double[]> starts,
        LifetimeOptions options
    )
    {
        var best = starts
            .Take(options.Starts)
            .Select(start =>
                Bfgs.Minimum(part, [.. start.Select(value => Math.Log(value))], options.Tolerance * 100)
            )
            .MinBy(end => end.Value)!;
        var least = Bfgs.Minimum(all, best.Point, options.Tolerance, Curvature.Of(part, best).Inverse);
        var curve = Curvature.Of(all, least);
        return curve.Polished(all, least) is { } better
            ? new LikelihoodSearch(better, Curvature.Of(all, better))
            : new LikelihoodSearch(least, curve);
    }

    internal double[] Values => [.. Least.Point.Select(p => Math.Exp(p))];

    internal bool Converged => Least.Gradient.Max(Math.Abs) <= Flat * Math.Max(1, Math.Abs(Least.Value));

    /// <summary>Standard errors of the logarithms, of so many customers; NaN where the likelihood does not say.</summary>
    internal double[] Errors(double customers) => Curve.StandardErrors(customers);

    /// <summary>ln of the density of so many customers, without the penalty.</summary>
    internal double LogLikelihood(double customers, double penalty) =>
        -customers * (Least.Value - LifetimeLoss.Penalty(Least.Point, penalty).Value);

    /// <summary>Parameters with their standard errors.</summary>
    internal IReadOnlyList<Estimate> Estimates(IEnumerable<string> names, double customers)
    {
        var (values, errors) = (Values, Errors(customers));
        return [.. names.Select((name, i) => new Estimate(name, values[i], values[i] * errors[i]))];
    }

    /// <summary>Parameters of which nothing is known.</summary>
    internal static IReadOnlyList<Estimate> Unknown(IEnumerable<string> names) =>
        [.. names.Select(name => new Estimate(name, double.NaN, double.NaN))];
}
