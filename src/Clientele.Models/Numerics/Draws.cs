namespace Clientele.Models;

/// <summary>Random numbers of the distributions that customers' buying is made of.</summary>
static class Draws
{
    /// <summary>What is less likely is not drawn: no random number is so near 1.</summary>
    const double LeastChance = 1e-18;

    /// <summary>So many events, in the mean, are not counted one by one.</summary>
    const double ManyEvents = 30;

    /// <summary>A gamma number with a shape and scale 1.</summary>
    /// <remarks>Source: Marsaglia and Tsang (2000), ACM TOMS 26(3); shapes under 1 by their boost.</remarks>
    internal static double Gamma(double shape, Random random)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1, random) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = NormalNumber.Next(random);
            var root = 1 + (c * normal);
            if (root <= 0)
            {
                continue;
            }

            var (v, square, uniform) = (root * root * root, normal * normal, 1 - random.NextDouble());
            // The squeeze spares the logarithms, all but always.
            if (
                uniform < 1 - (0.0331 * square * square)
                || Math.Log(uniform) < (0.5 * square) + (d * (1 - v + Math.Log(v)))
            )
            {
                return d * v;
            }
        }
    }

    /// <summary>A beta number; 0 and 1 are possible where a parameter is tiny.</summary>
    internal static double Beta(double a, double b, Random random)
    {
        var (one, other) = (Gamma(a, random), Gamma(b, random));
        return one + other > 0 ? one / (one + other)
            : random.NextDouble() < a / (a + b) ? 1
            : 0;
    }

    /// <summary>A Poisson number.</summary>
    /// <remarks>Source: Devroye (1986), Non-Uniform Random Variate Generation, X.3: an order statistic of the events cuts large means down.</remarks>
    internal static long Poisson(double mean, Random random)
    {
        var count = 0L;
        while (mean > ManyEvents)
        {
            var step = (long)(mean * 7 / 8);
            var time = Gamma(step, random);
            if (time > mean)
            {
                return count + Binomial(step - 1, mean / time, random);
            }

            (count, mean) = (count + step, mean - time);
        }

        var (limit, product) = (Math.Exp(-mean), 1 - random.NextDouble());
        while (product > limit)
        {
            count++;
            product *= 1 - random.NextDouble();
        }

        return count;
    }

    /// <summary>A Poisson number whose mean is gamma with a shape, of mean shape·share/(1 − share).</summary>
    /// <param name="shape">Above 0.</param>
    /// <param name="share">Under 1.</param>
    /// <param name="none">The chance of 0: (1 − share)^shape.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <remarks>By inversion, number after number, unless there are many.</remarks>
    internal static long NegativeBinomial(double shape, double share, double none, Random random)
    {
        var mean = shape * share / (1 - share);
        if (mean > ManyEvents)
        {
            return Poisson(Gamma(shape, random) * share / (1 - share), random);
        }

        var left = random.NextDouble() - none;
        var (count, chance) = (0L, none);
        while (left >= 0 && (chance > LeastChance || count < mean))
        {
            chance *= (shape + count) / (count + 1) * share;
            left -= chance;
            count++;
        }

        return count;
    }

    /// <summary>Successes in a number of trials.</summary>
    /// <remarks>Source: Devroye (1986), X.4: the middle order statistic halves the trials.</remarks>
    internal static long Binomial(long trials, double chance, Random random)
    {
        var count = 0L;
        while (trials > ManyEvents)
        {
            var middle = (trials + 1) / 2;
            var place = Beta(middle, trials + 1 - middle, random);
            if (place <= chance)
            {
                (count, trials) = (count + middle, trials - middle);
                chance = place < 1 ? Math.Clamp((chance - place) / (1 - place), 0, 1) : 0;
            }
            else
            {
                (trials, chance) = (middle - 1, Math.Clamp(chance / place, 0, 1));
            }
        }

        for (var i = 0; i < trials; i++)
        {
            count += random.NextDouble() < chance ? 1 : 0;
        }

        return count;
    }

    /// <summary>Trials up to and with the first success, at least 1; the largest number if that never comes.</summary>
    internal static long Geometric(double chance, Random random)
    {
        if (chance >= 1)
        {
            return 1;
        }

        var trials = Math.Log(1 - random.NextDouble()) / Precise.Log1P(-chance);
        return trials < 1e18 ? (long)trials + 1 : long.MaxValue;
    }
}
