namespace Clientele.Models;

/// <summary>Pareto/NBD: everyone buys at a rate of their own, and stops at a moment that does not depend on purchases.</summary>
/// <param name="R">Shape of the rates of buying.</param>
/// <param name="Alpha">Their scale, in units of time.</param>
/// <param name="S">Shape of the rates of stopping.</param>
/// <param name="Beta">Their scale, in units of time.</param>
/// <remarks>
/// Source: Schmittlein, Morrison and Colombo (1987), Management Science 33(1); Fader and Hardie (2005), "A note on deriving the Pareto/NBD model".
/// The chance to have stopped after the last order is an integral over the moment (<see cref="ParetoIntegral"/>), not a hypergeometric function.
/// </remarks>
public sealed record ParetoNbd(double R, double Alpha, double S, double Beta) : IPurchaseProcess
{
    /// <inheritdoc/>
    public double LogLikelihood(PurchaseHistory customer)
    {
        var (alive, gone) = Paths(customer);
        var peak = Math.Max(alive, gone);
        return GammaFunction.LogRising(R, customer.Frequency)
            + (R * Math.Log(Alpha))
            + (S * Math.Log(Beta))
            + peak
            + Math.Log(Math.Exp(alive - peak) + Math.Exp(gone - peak));
    }

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseHistory customer)
    {
        var (alive, gone) = Paths(customer);
        return 1 / (1 + Math.Exp(gone - alive));
    }

    /// <inheritdoc/>
    public double Expected(double time) => R / Alpha * Lived(Beta, time);

    /// <inheritdoc/>
    public double Expected(PurchaseHistory customer, double time) =>
        ProbabilityAlive(customer) * ExpectedAlive(customer.Frequency, customer.Age, time);

    /// <inheritdoc/>
    public double ExpectedAlive(int repeats, double age, double time) =>
        (R + repeats) / (Alpha + age) * Lived(Beta + age, time);

    /// <inheritdoc/>
    public double Probability(int repeats, double time)
    {
        if (time <= 0)
        {
            return repeats == 0 ? 1 : 0;
        }

        var alive = Math.Exp(Nbd.LogProbability(R, Alpha, repeats, time) - (S * Precise.Log1P(time / Beta)));
        // Who stops at y has bought so often until then; in u = ln(β + y).
        var gone =
            S
            * Math.Exp(
                LogIntegral.Of(
                    u =>
                        Nbd.LogProbability(R, Alpha, repeats, Math.Max(Math.Exp(u) - Beta, 0))
                        - (S * (u - Math.Log(Beta))),
                    Math.Log(Beta),
                    Math.Log(Beta + time)
                )
            );
        return alive + gone;
    }

    /// <inheritdoc/>
    public double Discounted(PurchaseHistory customer, double rate) =>
        ProbabilityAlive(customer) * DiscountedAlive(customer.Frequency, customer.Age, rate);

    /// <inheritdoc/>
    public double DiscountedAlive(int repeats, double age, double rate)
    {
        // ∫ e^(−δt) ((β+T)/(β+T+t))^s dt in u = ln(1 + t/(β+T)); nothing is left beyond δt = 45.
        var scale = Beta + age;
        var c = rate * scale;
        var end = Precise.Log1P(LogIntegral.Nothing / c);
        var middle = Math.Min(end, Precise.Log1P(1 / c));
        double Log(double u) => ((1 - S) * u) - (c * Precise.ExpM1(u));
        return (R + repeats)
            / (Alpha + age)
            * scale
            * (Math.Exp(LogIntegral.Of(Log, 0, middle)) + Math.Exp(LogIntegral.Of(Log, middle, end)));
    }

    /// <inheritdoc/>
    public double MedianWait(PurchaseHistory customer) => Nbd.MedianWait(R, Alpha, customer);

    /// <inheritdoc/>
    public Func<Random, long> Future(PurchaseHistory customer, double time)
    {
        var alive = ProbabilityAlive(customer);
        return random => random.NextDouble() < alive ? Lives(customer, time, random) : 0;
    }

    long Lives(PurchaseHistory customer, double time, Random random)
    {
        // Of what is left of a life: P(longer than y) = ((β + T)/(β + T + y))^s.
        var lives = (Beta + customer.Age) * Precise.ExpM1(-Math.Log(1 - random.NextDouble()) / S);
        var (shape, scale) = (R + customer.Frequency, Alpha + customer.Age);
        var lived = Math.Min(time, lives);
        var none = Math.Exp(-shape * Precise.Log1P(lived / scale));
        return Draws.NegativeBinomial(shape, lived / (scale + lived), none, random);
    }

    /// <summary>ln of the two ways to the history: alive until now, and gone after the last order.</summary>
    (double Alive, double Gone) Paths(PurchaseHistory customer) =>
        (
            -((R + customer.Frequency) * Math.Log(Alpha + customer.Age))
                - (S * Math.Log(Beta + customer.Age)),
            Math.Log(S)
                + new ParetoIntegral(Alpha, Beta, R + customer.Frequency, S + 1).Log(
                    customer.Recency,
                    customer.Age
                )
        );

    /// <summary>Expected length of the part of a time that is lived: ∫ (scale/(scale + y))^s dy.</summary>
    double Lived(double scale, double time)
    {
        var log = Precise.Log1P(time / scale);
        return scale * (S == 1 ? log : Precise.ExpM1((1 - S) * log) / (1 - S));
    }
}
