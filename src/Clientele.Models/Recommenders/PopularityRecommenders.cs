namespace Clientele.Models;

/// <summary>What most customers bought, the same for all.</summary>
public sealed class Popularity : IRecommender
{
    /// <inheritdoc/>
    public string Name => "popularity";

    /// <inheritdoc/>
    public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default) =>
        new Learned(Shares(log));

    /// <summary>Of each item the share of the customers with a line who bought it.</summary>
    internal static float[] Shares(PurchaseLog log)
    {
        var buyers = Enumerable.Range(0, log.Customers).Count(c => log.Items(c).Length > 0);
        return
        [
            .. log
                .Sums.ColumnSums(_ => 1)
                .Select(count => count > 0 ? (float)(count / buyers) : float.NegativeInfinity),
        ];
    }

    sealed class Learned(float[] shares) : ILearnedRecommender
    {
        public void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores)
        {
            for (var i = 0; i < customers.Length; i++)
            {
                shares.CopyTo(scores[(i * shares.Length)..]);
            }
        }
    }
}

/// <summary>Settings of <see cref="SegmentPopularity"/>.</summary>
public sealed record SegmentPopularityOptions
{
    /// <summary>Items that weigh most in a segment and are looked at.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 100_000)]
    public int Top { get; init; } = 10;

    /// <summary>Of those, the first that a customer has not yet bought.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 100_000)]
    public int First { get; init; } = 3;
}

/// <summary>What is bought most in a customer's segment, and not yet by the customer.</summary>
/// <remarks>The rule of the recommender beside system A: the ten of most quantity of the cluster, of them the first three not yet bought.</remarks>
public sealed class SegmentPopularity(SegmentPopularityOptions options) : IRecommender
{
    readonly SegmentPopularityOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Name => "segment_popularity";

    /// <inheritdoc/>
    public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default)
    {
        var sums = log.Sums;
        var segments = (log.Segments?.Max() ?? 0) + 1;
        var weights = new float[segments][];
        for (var segment = 0; segment < segments; segment++)
        {
            weights[segment] = new float[log.ItemCount];
        }

        for (var customer = 0; customer < log.Customers; customer++)
        {
            var own = weights[SegmentOf(log, customer)];
            var items = sums.ColumnsOf(customer);
            var values = sums.ValuesOf(customer);
            for (var i = 0; i < items.Length; i++)
            {
                own[items[i]] += values[i];
            }
        }

        return new Learned([.. weights.Select(Best)], _options.First);
    }

    Recommendation[] Best(float[] weights)
    {
        for (var item = 0; item < weights.Length; item++)
        {
            weights[item] = weights[item] > 0 ? weights[item] : float.NegativeInfinity;
        }

        return TopItems.Of(weights, _options.Top);
    }

    static int SegmentOf(PurchaseLog log, int customer) => log.Segments?[customer] ?? 0;

    sealed class Learned(Recommendation[][] best, int first) : ILearnedRecommender
    {
        public void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores)
        {
            scores.Fill(float.NegativeInfinity);
            for (var i = 0; i < customers.Length; i++)
            {
                // A segment that was not there when it was learned has nothing popular.
                var segment = SegmentOf(log, customers[i]);
                var left = first;
                foreach (var (item, score) in segment < best.Length ? best[segment] : [])
                {
                    if (left > 0 && !log.Items(customers[i]).Contains(item))
                    {
                        scores[(i * log.ItemCount) + item] = score;
                        left--;
                    }
                }
            }
        }
    }
}
