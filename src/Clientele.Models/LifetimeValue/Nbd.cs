namespace Clientele.Models;

/// <summary>Negative binomial: everyone buys at a rate of their own, and nobody ever stops.</summary>
/// <param name="R">Shape of the rates.</param>
/// <param name="Alpha">Their scale, in units of time: the mean rate is r/α.</param>
/// <remarks>Source: Ehrenberg (1959), Applied Statistics 8(1); Schmittlein, Bemmaor and Morrison (1985), Marketing Science 4(3).</remarks>
public sealed record Nbd(double R, double Alpha) : IPurchaseProcess
{
    /// <inheritdoc/>
    public double LogLikelihood(PurchaseHistory customer) =>
        GammaFunction.LogRising(R, customer.Frequency)
        + (R * (Math.Log(Alpha) - Math.Log(Alpha + customer.Age)))
        - (customer.Frequency * Math.Log(Alpha + customer.Age));

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseHistory customer) => 1;

    /// <inheritdoc/>
    public double Expected(double time) => R * time / Alpha;

    /// <inheritdoc/>
    public double Expected(PurchaseHistory customer, double time) =>
        ExpectedAlive(customer.Frequency, customer.Age, time);

    /// <inheritdoc/>
    public double ExpectedAlive(int repeats, double age, double time) => (R + repeats) * time / (Alpha + age);

    /// <inheritdoc/>
    public double Probability(int repeats, double time) => Math.Exp(LogProbability(R, Alpha, repeats, time));

    /// <inheritdoc/>
    public double Discounted(PurchaseHistory customer, double rate) => Expected(customer, 1 / rate);

    /// <inheritdoc/>
    public double DiscountedAlive(int repeats, double age, double rate) =>
        ExpectedAlive(repeats, age, 1 / rate);

    /// <inheritdoc/>
    public double MedianWait(PurchaseHistory customer) => MedianWait(R, Alpha, customer);

    /// <inheritdoc/>
    public Func<Random, long> Future(PurchaseHistory customer, double time) =>
        Future(R + customer.Frequency, Alpha + customer.Age, time);

    /// <summary>ln P(X = n) of a gamma mixture of Poisson numbers.</summary>
    internal static double LogProbability(double r, double alpha, int repeats, double time) =>
        repeats == 0 ? -r * Precise.Log1P(time / alpha)
        : time <= 0 ? double.NegativeInfinity
        : GammaFunction.LogRising(r, repeats)
            - GammaFunction.Log(repeats + 1)
            - (r * Precise.Log1P(time / alpha))
            - (repeats * Precise.Log1P(alpha / time));

    /// <summary>P(X ≥ n), added up from the side on which nothing cancels.</summary>
    internal static double AtLeast(double r, double alpha, int repeats, double time)
    {
        if (repeats == 0)
        {
            return 1;
        }

        var share = time / (alpha + time);
        if (repeats <= r * time / alpha)
        {
            var under = 0.0;
            for (var n = 0; n < repeats; n++)
            {
                under += Math.Exp(LogProbability(r, alpha, n, time));
            }

            return Math.Clamp(1 - under, 0, 1);
        }

        var term = Math.Exp(LogProbability(r, alpha, repeats, time));
        var sum = 0.0;
        for (var n = repeats; term > sum * 1e-17 && n < repeats + 10_000_000; n++)
        {
            sum += term;
            term *= (r + n) / (n + 1) * share;
        }

        return Math.Min(sum, 1);
    }

    /// <summary>Of a wait that is exponential at a rate which is gamma: (α + T)(2^(1/(r + x)) − 1).</summary>
    internal static double MedianWait(double r, double alpha, PurchaseHistory customer) =>
        (alpha + customer.Age) * Precise.ExpM1(Math.Log(2) / (r + customer.Frequency));

    /// <summary>Draws how often who does not stop buys within a time, at a rate of a gamma distribution.</summary>
    internal static Func<Random, long> Future(double shape, double scale, double time)
    {
        var none = Math.Exp(-shape * Precise.Log1P(time / scale));
        return random => Draws.NegativeBinomial(shape, time / (scale + time), none, random);
    }
}
