namespace Clientele.Models;

/// <summary>Scores of lists, customer by customer: of all that was then bought, of what was bought again, and of what was new to the customer.</summary>
/// <remarks>
/// The lists are the same for all three; a customer counts in a part who bought of it. Source for the parts: Li, Jullien, Ariannezhad and
/// de Rijke (2023), "A Next Basket Recommendation Reality Check".
/// </remarks>
public sealed class RecommendationScores
{
    /// <summary>Parts of what was bought.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["all", "repeat", "explore"];

    /// <summary>Scores of a list.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
    ["recall", "precision", "ndcg", "map", "mrr", "hit_rate", "novelty"];

    internal const int Ndcg = 2;

    /// <summary>By recommender, part and customer; empty of who bought nothing of the part.</summary>
    readonly double[][][][] _scores;

    internal RecommendationScores(
        PurchaseLog known,
        PurchaseLog later,
        int[] judged,
        IReadOnlyList<Recommendation[][]> lists,
        RecommendationFilter filter,
        int top
    )
    {
        var bits = known.Sums.ColumnSums(_ => 1);
        var buyers = Enumerable.Range(0, known.Customers).Count(c => known.Items(c).Length > 0);
        for (var item = 0; item < bits.Length; item++)
        {
            // What nobody bought is as new as what one did.
            bits[item] = -Math.Log2(Math.Max(bits[item], 1) / buyers);
        }

        Customers = judged.Length;
        _scores = [.. lists.Select(_ => Parts.Select(_ => new double[judged.Length][]).ToArray())];
        for (var i = 0; i < judged.Length; i++)
        {
            var before = known.Items(judged[i]).ToArray().ToHashSet();
            var bought = later.Items(judged[i]).ToArray().ToHashSet();
            HashSet<int>[] parts =
            [
                filter.AllowRepeats ? bought : [.. bought.Except(before)],
                [.. bought.Intersect(before)],
                [.. bought.Except(before)],
            ];
            for (var list = 0; list < lists.Count; list++)
            {
                int[] ranked = [.. lists[list][i].Select(r => r.Item)];
                for (var part = 0; part < parts.Length; part++)
                {
                    _scores[list][part][i] =
                        parts[part].Count == 0 ? [] : Scored(ranked, parts[part], top, bits);
                }
            }
        }
    }

    internal int Lists => _scores.Length;

    internal int Customers { get; }

    /// <summary>Of a recommender and part, one row a customer; empty of who is not judged by it.</summary>
    internal double[][] Of(int list, int part) => _scores[list][part];

    static double[] Scored(int[] ranked, HashSet<int> bought, int top, double[] bits)
    {
        var score = RecommendationScore.Of(ranked, bought, top);
        return
        [
            score.Recall,
            score.Precision,
            score.Ndcg,
            score.AveragePrecision,
            score.ReciprocalRank,
            score.Hit,
            ranked.Length == 0 ? 0 : ranked.Average(item => bits[item]),
        ];
    }

    /// <summary>Share of the offered items that are in any list.</summary>
    internal static double Coverage(Recommendation[][] lists, RecommendationFilter filter, int items)
    {
        var offered = filter.Offered?.Count(o => o) ?? items;
        return offered == 0
            ? 0
            : (double)lists.SelectMany(l => l).Select(r => r.Item).Distinct().Count() / offered;
    }

    /// <summary>Gini coefficient of how often offered items are in lists.</summary>
    internal static double Gini(Recommendation[][] lists, RecommendationFilter filter, int items)
    {
        var counts = new int[items];
        foreach (var (item, _) in lists.SelectMany(l => l))
        {
            counts[item]++;
        }

        double[] sorted =
        [
            .. counts.Where((_, item) => filter.Offered?[item] ?? true).Order().Select(c => (double)c),
        ];
        var (sum, weighted) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i];
            weighted += sorted[i] * ((2 * (i + 1)) - sorted.Length - 1);
        }

        return sum > 0 ? weighted / (sum * sorted.Length) : 0;
    }
}

/// <summary>Means of scores over samples of customers that all recommenders share.</summary>
sealed class RecommendationSamples
{
    readonly RecommendationScores _scores;

    /// <summary>By recommender, part, metric and sample; the last sample is all customers once.</summary>
    readonly double[][][][] _means;

    internal RecommendationSamples(
        RecommendationScores scores,
        RecommendationTournamentOptions options,
        CancellationToken cancel
    )
    {
        _scores = scores;
        _means =
        [
            .. Enumerable
                .Range(0, scores.Lists)
                .Select(_ =>
                    RecommendationScores
                        .Parts.Select(_ =>
                            RecommendationScores
                                .Metrics.Select(_ => new double[options.Resamples + 1])
                                .ToArray()
                        )
                        .ToArray()
                ),
        ];
        Blocks.For(
            options.Resamples + 1,
            options.Threads,
            sample =>
            {
                var weights = Weights(
                    scores.Customers,
                    sample == options.Resamples ? null : new Random(Seeds.Of(options.Seed, sample))
                );
                for (var list = 0; list < scores.Lists; list++)
                {
                    for (var part = 0; part < RecommendationScores.Parts.Count; part++)
                    {
                        Fill(scores.Of(list, part), weights, _means[list][part], sample);
                    }
                }
            },
            cancel
        );
    }

    internal RecommendationMeans Of(int list, int part) =>
        new(
            _scores.Of(list, part).Count(s => s.Length > 0),
            [.. _means[list][part].Select(samples => Spread(samples, samples[^1]))]
        );

    /// <summary>What one gains over another in NDCG.</summary>
    internal SampledMean Gain(int list, int other)
    {
        var (own, others) = (
            _means[list][0][RecommendationScores.Ndcg],
            _means[other][0][RecommendationScores.Ndcg]
        );
        double[] gains = [.. own.Zip(others, (a, b) => a - b)];
        return Spread(gains, gains[^1]);
    }

    static SampledMean Spread(double[] samples, double value)
    {
        double[] sorted = [.. samples[..^1].Where(double.IsFinite).Order()];
        return sorted.Length == 0
            ? new(value, value, value)
            : new(value, Statistics.Quantile(sorted, 0.05), Statistics.Quantile(sorted, 0.95));
    }

    static void Fill(double[][] scores, byte[] weights, double[][] means, int sample)
    {
        Span<double> sums = stackalloc double[means.Length];
        sums.Clear();
        var all = 0;
        for (var customer = 0; customer < scores.Length; customer++)
        {
            if (weights[customer] == 0 || scores[customer].Length == 0)
            {
                continue;
            }

            all += weights[customer];
            for (var metric = 0; metric < sums.Length; metric++)
            {
                sums[metric] += weights[customer] * scores[customer][metric];
            }
        }

        for (var metric = 0; metric < sums.Length; metric++)
        {
            means[metric][sample] = sums[metric] / all;
        }
    }

    /// <summary>How often each customer is in a sample: Poisson numbers of mean 1; once in all.</summary>
    static byte[] Weights(int customers, Random? random)
    {
        var weights = new byte[customers];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = random == null ? (byte)1 : (byte)Draws.Poisson(1, random);
        }

        return weights;
    }
}
