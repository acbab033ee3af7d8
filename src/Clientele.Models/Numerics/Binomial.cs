namespace Clientele.Models;

/// <summary>How many of some tries succeed.</summary>
/// <remarks>Source: Loader (2000), "Fast and Accurate Computation of Binomial Probabilities": no digits are lost to large logarithms.</remarks>
static class Binomial
{
    /// <summary>Terms below this share of the sum change no digit.</summary>
    const double Small = 1e-18;

    /// <summary>Beyond this a difference of logarithms is exact, before a series is.</summary>
    const double Near = 0.1;

    static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>The chance of at least <paramref name="found"/> of some tries, if each succeeds or not like a coin: the sign test.</summary>
    internal static double CoinAtLeast(int found, int tries)
    {
        if (2L * found <= tries)
        {
            // The other side, of which fewer terms count.
            return found <= 0 ? 1 : 1 - CoinAtLeast(tries - found + 1, tries);
        }

        if (found > tries)
        {
            return 0;
        }

        var (sum, term) = (1.0, 1.0);
        for (var k = found; k < tries && term > sum * Small; k++)
        {
            term *= (tries - k) / (k + 1.0);
            sum += term;
        }

        return Math.Exp(LogChance(found, tries, 0.5, 0.5)) * sum;
    }

    /// <summary>Logarithm of the chance of exactly so many.</summary>
    /// <param name="found">Of the tries.</param>
    /// <param name="tries">All.</param>
    /// <param name="share">Chance of each.</param>
    /// <param name="rest">1 less <paramref name="share"/>, without the loss of digits.</param>
    internal static double LogChance(int found, int tries, double share, double rest)
    {
        if (found == 0)
        {
            return tries == 0 ? 0 : tries * LogOf(rest, share);
        }

        if (found == tries)
        {
            return tries * LogOf(share, rest);
        }

        return Stirling(tries)
            - Stirling(found)
            - Stirling(tries - found)
            - Deviance(found, tries * share)
            - Deviance(tries - found, tries * rest)
            - HalfLogTwoPi
            + (0.5 * Math.Log((double)tries / found / (tries - found)));
    }

    static double LogOf(double share, double other) => share > 0.5 ? double.LogP1(-other) : Math.Log(share);

    /// <summary>What Stirling's formula for ln n! lacks.</summary>
    static double Stirling(double n) =>
        n >= GammaFunction.Far
            ? GammaFunction.Rest(n)
            : GammaFunction.Log(n + 1) - (((n + 0.5) * Math.Log(n)) - n + HalfLogTwoPi);

    /// <summary>x ln(x/m) + m − x.</summary>
    static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= Near * (x + m))
        {
            return (x * Math.Log(x / m)) + m - x;
        }

        var v = (x - m) / (x + m);
        var sum = (x - m) * v;
        var term = 2 * x * v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v * v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        return sum;
    }
}
