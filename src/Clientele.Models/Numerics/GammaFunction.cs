namespace Clientele.Models;

/// <summary>The logarithm of the gamma function, its derivatives, and what is made of them.</summary>
/// <remarks>
/// Stirling's series beyond <see cref="Far"/>, reached by the recurrence Γ(x + 1) = x Γ(x).
/// Source: Abramowitz and Stegun, 6.1.40, 6.3.18 and 6.4.12.
/// </remarks>
static class GammaFunction
{
    /// <summary>From here on eight terms of the series are exact to the last digit.</summary>
    internal const double Far = 12;

    const double HalfLogTwoPi = 0.91893853320467274178;

    // Bernoulli numbers B₂, B₄, … B₁₆.
    static readonly double[] Bernoulli =
    [
        1.0 / 6,
        -1.0 / 30,
        1.0 / 42,
        -1.0 / 30,
        5.0 / 66,
        -691.0 / 2730,
        7.0 / 6,
        -3617.0 / 510,
    ];

    /// <summary>ln Γ(x) for x > 0.</summary>
    internal static double Log(double x)
    {
        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        var product = 1.0;
        while (x < Far)
        {
            product *= x++;
        }

        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + Rest(x) - Math.Log(product);
    }

    /// <summary>What Stirling's formula for ln Γ(x), and that for ln x!, lacks; for x not below <see cref="Far"/>.</summary>
    internal static double Rest(double x)
    {
        var (inverse, sum) = (1 / x, 0.0);
        var power = inverse;
        for (var k = 1; k <= Bernoulli.Length; k++)
        {
            sum += Bernoulli[k - 1] / (2 * k * ((2 * k) - 1)) * power;
            power *= inverse * inverse;
        }

        return sum;
    }

    /// <summary>ln Γ(x + step) − ln Γ(x) for x > 0 and step ≥ 0, without the loss of a difference of large numbers.</summary>
    internal static double LogStep(double x, double step) =>
        x < Far
            ? Log(x + step) - Log(x)
            : ((x + step - 0.5) * Precise.Log1P(step / x))
                + (step * (Math.Log(x) - 1))
                + Rest(x + step)
                - Rest(x);

    /// <summary>ψ(x), the derivative of ln Γ, for x > 0.</summary>
    internal static double Digamma(double x)
    {
        var before = 0.0;
        while (x < Far)
        {
            before -= 1 / x++;
        }

        var square = 1 / (x * x);
        var (power, sum) = (square, 0.0);
        for (var k = 1; k <= Bernoulli.Length; k++)
        {
            sum += Bernoulli[k - 1] / (2 * k) * power;
            power *= square;
        }

        return before + Math.Log(x) - (0.5 / x) - sum;
    }

    /// <summary>ln B(a, b) for a, b > 0.</summary>
    internal static double LogBeta(double a, double b) =>
        a < b ? Log(a) - LogStep(b, a) : Log(b) - LogStep(a, b);

    /// <summary>ln x(x + 1) … (x + n − 1), that is ln Γ(x + n) − ln Γ(x).</summary>
    internal static double LogRising(double x, int n)
    {
        if (n > 64)
        {
            return LogStep(x, n);
        }

        var (sum, product) = (0.0, 1.0);
        for (var k = 0; k < n; k++)
        {
            product *= x + k;
            if (product is > 1e200 or < 1e-200)
            {
                sum += Math.Log(product);
                product = 1;
            }
        }

        return sum + Math.Log(product);
    }
}
