namespace Clientele.Models;

/// <summary>How much one labelling of points tells about another.</summary>
/// <remarks>
/// I = Σ nij/n · ln(n·nij / (ai·bj)), with nij the points that share two labels and ai, bj the points of each. Both scores
/// divide by the mean of the two entropies. Noise is a label like any other.
/// Source: Strehl and Ghosh (2002), JMLR 3; Vinh, Epps and Bailey (2010), JMLR 11.
/// </remarks>
public static class MutualInformation
{
    /// <summary>Normalized mutual information: I over the mean of the entropies.</summary>
    /// <param name="a">One label a point; any numbers.</param>
    /// <param name="b">Another label for each of the same points.</param>
    /// <returns>From 0 to 1, 1 for the same partition under any names; above 0 for chance, the more so the more clusters there are.</returns>
    /// <exception cref="ArgumentException">The labellings differ in length.</exception>
    public static double Normalized(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var shared = Contingency.Of(a, b);
        var mean = MeanEntropy(shared);
        // Both are all in one cluster: they agree.
        return mean == 0 ? 1 : Of(shared) / mean;
    }

    /// <summary>Adjusted mutual information: what is above chance, over the most that could be.</summary>
    /// <param name="a">One label a point; any numbers.</param>
    /// <param name="b">Another label for each of the same points.</param>
    /// <returns>1 for the same partition under any names, about 0 for chance; may be below.</returns>
    /// <exception cref="ArgumentException">The labellings differ in length.</exception>
    /// <remarks>(I − E) / (mean entropy − E), with E the mean of I over all labellings of the same sizes.</remarks>
    public static double Adjusted(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var shared = Contingency.Of(a, b);
        var (first, second, n) = (shared.First, shared.Second, a.Length);
        // Both are all in one cluster, or all alone: they agree.
        if (first.Count == second.Count && (first.Count <= 1 || first.Count == n))
        {
            return 1;
        }

        var chance = Expected(first, second, n);
        return (Of(shared) - chance) / (MeanEntropy(shared) - chance);
    }

    static double Of(Contingency shared)
    {
        double n = shared.First.Of.Length;
        return Math.Max(
            0,
            shared.Cells.Sum(cell =>
                cell.Count
                / n
                * Math.Log(n / shared.First.Sizes[cell.First] * cell.Count / shared.Second.Sizes[cell.Second])
            )
        );
    }

    static double MeanEntropy(Contingency shared) => (Entropy(shared.First) + Entropy(shared.Second)) / 2;

    static double Entropy(Codes codes)
    {
        double n = codes.Of.Length;
        return codes.Count <= 1 ? 0 : -codes.Sizes.Sum(size => size / n * Math.Log(size / n));
    }

    /// <summary>Mean over all pairs of labels of what k shared points say, k being hypergeometric.</summary>
    static double Expected(Codes first, Codes second, int n)
    {
        var logs = new double[n + 1];
        for (var i = 1; i <= n; i++)
        {
            logs[i] = logs[i - 1] + Math.Log(i);
        }

        var sum = 0.0;
        foreach (var a in first.Sizes)
        {
            foreach (var b in second.Sizes)
            {
                for (var k = Math.Max(1, a + b - n); k <= Math.Min(a, b); k++)
                {
                    var chance =
                        logs[a]
                        + logs[b]
                        + logs[n - a]
                        + logs[n - b]
                        - (logs[n] + logs[k] + logs[a - k] + logs[b - k] + logs[n - a - b + k]);
                    sum += (double)k / n * Math.Log((double)n / a * k / b) * Math.Exp(chance);
                }
            }
        }

        return sum;
    }
}
