namespace Clientele.Models;

/// <summary>sBG: of customers under contract each leaves at a renewal with a chance of their own.</summary>
/// <param name="Alpha">First shape of the chances to leave.</param>
/// <param name="Beta">Second shape.</param>
/// <remarks>Source: Fader and Hardie (2007), J. Interactive Marketing 21(1), "How to project customer retention".</remarks>
public sealed record ShiftedBetaGeometric(double Alpha, double Beta)
{
    /// <summary>Share of a cohort that is still there after so many renewals.</summary>
    public double Survival(int renewals) =>
        Math.Exp(GammaFunction.LogRising(Beta, renewals) - GammaFunction.LogRising(Alpha + Beta, renewals));

    /// <summary>Share of those who stayed until then that stay at a renewal, from 1.</summary>
    public double Retention(int renewal) => (Beta + renewal - 1) / (Alpha + Beta + renewal - 1);

    /// <summary>Renewals to come of who has renewed so often, each later one discounted: DERL.</summary>
    /// <param name="renewals">So often the customer has stayed.</param>
    /// <param name="rate">Continuous discount a renewal, above 0.</param>
    public double Discounted(int renewals, double rate)
    {
        var (sum, alive) = (0.0, 1.0);
        for (var t = renewals + 1; alive > sum * 1e-18 && t < renewals + 1_000_000; t++)
        {
            alive *= Retention(t) * Math.Exp(-rate);
            sum += alive;
        }

        return sum;
    }
}

/// <summary>What was learned of a cohort under contract.</summary>
/// <param name="Law">The law.</param>
/// <param name="Parameters">alpha and beta.</param>
/// <param name="LogLikelihood">ln of the chance of what was seen.</param>
/// <param name="Converged">Whether the gradient is nothing to the likelihood.</param>
/// <param name="Note">What to know of the fit; empty if nothing is amiss.</param>
public sealed record ShiftedBetaGeometricFit(
    ShiftedBetaGeometric Law,
    IReadOnlyList<Estimate> Parameters,
    double LogLikelihood,
    bool Converged,
    string Note
);

/// <summary>Learns <see cref="ShiftedBetaGeometric"/> by maximum likelihood.</summary>
public sealed class ShiftedBetaGeometricModel(LifetimeOptions options)
{
    readonly LifetimeOptions _options = Require.Valid(options);

    /// <summary>Learns from a cohort.</summary>
    /// <param name="alive">Customers at the start, after the first renewal, after the second, …: never more than before.</param>
    /// <exception cref="ArgumentException">There are fewer than two numbers, or one is negative or more than the one before.</exception>
    public ShiftedBetaGeometricFit Fit(IReadOnlyList<double> alive)
    {
        Refuse(alive);
        double Loss(double[] point, double[] gradient)
        {
            var (a, b) = (Math.Exp(point[0]), Math.Exp(point[1]));
            var (value, byA, byB, survival) = (0.0, 0.0, 0.0, (Log: 0.0, ByA: 0.0, ByB: 0.0));
            for (var t = 1; t < alive.Count; t++)
            {
                var lost = alive[t - 1] - alive[t];
                var all = a + b + t - 1;
                value += lost * (survival.Log + Math.Log(a / all));
                byA += lost * (survival.ByA + (1 / a) - (1 / all));
                byB += lost * (survival.ByB - (1 / all));
                survival.Log += Math.Log((b + t - 1) / all);
                survival.ByA -= 1 / all;
                survival.ByB += (1 / (b + t - 1)) - (1 / all);
            }

            value += alive[^1] * survival.Log;
            byA += alive[^1] * survival.ByA;
            byB += alive[^1] * survival.ByB;
            var (penalty, walls) = LifetimeLoss.Penalty(point, _options.Penalty);
            gradient[0] = walls[0] - (a * byA / alive[0]);
            gradient[1] = walls[1] - (b * byB / alive[0]);
            return penalty - (value / alive[0]);
        }

        var found = LikelihoodSearch.Of(
            Loss,
            Loss,
            [
                [1, 1],
            ],
            _options
        );
        var values = found.Values;
        return new ShiftedBetaGeometricFit(
            new ShiftedBetaGeometric(values[0], values[1]),
            found.Estimates(["alpha", "beta"], alive[0]),
            found.LogLikelihood(alive[0], _options.Penalty),
            found.Converged,
            LifetimeNotes.IsAtEdge(found.Least.Point) || found.Errors(alive[0]).Any(e => !(e <= 2))
                ? "The likelihood of sBG is a ridge or runs to its edge: all customers are as good as alike, or too few are known."
                : ""
        );
    }

    static void Refuse(IReadOnlyList<double> alive)
    {
        if (alive.Count < 2 || !(alive[0] > 0))
        {
            throw new ArgumentException(
                "A cohort needs its customers at the start and after at least one renewal.",
                nameof(alive)
            );
        }

        for (var t = 1; t < alive.Count; t++)
        {
            if (!(alive[t] >= 0 && alive[t] <= alive[t - 1]))
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"After renewal {t} there are {alive[t]} customers, but there were {alive[t - 1]} before: a cohort never grows."
                    ),
                    nameof(alive)
                );
            }
        }
    }
}
