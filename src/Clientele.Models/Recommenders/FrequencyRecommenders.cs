namespace Clientele.Models;

/// <summary>What a customer bought most often, of equals what was bought first: P-TopFreq.</summary>
/// <remarks>
/// The baseline that most published recommenders for the next basket do not beat. Source: Li, Jullien, Ariannezhad and de Rijke (2023),
/// "A Next Basket Recommendation Reality Check", section 3.3.
/// </remarks>
public sealed class PersonalFrequency : IRecommender
{
    /// <inheritdoc/>
    public string Name => "personal_frequency";

    /// <inheritdoc/>
    public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default) => new Learned();

    /// <summary>Scores what one customer bought; leaves the others as they are.</summary>
    internal static void Score(PurchaseLog log, int customer, Span<float> scores, float beyond)
    {
        var items = log.Items(customer);
        var weights = log.Weights(customer);
        var counts = new Dictionary<int, (float Weight, int First)>();
        for (var line = 0; line < items.Length; line++)
        {
            var known = counts.GetValueOrDefault(items[line], (0, line));
            counts[items[line]] = (known.Weight + weights[line], known.First);
        }

        var last = float.PositiveInfinity;
        foreach (
            var (item, (weight, _)) in counts
                .OrderByDescending(c => c.Value.Weight)
                .ThenBy(c => c.Value.First)
        )
        {
            // The least step below is an order among equals.
            last = Math.Min(weight + beyond, MathF.BitDecrement(last));
            scores[item] = last;
        }
    }

    sealed class Learned : ILearnedRecommender
    {
        public void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores)
        {
            scores.Fill(float.NegativeInfinity);
            for (var i = 0; i < customers.Length; i++)
            {
                PersonalFrequency.Score(
                    log,
                    customers[i],
                    scores.Slice(i * log.ItemCount, log.ItemCount),
                    beyond: 0
                );
            }
        }
    }
}

/// <summary>What a customer bought most often, and after it what most customers bought: GP-TopFreq.</summary>
/// <remarks>Scores are the times bought and 1 more, or the share of customers. Source: as <see cref="PersonalFrequency"/>.</remarks>
public sealed class PersonalThenPopular : IRecommender
{
    /// <inheritdoc/>
    public string Name => "gp_top_freq";

    /// <inheritdoc/>
    public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default) =>
        new Learned(Popularity.Shares(log));

    sealed class Learned(float[] shares) : ILearnedRecommender
    {
        public void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores)
        {
            for (var i = 0; i < customers.Length; i++)
            {
                var own = scores.Slice(i * log.ItemCount, log.ItemCount);
                shares.CopyTo(own);
                PersonalFrequency.Score(log, customers[i], own, beyond: 1);
            }
        }
    }
}
