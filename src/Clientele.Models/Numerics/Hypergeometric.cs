namespace Clientele.Models;

/// <summary>How many marked ones are drawn, if some are drawn of all without return.</summary>
/// <remarks>Source: Fisher (1935); chances by <see cref="Binomial"/>, as in R.</remarks>
static class Hypergeometric
{
    /// <summary>Terms below this share of the sum change no digit.</summary>
    const double Small = 1e-18;

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
            Binomial.LogChance(found, marked, share, rest)
                + Binomial.LogChance(drawn - found, all - marked, share, rest)
                - Binomial.LogChance(drawn, all, share, rest)
        );
    }
}
