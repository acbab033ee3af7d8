namespace Clientele.Models;

/// <summary>How many of some discoveries would be false.</summary>
/// <remarks>Source: Benjamini and Hochberg (1995), "Controlling the False Discovery Rate".</remarks>
static class FalseDiscovery
{
    /// <summary>Of each test the share of false discoveries among those that are as sure.</summary>
    /// <param name="p">p-values, in any order.</param>
    /// <param name="tests">All tests: those that were not worked out count as not found.</param>
    internal static double[] Rates(double[] p, double tests)
    {
        int[] order = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i])];
        var rates = new double[p.Length];
        var least = 1.0;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            rates[order[rank - 1]] = least = Math.Min(least, p[order[rank - 1]] * tests / rank);
        }

        return rates;
    }
}
