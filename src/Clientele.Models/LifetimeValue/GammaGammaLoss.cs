namespace Clientele.Models;

/// <summary>Minus the mean log-likelihood of a customer's spend, by the logarithms of p, q and v.</summary>
sealed class GammaGammaLoss
{
    const int Block = 4096;
    const int Few = 4096;

    readonly PurchaseHistory[] _customers;
    readonly LifetimeOptions _options;
    readonly CancellationToken _cancel;
    readonly int _most;

    // What does not depend on parameters: Σ ln z̄ and Σ x (ln z̄ + ln x).
    readonly (double Logs, double Weighted) _sums;

    // Customers of each frequency.
    readonly double[] _counts;

    internal GammaGammaLoss(PurchaseHistory[] customers, LifetimeOptions options, CancellationToken cancel)
    {
        (_customers, _options, _cancel) = (customers, options, cancel);
        _most = customers.Max(c => c.Frequency);
        _counts = new double[_most + 1];
        foreach (var one in customers)
        {
            _counts[one.Frequency]++;
            var log = Math.Log(one.Spend);
            _sums.Logs += log;
            _sums.Weighted += one.Frequency * (log + Math.Log(one.Frequency));
        }
    }

    /// <summary>The same of some of the customers, evenly over all.</summary>
    internal GammaGammaLoss Some =>
        field ??=
            _customers.Length <= Few
                ? this
                : new(
                    [
                        .. Enumerable
                            .Range(0, Few)
                            .Select(i => _customers[(int)((long)i * _customers.Length / Few)]),
                    ],
                    _options,
                    _cancel
                );

    /// <summary>Value at a point; fills the gradient.</summary>
    internal double At(double[] point, double[] gradient)
    {
        var (p, q, v) = (Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]));
        var blocks = (_customers.Length + Block - 1) / Block;
        var parts = new double[blocks * 4];
        Blocks.For(blocks, _options.Threads, block => Add(v, block, parts.AsSpan(block * 4, 4)), _cancel);
        // Σ ln(x z̄ + v), Σ x ln(x z̄ + v), Σ 1/(x z̄ + v), Σ x/(x z̄ + v).
        var sums = new double[4];
        for (var i = 0; i < parts.Length; i++)
        {
            sums[i % 4] += parts[i];
        }

        var n = _customers.Length;
        var (value, byP, byQ) = OfFrequencies(p, q);
        value += (n * q * Math.Log(v)) + (p * _sums.Weighted) - _sums.Logs - (p * sums[1]) - (q * sums[0]);
        byP += _sums.Weighted - sums[1];
        byQ += (n * Math.Log(v)) - sums[0];
        var byV = (n * q / v) - (p * sums[3]) - (q * sums[2]);
        var (penalty, walls) = LifetimeLoss.Penalty(point, _options.Penalty);
        gradient[0] = walls[0] - (p * byP / n);
        gradient[1] = walls[1] - (q * byQ / n);
        gradient[2] = walls[2] - (v * byV / n);
        var loss = penalty - (value / n);
        return double.IsNaN(loss) ? double.PositiveInfinity : loss;
    }

    /// <summary>Σ ln Γ(px + q) − ln Γ(px) − ln Γ(q) and its derivatives: one for each frequency, not each customer.</summary>
    (double Value, double ByP, double ByQ) OfFrequencies(double p, double q)
    {
        var (value, byP, byQ) = (0.0, 0.0, 0.0);
        var (logQ, slopeQ) = (GammaFunction.Log(q), GammaFunction.Digamma(q));
        for (var x = 1; x <= _most; x++)
        {
            if (_counts[x] == 0)
            {
                continue;
            }

            var (all, slope) = (p * x, GammaFunction.Digamma((p * x) + q));
            value += _counts[x] * (GammaFunction.Log(all + q) - GammaFunction.Log(all) - logQ);
            byP += _counts[x] * x * (slope - GammaFunction.Digamma(all));
            byQ += _counts[x] * (slope - slopeQ);
        }

        return (value, byP, byQ);
    }

    void Add(double v, int block, Span<double> sums)
    {
        for (var i = block * Block; i < Math.Min((block + 1) * Block, _customers.Length); i++)
        {
            var one = _customers[i];
            var all = (one.Frequency * one.Spend) + v;
            var (log, inverse) = (Math.Log(all), 1 / all);
            sums[0] += log;
            sums[1] += one.Frequency * log;
            sums[2] += inverse;
            sums[3] += one.Frequency * inverse;
        }
    }
}
