namespace Clientele.Models;

/// <summary>Normalised Gini of models over all days, for all customers and for samples of them that all models share.</summary>
sealed class PairedGini
{
    readonly Dictionary<string, double[]> _samples = new(StringComparer.Ordinal);
    readonly Dictionary<string, double> _means = new(StringComparer.Ordinal);

    internal PairedGini(
        IReadOnlyList<ValueRound> rounds,
        Dictionary<string, GainOrder[]> orders,
        ValueTournamentOptions options,
        CancellationToken cancel
    )
    {
        GainOrder[] best = [.. rounds.Select(r => new GainOrder(r.Outcome, r.Outcome))];
        foreach (var name in orders.Keys)
        {
            _samples[name] = new double[options.Resamples];
        }

        var most = rounds.Max(r => r.Task.Now.Customers.Max()) + 1;
        Blocks.For(
            options.Resamples + 1,
            options.Threads,
            sample =>
            {
                var weights = new byte[most];
                Fill(
                    weights,
                    sample == options.Resamples ? null : new Random(Seeds.Of(options.Seed, sample))
                );
                byte[][] own =
                [
                    .. rounds.Select(r => r.Task.Now.Customers.Select(number => weights[number]).ToArray()),
                ];
                double[] whole = [.. best.Select((b, i) => b.Gini(own[i]))];
                foreach (var (name, order) in orders)
                {
                    var gini = order.Select((o, i) => whole[i] > 0 ? o.Gini(own[i]) / whole[i] : 0).Average();
                    if (sample < options.Resamples)
                    {
                        _samples[name][sample] = gini;
                    }
                    else
                    {
                        lock (_means)
                        {
                            _means[name] = gini;
                        }
                    }
                }
            },
            cancel
        );
    }

    internal bool Has(string model) => _means.ContainsKey(model);

    internal double Mean(string model) => _means[model];

    /// <summary>What one gains over another, with the middle 90 % of the samples.</summary>
    internal ValueGain Gain(string model, string other)
    {
        double[] gains = [.. _samples[model].Zip(_samples[other], (a, b) => a - b).Order()];
        return new ValueGain(
            model,
            _means[model] - _means[other],
            Statistics.Quantile(gains, 0.05),
            Statistics.Quantile(gains, 0.95)
        );
    }

    /// <summary>How often each customer is in a sample: Poisson numbers of mean 1; once in all.</summary>
    static void Fill(byte[] weights, Random? random)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = random == null ? (byte)1 : (byte)Draws.Poisson(1, random);
        }
    }
}
