namespace Clientele.Models;

/// <summary>BG/NBD and MBG/NBD: everyone buys at a rate of their own, and may stop after each purchase with a chance of their own.</summary>
/// <param name="R">Shape of the rates.</param>
/// <param name="Alpha">Their scale, in units of time.</param>
/// <param name="A">First shape of the chances to stop; their mean is a/(a + b).</param>
/// <param name="B">Second shape.</param>
/// <param name="StopsAtOnce">Whether one may stop after the very first purchase (MBG/NBD): in BG/NBD nobody who bought once is ever gone.</param>
/// <remarks>
/// Source: Fader, Hardie and Lee (2005), Marketing Science 24(2); Batislam, Denizel and Filiztekin (2007), IJRM 24(3).
/// What is expected of who is alive is C·(1 − (1 − z)^(a−1) ₂F₁(C − r − x, a − 1; C; z))/(a − 1) with C = a + b + m − 1, after Euler's
/// transformation: the factor a − 1 is taken out of the series, so that a = 1 is no branch.
/// </remarks>
public sealed record BetaGeometricNbd(double R, double Alpha, double A, double B, bool StopsAtOnce = false)
    : IPurchaseProcess
{
    /// <inheritdoc/>
    public double LogLikelihood(PurchaseHistory customer)
    {
        var (x, stays) = (customer.Frequency, Stays(customer.Frequency));
        return GammaFunction.LogRising(R, x)
            + LogStayed(stays)
            + (R * (Math.Log(Alpha) - Math.Log(Alpha + customer.Age)))
            - (x * Math.Log(Alpha + customer.Age))
            + Precise.Log1P(Math.Exp(LogOddsGone(customer)));
    }

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseHistory customer) => 1 / (1 + Math.Exp(LogOddsGone(customer)));

    /// <inheritdoc/>
    public double Expected(double time) =>
        (StopsAtOnce ? B / (A + B) : 1) * WhileAlive(R, Alpha, B + (StopsAtOnce ? 1 : 0), time);

    /// <inheritdoc/>
    public double Expected(PurchaseHistory customer, double time) =>
        ProbabilityAlive(customer) * ExpectedAlive(customer.Frequency, customer.Age, time);

    /// <inheritdoc/>
    public double ExpectedAlive(int repeats, double age, double time) =>
        WhileAlive(R + repeats, Alpha + age, B + Stays(repeats), time);

    /// <inheritdoc/>
    public void ExpectedAlive(int repeats, double age, ReadOnlySpan<double> times, Span<double> told)
    {
        var (shape, scale, b) = (R + repeats, Alpha + age, B + Stays(repeats));
        var c = A + b - 1;
        Span<double> sums = stackalloc double[times.Length];
        Span<double> shares = stackalloc double[times.Length];
        for (var i = 0; i < times.Length; i++)
        {
            shares[i] = times[i] / (scale + times[i]);
        }

        var known = IsShort(c, shares[^1]) && Series(c, c - shape, shares, sums);
        for (var i = 0; i < times.Length; i++)
        {
            told[i] = WhileAlive(shape, scale, b, times[i], known ? sums[i] : null);
        }
    }

    /// <inheritdoc/>
    public double Probability(int repeats, double time)
    {
        var stays = repeats + (StopsAtOnce ? 1 : 0);
        var alive = Math.Exp(LogStayed(stays) + Nbd.LogProbability(R, Alpha, repeats, time));
        return stays == 0
            ? alive
            : alive
                + (Math.Exp(LogStayed(stays)) * A / (B + stays - 1) * Nbd.AtLeast(R, Alpha, repeats, time));
    }

    /// <inheritdoc/>
    public double Discounted(PurchaseHistory customer, double rate) =>
        ProbabilityAlive(customer) * DiscountedAlive(customer.Frequency, customer.Age, rate);

    /// <inheritdoc/>
    public double DiscountedAlive(int repeats, double age, double rate)
    {
        // ∫ e^(−δt) dE(t) by parts, in u = ln δt; nothing is left beyond δt = 45.
        double Log(double u) => u - Math.Exp(u) + Math.Log(ExpectedAlive(repeats, age, Math.Exp(u) / rate));
        return Math.Exp(LogIntegral.Of(Log, -25, -2)) + Math.Exp(LogIntegral.Of(Log, -2, 4));
    }

    /// <inheritdoc/>
    public double MedianWait(PurchaseHistory customer) => Nbd.MedianWait(R, Alpha, customer);

    /// <inheritdoc/>
    public Func<Random, long> Future(PurchaseHistory customer, double time)
    {
        var (alive, stays) = (ProbabilityAlive(customer), Stays(customer.Frequency));
        var wanted = Nbd.Future(R + customer.Frequency, Alpha + customer.Age, time);
        return random =>
            random.NextDouble() < alive && wanted(random) is var most and > 0
                ? Math.Min(most, Draws.Geometric(Draws.Beta(A, B + stays, random), random))
                : 0;
    }

    /// <summary>ln of the density of the history of a customer whose own rate and chance to stop are known.</summary>
    /// <param name="customer">What was bought.</param>
    /// <param name="rate">Purchases a unit of time, above 0.</param>
    /// <param name="stop">Chance to stop after a repeat, between 0 and 1.</param>
    /// <remarks>(1 − p)^x λ^x e^(−λT) + p (1 − p)^(x−1) λ^x e^(−λt_x), the second only after a repeat.</remarks>
    public static double LogLikelihood(PurchaseHistory customer, double rate, double stop)
    {
        var x = customer.Frequency;
        var logAlive = (x * Math.Log(rate * (1 - stop))) - (rate * customer.Age);
        return x == 0
            ? logAlive
            : logAlive
                + Precise.Log1P(
                    Math.Exp(Math.Log(stop / (1 - stop)) + (rate * (customer.Age - customer.Recency)))
                );
    }

    /// <summary>Standard deviations beyond which a density that is nearly normal is nothing.</summary>
    const int Widths = 9;

    const double LongSeries = 300;

    /// <summary>Times that a customer did not stop although he could.</summary>
    int Stays(int repeats) => repeats + (StopsAtOnce ? 1 : 0);

    /// <summary>ln of the chance not to stop so many times.</summary>
    double LogStayed(int times) => GammaFunction.LogRising(B, times) - GammaFunction.LogRising(A + B, times);

    double LogOddsGone(PurchaseHistory customer) =>
        Stays(customer.Frequency) == 0
            ? double.NegativeInfinity
            : Math.Log(A / (B + Stays(customer.Frequency) - 1))
                + (
                    (R + customer.Frequency)
                    * (Math.Log(Alpha + customer.Age) - Math.Log(Alpha + customer.Recency))
                );

    /// <summary>Purchases of who is alive, with a rate ~ Gamma(shape, scale) and a chance to stop ~ Beta(a, b).</summary>
    double WhileAlive(double shape, double scale, double b, double time)
    {
        var c = A + b - 1;
        Span<double> share = [time / (scale + time)];
        Span<double> sum = [0];
        var known = IsShort(c, share[0]) && Series(c, c - shape, share, sum);
        return WhileAlive(shape, scale, b, time, known ? sum[0] : null);
    }

    /// <summary>The series has about as many terms as a·z, and more than the integral has nodes where that is large.</summary>
    bool IsShort(double c, double z) => c > 0 && A * z < LongSeries;

    double WhileAlive(double shape, double scale, double b, double time, double? series)
    {
        if (time <= 0)
        {
            return 0;
        }

        var c = A + b - 1;
        var logRest = -Precise.Log1P(time / scale);
        var rest = Math.Exp((A - 1) * logRest);
        var whole =
            Math.Abs(1 - rest) > 0.1 ? (1 - rest) / (A - 1)
            : A == 1 ? -logRest
            : -Precise.ExpM1((A - 1) * logRest) / (A - 1);
        // Nobody who may stop buys more than who does not.
        var most = shape * time / scale;
        if (series is { } sum)
        {
            var lost = rest * sum;
            var left = whole - lost;
            if (left > 1e-5 * (Math.Abs(whole) + Math.Abs(lost)) && c * left <= most * (1 + 1e-9))
            {
                return c * left;
            }
        }

        return Integrated(shape, scale, b, time) is var bought && bought <= most ? bought : most;
    }

    /// <summary>Σ (f)ₙ (a)ₙ₋₁ zⁿ / ((c)ₙ n!), n from 1, of each z, rising; false if it takes too long.</summary>
    bool Series(double c, double f, ReadOnlySpan<double> z, Span<double> sums)
    {
        Span<double> terms = stackalloc double[z.Length];
        for (var i = 0; i < z.Length; i++)
        {
            terms[i] = f / c * z[i];
            sums[i] = 0;
        }

        for (var n = 1; n < 2000; n++)
        {
            var factor = (f + n) * (A + n - 1) / ((c + n) * (n + 1));
            var last = terms[^1];
            for (var i = 0; i < z.Length; i++)
            {
                sums[i] += terms[i];
                terms[i] *= factor * z[i];
            }

            // Of the greatest z terms fall most slowly.
            if (Math.Abs(terms[^1]) < 1e-16 * Math.Abs(sums[^1]) && Math.Abs(terms[^1]) <= Math.Abs(last))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same as an integral over the chance to stop, of which nothing cancels: ∫ (1 − (1 + p·t/scale)^−shape)/p Beta(p; a, b) dp.</summary>
    double Integrated(double shape, double scale, double b, double time)
    {
        var spread = Math.Sqrt((1 / A) + (1 / b));
        // The error of a step h is e^(−2π²/h) in logits, or e^(−2π²σ²/h²) where all is nearly normal.
        var step = Math.Min(0.5, spread / 2);
        var logBeta = GammaFunction.LogBeta(A, b);
        var slope = shape * time / scale;
        var peak = Math.Log(A / b);
        var (from, to) = (
            Math.Min(peak - (LogIntegral.Nothing / A) - 4, Math.Log(1 + A) - 5),
            peak + (LogIntegral.Nothing / b) + 4
        );
        // Left of where nothing bends any more the rest is a power of p.
        from = Math.Max(from, Math.Min(peak, -Math.Log(1 + b + (time / scale * (1 + shape)))) - 40);
        var sum = from < 0 ? slope * Math.Exp((A * (from - (step / 2))) - logBeta) / A : 0;
        if (Widths * spread < 4)
        {
            // All customers are as good as alike: nothing is left so many widths away.
            (from, to, sum) = (peak - (Widths * spread), peak + (Widths * spread), 0);
        }

        // Right of where all stop at once the rest is a power of 1 − p.
        var end = Math.Min(to, Math.Max(peak, Math.Log(1 + A)) + 40);
        if (end < to)
        {
            var last = from + (Math.Ceiling((end - from) / step) * step) - (step / 2);
            sum += -Precise.ExpM1(-shape * Precise.Log1P(time / scale)) * Math.Exp(-(b * last) - logBeta) / b;
        }

        for (var u = from; u < end; u += step)
        {
            var p = 1 / (1 + Math.Exp(-u));
            var density = (A * (u - Precise.Log1P(Math.Exp(u)))) - (b * Precise.Log1P(Math.Exp(u))) - logBeta;
            var bought = -Precise.ExpM1(-shape * Precise.Log1P(p * time / scale)) / p;
            sum += step * Math.Exp(density) * bought;
        }

        return sum;
    }
}
