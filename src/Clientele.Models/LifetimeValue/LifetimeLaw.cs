namespace Clientele.Models;

/// <summary>The laws of repeated buying that can be learned.</summary>
public enum LifetimeLaw
{
    /// <summary><see cref="Models.Nbd"/>.</summary>
    Nbd,

    /// <summary><see cref="BetaGeometricNbd"/>.</summary>
    BgNbd,

    /// <summary><see cref="BetaGeometricNbd"/> that may stop at once.</summary>
    MbgNbd,

    /// <summary><see cref="Models.ParetoNbd"/>.</summary>
    ParetoNbd,

    /// <summary><see cref="BetaBinomial"/>.</summary>
    BgBb,
}

/// <summary>What the search needs to know of a law.</summary>
/// <param name="Name">As people write it.</param>
/// <param name="Slug">As settings write it.</param>
/// <param name="Parameters">Their names in order.</param>
/// <param name="Likelihood">Of parameters and the patterns that it will be asked for.</param>
/// <param name="Process">Of parameters.</param>
sealed record LawFacts(
    string Name,
    string Slug,
    string[] Parameters,
    Func<double[], PurchasePatterns, IPatternLikelihood> Likelihood,
    Func<double[], IPurchaseProcess> Process
)
{
    /// <summary>A share of customers who stop that nobody could tell from none.</summary>
    const double Hardly = 1e-3;

    internal static LawFacts Of(LifetimeLaw law) =>
        law switch
        {
            LifetimeLaw.Nbd => new(
                "NBD",
                "nbd",
                ["r", "alpha"],
                (p, all) => new NbdLikelihood(p, all.MostFrequent),
                p => new Nbd(p[0], p[1])
            ),
            LifetimeLaw.BgNbd => BetaGeometric("BG/NBD", "bg_nbd", stopsAtOnce: false),
            LifetimeLaw.MbgNbd => BetaGeometric("MBG/NBD", "mbg_nbd", stopsAtOnce: true),
            LifetimeLaw.BgBb => new(
                "BG/BB",
                "bg_bb",
                ["alpha", "beta", "gamma", "delta"],
                (p, all) => new BetaBinomialLikelihood(p, all.Longest),
                p => new BetaBinomial(p[0], p[1], p[2], p[3])
            ),
            _ => new(
                "Pareto/NBD",
                "pareto_nbd",
                ["r", "alpha", "s", "beta"],
                (p, all) => new ParetoLikelihood(p, all.MostFrequent),
                p => new ParetoNbd(p[0], p[1], p[2], p[3])
            ),
        };

    static LawFacts BetaGeometric(string name, string slug, bool stopsAtOnce) =>
        new(
            name,
            slug,
            ["r", "alpha", "a", "b"],
            (p, all) => new BetaGeometricLikelihood(p, stopsAtOnce, all.MostFrequent),
            p => new BetaGeometricNbd(p[0], p[1], p[2], p[3], stopsAtOnce)
        );

    /// <summary>Whether hardly anyone stops while they are looked at, so that the law is as good as the NBD.</summary>
    /// <param name="values">Parameters.</param>
    /// <param name="age">Mean age of the customers.</param>
    internal bool NobodyStops(double[] values, double age) =>
        Parameters switch
        {
            [_, _, "a", "b"] => values[2] / (values[2] + values[3]) < Hardly,
            [_, _, "s", "beta"] => values[2] * age / values[3] < Hardly,
            _ => false,
        };

    /// <summary>Where to begin: rates from the data, and stopping rare or frequent, alike for all or not.</summary>
    internal IEnumerable<double[]> Starts(PurchasePatterns patterns)
    {
        if (Parameters is [_, _, "gamma", _])
        {
            return
            [
                [1, 1, 0.7, 3],
                [0.5, 1, 0.5, 5],
                [1, 1, 1, 10],
                [2, 2, 0.2, 5],
            ];
        }

        var age = patterns.MeanAge;
        var rate = Math.Clamp(patterns.MeanFrequency / age, 1e-9, 1e9);
        (double Shape, double First, double Second)[] guesses = Parameters is [_, _, "s", _]
            ? [(0.6, 0.6, age / 3), (1, 1, age), (0.5, 0.2, age / 10), (2, 2, age * 10)]
            : [(0.5, 0.8, 2.5), (1, 0.2, 2), (0.5, 2, 10), (2, 0.1, 10)];
        return Parameters.Length == 2
            ? guesses.Select(g => new[] { g.Shape, g.Shape / rate })
            : guesses.Select(g => new[] { g.Shape, g.Shape / rate / 2, g.First, g.Second });
    }
}
