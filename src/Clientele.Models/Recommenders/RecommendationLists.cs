namespace Clientele.Models;

/// <summary>The best items of a recommender for many customers.</summary>
public static class RecommendationLists
{
    /// <summary>Customers that are scored at once: enough for the kernels, and few enough for the caches.</summary>
    const int CustomersABlock = 12;

    /// <summary>Lists the best.</summary>
    /// <param name="learned">Scores.</param>
    /// <param name="log">What the customers bought.</param>
    /// <param name="customers">Their numbers.</param>
    /// <param name="count">Items of a list; less if nothing speaks for more.</param>
    /// <param name="filter">What may be in it.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at now and then.</param>
    /// <returns>One list a customer, the best first; of equals the lower number.</returns>
    public static Recommendation[][] Of(
        ILearnedRecommender learned,
        PurchaseLog log,
        IReadOnlyList<int> customers,
        int count,
        RecommendationFilter filter,
        int threads = 0,
        CancellationToken cancel = default
    )
    {
        int[] numbers = [.. customers];
        var lists = new Recommendation[numbers.Length][];
        var closed = Closed(filter, log.ItemCount);
        using var scratch = new ThreadLocal<float[]>(() => new float[CustomersABlock * log.ItemCount]);
        Blocks.For(
            (numbers.Length + CustomersABlock - 1) / CustomersABlock,
            threads,
            block =>
            {
                var first = block * CustomersABlock;
                var own = numbers.AsSpan(first, Math.Min(CustomersABlock, numbers.Length - first));
                var scores = scratch.Value.AsSpan(0, own.Length * log.ItemCount);
                learned.Score(log, own, scores);
                for (var i = 0; i < own.Length; i++)
                {
                    var row = scores.Slice(i * log.ItemCount, log.ItemCount);
                    Shut(row, closed);
                    Shut(row, filter.AllowRepeats ? [] : log.Items(own[i]));
                    lists[first + i] = TopItems.Of(row, count);
                }
            },
            cancel
        );
        return lists;
    }

    static int[] Closed(RecommendationFilter filter, int items)
    {
        if (filter.Offered is { } offered && offered.Count != items)
        {
            throw new ArgumentException(
                $"The filter speaks of {offered.Count} items, but there are {items}.",
                nameof(filter)
            );
        }

        return [.. Enumerable.Range(0, items).Where(item => filter.Offered is { } offered && !offered[item])];
    }

    static void Shut(Span<float> scores, ReadOnlySpan<int> items)
    {
        foreach (var item in items)
        {
            scores[item] = float.NegativeInfinity;
        }
    }
}
