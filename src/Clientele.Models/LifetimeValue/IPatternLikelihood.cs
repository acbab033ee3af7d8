namespace Clientele.Models;

/// <summary>A likelihood of patterns for one set of parameters, with what all patterns share worked out once.</summary>
interface IPatternLikelihood
{
    /// <summary>ln of the density of one pattern.</summary>
    /// <param name="one">The pattern.</param>
    /// <param name="gradient">Filled: derivatives by the logarithms of the parameters.</param>
    double At(PurchaseHistory one, Span<double> gradient);
}

/// <summary>ln Γ(r + x) − ln Γ(r) and its derivative by r, for every x up to the largest.</summary>
sealed class RisingTable
{
    internal double[] Logs { get; }

    internal double[] Slopes { get; }

    internal RisingTable(double from, int most)
    {
        (Logs, Slopes) = (new double[most + 1], new double[most + 1]);
        for (var x = 0; x < most; x++)
        {
            Logs[x + 1] = Logs[x] + Math.Log(from + x);
            Slopes[x + 1] = Slopes[x] + (1 / (from + x));
        }
    }
}

/// <summary>Likelihood of <see cref="Nbd"/>: parameters r, α.</summary>
sealed class NbdLikelihood(double[] parameters, int most) : IPatternLikelihood
{
    readonly (double R, double Alpha, double LogAlpha) _of = (
        parameters[0],
        parameters[1],
        Math.Log(parameters[1])
    );
    readonly RisingTable _rising = new(parameters[0], most);

    public double At(PurchaseHistory one, Span<double> gradient)
    {
        var (r, alpha, logAlpha) = _of;
        var log = Math.Log(alpha + one.Age);
        gradient[0] = r * (_rising.Slopes[one.Frequency] + logAlpha - log);
        gradient[1] = r - ((r + one.Frequency) * alpha / (alpha + one.Age));
        return _rising.Logs[one.Frequency] + (r * logAlpha) - ((r + one.Frequency) * log);
    }
}

/// <summary>Likelihood of <see cref="BetaGeometricNbd"/>: parameters r, α, a, b.</summary>
sealed class BetaGeometricLikelihood(double[] parameters, bool stopsAtOnce, int most) : IPatternLikelihood
{
    readonly int _more = stopsAtOnce ? 1 : 0;
    readonly double _logAlpha = Math.Log(parameters[1]);
    readonly RisingTable _rising = new(parameters[0], most);
    readonly RisingTable _stays = new(parameters[3], most + 1);
    readonly RisingTable _all = new(parameters[2] + parameters[3], most + 1);

    public double At(PurchaseHistory one, Span<double> gradient)
    {
        var (r, alpha, a, b) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        var (x, stays) = (one.Frequency, one.Frequency + _more);
        var (logAge, logRecency) = (Math.Log(alpha + one.Age), Math.Log(alpha + one.Recency));
        var odds =
            stays == 0 ? 0 : Math.Exp(Math.Log(a / (b + stays - 1)) + ((r + x) * (logAge - logRecency)));
        // A gone customer's odds may be beyond all numbers.
        var gone = double.IsInfinity(odds) ? 1 : odds / (1 + odds);
        var alive = 1 - gone;
        gradient[0] =
            r * (_rising.Slopes[x] + _logAlpha - (alive * logAge) - (gone == 0 ? 0 : gone * logRecency));
        gradient[1] = r - ((r + x) * alpha * ((alive / (alpha + one.Age)) + (gone / (alpha + one.Recency))));
        gradient[2] = gone - (a * _all.Slopes[stays]);
        gradient[3] =
            b * (_stays.Slopes[stays] - _all.Slopes[stays] - (stays == 0 ? 0 : gone / (b + stays - 1)));
        var logOdds = double.IsInfinity(odds)
            ? Math.Log(a / (b + stays - 1)) + ((r + x) * (logAge - logRecency))
            : Precise.Log1P(odds);
        return _rising.Logs[x]
            + _stays.Logs[stays]
            - _all.Logs[stays]
            + (r * _logAlpha)
            - ((r + x) * logAge)
            + logOdds;
    }
}

