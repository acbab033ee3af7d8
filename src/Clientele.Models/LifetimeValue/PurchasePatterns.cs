namespace Clientele.Models;

/// <summary>Customers who bought alike are one pattern with a weight: a likelihood is then a shorter sum.</summary>
/// <param name="Histories">Each pattern once, in the order in which it was first seen; spend is not part of it.</param>
/// <param name="Weights">Customers of each.</param>
sealed record PurchasePatterns(PurchaseHistory[] Histories, double[] Weights)
{
    /// <summary>Customers in all.</summary>
    internal double Customers { get; } = Weights.Sum();

    /// <summary>Repeat periods of the most frequent.</summary>
    internal int MostFrequent { get; } = Histories.Max(h => h.Frequency);

    /// <summary>Repeat periods of a customer.</summary>
    internal double MeanFrequency => Mean(h => h.Frequency);

    /// <summary>Age of a customer.</summary>
    internal double MeanAge => Mean(h => h.Age);

    /// <summary>The greatest age, in whole units.</summary>
    internal int Longest { get; } = (int)Math.Min(Histories.Max(h => h.Age), 1_000_000);

    internal static PurchasePatterns Of(IReadOnlyList<PurchaseHistory> customers)
    {
        var places = new Dictionary<(int, double, double), int>(customers.Count);
        var (histories, weights) = (new List<PurchaseHistory>(), new List<double>());
        foreach (var one in customers)
        {
            if (places.TryGetValue((one.Frequency, one.Recency, one.Age), out var place))
            {
                weights[place]++;
                continue;
            }

            places.Add((one.Frequency, one.Recency, one.Age), histories.Count);
            histories.Add(one with { Spend = 0 });
            weights.Add(1);
        }

        return new PurchasePatterns([.. histories], [.. weights]);
    }

    double Mean(Func<PurchaseHistory, double> of) =>
        Histories.Zip(Weights, (history, weight) => weight * of(history)).Sum() / Customers;

    /// <summary>At most so many patterns, evenly over all, with their own weights.</summary>
    internal PurchasePatterns Some(int most)
    {
        if (Histories.Length <= most)
        {
            return this;
        }

        int[] chosen = [.. Enumerable.Range(0, most).Select(i => (int)((long)i * Histories.Length / most))];
        return new PurchasePatterns(
            [.. chosen.Select(i => Histories[i])],
            [.. chosen.Select(i => Weights[i])]
        );
    }
}
