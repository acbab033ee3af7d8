namespace Clientele.Models;

/// <summary>How many marked ones are drawn, if some are drawn of all without return.</summary>
/// <remarks>Source: Loader (2000), "Fast and Accurate Computation of Binomial Probabilities": no digits are lost to large logarithms.</remarks>
static class Hypergeometric
{
    /// <summary>Terms below this share of the sum change no digit.</summary>
    const double Small = 1e-18;

    /// <summary>Beyond this a difference of logarithms is exact, before a series is.</summary>
    const double Near = 0.1;

    static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>The chance of at least <paramref name="found"/> marked ones: Fisher's exact test, one-sided.</summary>
    /// <param name="found">Marked and drawn.</param>
    /// <param name="all">All.</param>
    /// <param name="marked">Marked.</param>
    /// <param name="drawn">Drawn.</param>
    internal static double AtLeast(int found, int all, int marked, int drawn)
    {
        var (least, most) = (Math.Max(0, marked + drawn - all), Math.Min(marked, drawn));
        if (found <= least)
        {
            return 1;
        }

        if (found > most)
        {
            return 0;
        }

        // The side on which terms fall is summed up.
        return (double)found * all >= (double)marked * drawn
            ? Chance(found, all, marked, drawn) * Up(found, most, all, marked, drawn)
            : Math.Max(
                0,
                1 - (Chance(found - 1, all, marked, drawn) * Down(found - 1, least, all, marked, drawn))
            );
    }

    static double Up(int from, int most, int all, int marked, int drawn)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = from; k < most && term > sum * Small; k++)
        {
            term *= (double)(marked - k) * (drawn - k) / ((k + 1.0) * (all - marked - drawn + k + 1.0));
            sum += term;
        }

        return sum;
    }

    static double Down(int from, int least, int all, int marked, int drawn)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = from; k > least && term > sum * Small; k--)
        {
            term *= k * ((double)all - marked - drawn + k) / ((marked - k + 1.0) * (drawn - k + 1.0));
            sum += term;
        }

        return sum;
    }

    /// <summary>The chance of exactly so many.</summary>
    internal static double Chance(int found, int all, int marked, int drawn)
    {
        var share = (double)drawn / all;
        var rest = (double)(all - drawn) / all;
        return Math.Exp(
            LogBinomial(found, marked, share, rest)
                + LogBinomial(drawn - found, all - marked, share, rest)
                - LogBinomial(drawn, all, share, rest)
        );
    }

    static double LogBinomial(int found, int tries, double share, double rest)
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
