namespace Clientele.Models;

/// <summary>BG/BB: at each of a row of opportunities who is alive buys with a chance of their own, and stops before it with another.</summary>
/// <param name="Alpha">First shape of the chances to buy.</param>
/// <param name="Beta">Second shape.</param>
/// <param name="Gamma">First shape of the chances to stop.</param>
/// <param name="Delta">Second shape.</param>
/// <remarks>
/// Histories count in opportunities: recency is the number of the last one taken, age how many there were. What is expected is added up
/// over the opportunities to come, so that γ = 1 is no branch.
/// Source: Fader, Hardie and Shang (2010), Marketing Science 29(6).
/// </remarks>
public sealed record BetaBinomial(double Alpha, double Beta, double Gamma, double Delta) : IPurchaseProcess
{
    /// <summary>Opportunities added up for ever are added up so far: each later one is worth less than 10⁻¹⁸ of the sum, or is not reached.</summary>
    const int MostOpportunities = 100_000;

    /// <inheritdoc/>
    public double LogLikelihood(PurchaseHistory customer)
    {
        var (x, last, all) = Whole(customer);
        var parts = new double[all - last + 1];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = LogGone(x, last + i);
        }

        parts[^1] = LogAlive(x, all, all);
        var peak = parts.Max();
        return peak + Math.Log(parts.Sum(part => Math.Exp(part - peak)));
    }

    /// <summary>Chance that a customer is alive at the next opportunity.</summary>
    public double ProbabilityAlive(PurchaseHistory customer)
    {
        var (x, _, all) = Whole(customer);
        return Math.Min(1, Math.Exp(LogAlive(x, all, all + 1) - LogLikelihood(customer)));
    }

    /// <inheritdoc/>
    public double Expected(double time) => Alpha / (Alpha + Beta) * Lived(0, time, 0);

    /// <inheritdoc/>
    public double Expected(PurchaseHistory customer, double time) =>
        ProbabilityAlive(customer) * ExpectedAlive(customer.Frequency, customer.Age, time);

    /// <inheritdoc/>
    public double ExpectedAlive(int repeats, double age, double time) =>
        Rate(repeats, (int)age) * Lived((int)age, time, 0);

    /// <inheritdoc/>
    public double Probability(int repeats, double time)
    {
        var all = (int)time;
        if (repeats > all)
        {
            return 0;
        }

        // Alive to the end, or stopped before opportunity i + 1 with all purchases before.
        var sum = Math.Exp(LogChoose(all, repeats) + LogAlive(repeats, all, all));
        for (var i = repeats; i < all; i++)
        {
            sum += Math.Exp(LogChoose(i, repeats) + LogGone(repeats, i));
        }

        return sum;
    }

    /// <inheritdoc/>
    public double Discounted(PurchaseHistory customer, double rate) =>
        ProbabilityAlive(customer) * DiscountedAlive(customer.Frequency, customer.Age, rate);

    /// <inheritdoc/>
    public double DiscountedAlive(int repeats, double age, double rate) =>
        Rate(repeats, (int)age) * Lived((int)age, MostOpportunities, rate);

    /// <inheritdoc/>
    public double MedianWait(PurchaseHistory customer)
    {
        var (x, _, all) = Whole(customer);
        var (passed, waits) = (1.0, 0);
        while (passed > 0.5 && waits < MostOpportunities)
        {
            passed *= (Beta + all - x + waits) / (Alpha + Beta + all + waits);
            waits++;
        }

        return waits;
    }

    /// <inheritdoc/>
    public Func<Random, long> Future(PurchaseHistory customer, double time)
    {
        var (x, _, all) = Whole(customer);
        var alive = Math.Exp(LogAlive(x, all, all) - LogLikelihood(customer));
        return random => random.NextDouble() < alive ? Lives(x, all, time, random) : 0;
    }

    long Lives(int x, int all, double time, Random random)
    {
        var (buys, stops) = (
            Draws.Beta(Alpha + x, Beta + all - x, random),
            Draws.Beta(Gamma, Delta + all, random)
        );
        var lived = stops > 0 ? Math.Min((long)time, Draws.Geometric(stops, random) - 1) : (long)time;
        return Draws.Binomial(lived, buys, random);
    }

    /// <summary>Chance to buy at an opportunity, times what makes the chance to be alive at age + j of <see cref="Lived"/> of who is alive at the next.</summary>
    double Rate(int repeats, int all) =>
        (Alpha + repeats) / (Alpha + Beta + all) * ((Gamma + Delta + all) / (Delta + all));

    /// <summary>Σ over the opportunities to come of the chance to reach them from <paramref name="all"/>, each discounted.</summary>
    double Lived(int all, double time, double rate)
    {
        var (sum, alive) = (0.0, 1.0);
        for (var j = 1; j <= Math.Min((long)time, MostOpportunities); j++)
        {
            alive *= (Delta + all + j - 1) / (Gamma + Delta + all + j - 1) * Math.Exp(-rate);
            sum += alive;
            if (alive < sum * 1e-18)
            {
                break;
            }
        }

        return sum;
    }

    double LogAlive(int x, int all, int reached) =>
        LogBought(x, all)
        + GammaFunction.LogRising(Delta, reached)
        - GammaFunction.LogRising(Gamma + Delta, reached);

    /// <summary>Bought so often in so many opportunities, and stopped before the next.</summary>
    double LogGone(int x, int reached) =>
        LogAlive(x, reached, reached) + Math.Log(Gamma / (Gamma + Delta + reached));

    double LogBought(int x, int of) =>
        GammaFunction.LogRising(Alpha, x)
        + GammaFunction.LogRising(Beta, of - x)
        - GammaFunction.LogRising(Alpha + Beta, of);

    /// <exception cref="ArgumentException">A history is not in whole opportunities, at most one purchase each.</exception>
    internal static void Refuse(IEnumerable<PurchaseHistory> histories)
    {
        foreach (var one in histories)
        {
            if (
                one.Recency != Math.Floor(one.Recency)
                || one.Age != Math.Floor(one.Age)
                || one.Frequency > one.Recency
            )
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"BG/BB counts opportunities: frequency {one.Frequency}, recency {one.Recency} and age {one.Age} should be whole, and frequency at most recency."
                    ),
                    nameof(histories)
                );
            }
        }
    }

    static double LogChoose(int all, int some) =>
        GammaFunction.Log(all + 1) - GammaFunction.Log(some + 1) - GammaFunction.Log(all - some + 1);

    static (int X, int Last, int All) Whole(PurchaseHistory customer) =>
        (customer.Frequency, (int)customer.Recency, (int)customer.Age);
}
