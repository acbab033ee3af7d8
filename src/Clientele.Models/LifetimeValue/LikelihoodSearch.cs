namespace Clientele.Models;

/// <summary>The greatest likelihood, and how sharp it is.</summary>
/// <param name="Least">Where the loss is least, by the logarithms of the parameters.</param>
/// <param name="Curve">How the loss bends there.</param>
sealed record LikelihoodSearch(Least Least, Curvature Curve)
{
    /// <summary>Derivative by a logarithm that is nothing, for a loss of a customer around 1.</summary>
    const double Flat = 1e-6;

    /// <summary>Two starts that end as low as each other have found the place; others are spared.</summary>
    const double Same = 1e-9;

    /// <summary>Standard error of a logarithm from which on a parameter is not known.</summary>
    const double Open = 1;

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
        Least? best = null;
        foreach (var start in starts.Take(options.Starts))
        {
            var end = Bfgs.Minimum(
                part,
                [.. start.Select(value => Math.Log(value))],
                options.Tolerance * 100
            );
            var again = best != null && Math.Abs(end.Value - best.Value) <= Same * (1 + Math.Abs(best.Value));
            best = best == null || end.Value < best.Value ? end : best;
            if (again)
            {
                break;
            }
        }

        var least = Bfgs.Minimum(all, best!.Point, options.Tolerance, Curvature.Of(part, best).Inverse);
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

    /// <summary>Draws parameters from the normal law around the end of the search; null where the likelihood leaves them wide open.</summary>
    internal Func<Random, TLaw>? Another<TLaw>(double customers, Func<double[], TLaw> law)
    {
        if (Curve.Inverse is not { } inverse || !Errors(customers).All(e => e <= Open))
        {
            return null;
        }

        var lower = Cholesky.Factor(inverse);
        return lower == null
            ? null
            : random =>
            {
                double[] point = [.. Least.Point];
                for (var j = 0; j < point.Length; j++)
                {
                    var normal = NormalNumber.Next(random) / Math.Sqrt(customers);
                    for (var i = j; i < point.Length; i++)
                    {
                        point[i] += lower[i][j] * normal;
                    }
                }

                return law([.. point.Select(p => Math.Exp(p))]);
            };
    }

    /// <summary>Parameters of which nothing is known.</summary>
    internal static IReadOnlyList<Estimate> Unknown(IEnumerable<string> names) =>
        [.. names.Select(name => new Estimate(name, double.NaN, double.NaN))];
}