/// <summary>Likelihood of <see cref="ParetoNbd"/>: parameters r, α, s, β.</summary>
sealed class ParetoLikelihood(double[] parameters, int most) : IPatternLikelihood
{
    readonly (double Alpha, double S, double Beta) _logs = (
        Math.Log(parameters[1]),
        Math.Log(parameters[2]),
        Math.Log(parameters[3])
    );
    readonly RisingTable _rising = new(parameters[0], most);

    public double At(PurchaseHistory one, Span<double> gradient)
    {
        var (r, alpha, s, beta) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        var x = one.Frequency;
        var (logAge, logLife) = (Math.Log(alpha + one.Age), Math.Log(beta + one.Age));
        var stayed = -((r + x) * logAge) - (s * logLife);
        var (integral, means) = new ParetoIntegral(alpha, beta, r + x, s + 1).Means(one.Recency, one.Age);
        var left = _logs.S + integral;
        var peak = Math.Max(stayed, left);
        var (aliveShare, goneShare) = (Math.Exp(stayed - peak), Math.Exp(left - peak));
        var gone = goneShare / (aliveShare + goneShare);
        var alive = 1 - gone;
        gradient[0] = r * (_rising.Slopes[x] + _logs.Alpha - (alive * logAge) - (gone * means.LogAlpha));
        gradient[1] = r - ((r + x) * alpha * ((alive / (alpha + one.Age)) + (gone * means.OneByAlpha)));
        gradient[2] = (s * (_logs.Beta - (alive * logLife))) + (gone * (1 - (s * means.LogBeta)));
        gradient[3] = s - (beta * ((alive * s / (beta + one.Age)) + (gone * (s + 1) * means.OneByBeta)));
        return _rising.Logs[x]
            + (r * _logs.Alpha)
            + (s * _logs.Beta)
            + peak
            + Math.Log(aliveShare + goneShare);
    }
}

/// <summary>Likelihood of <see cref="BetaBinomial"/>: parameters α, β, γ, δ.</summary>
sealed class BetaBinomialLikelihood(double[] parameters, int longest) : IPatternLikelihood
{
    readonly RisingTable _buys = new(parameters[0], longest);
    readonly RisingTable _passes = new(parameters[1], longest);
    readonly RisingTable _chances = new(parameters[0] + parameters[1], longest);
    readonly RisingTable _stays = new(parameters[3], longest);
    readonly RisingTable _reached = new(parameters[2] + parameters[3], longest);

    public double At(PurchaseHistory one, Span<double> gradient)
    {
        var (x, last, all) = (one.Frequency, (int)one.Recency, (int)one.Age);
        gradient.Clear();
        // Alive to the end, or gone before one of the opportunities after the last purchase; running sums keep the greatest apart.
        var (peak, sum) = (double.NegativeInfinity, 0.0);
        Span<double> part = stackalloc double[4];
        for (var reached = last; reached <= all; reached++)
        {
            var log = Path(x, reached, reached < all, part);
            if (log > peak)
            {
                var less = Math.Exp(peak - log);
                sum *= less;
                for (var i = 0; i < 4; i++)
                {
                    gradient[i] *= less;
                }

                peak = log;
            }

            var weight = Math.Exp(log - peak);
            sum += weight;
            for (var i = 0; i < 4; i++)
            {
                gradient[i] += weight * part[i];
            }
        }

        for (var i = 0; i < 4; i++)
        {
            gradient[i] *= parameters[i] / sum;
        }

        return peak + Math.Log(sum);
    }

    /// <summary>ln of one way to a history; fills its derivatives by the parameters.</summary>
    double Path(int x, int reached, bool isGone, Span<double> slopes)
    {
        var end = 1 / (parameters[2] + parameters[3] + reached);
        slopes[0] = _buys.Slopes[x] - _chances.Slopes[reached];
        slopes[1] = _passes.Slopes[reached - x] - _chances.Slopes[reached];
        slopes[2] = (isGone ? (1 / parameters[2]) - end : 0) - _reached.Slopes[reached];
        slopes[3] = _stays.Slopes[reached] - _reached.Slopes[reached] - (isGone ? end : 0);
        return _buys.Logs[x]
            + _passes.Logs[reached - x]
            - _chances.Logs[reached]
            + _stays.Logs[reached]
            - _reached.Logs[reached]
            + (isGone ? Math.Log(parameters[2] * end) : 0);
    }
}
