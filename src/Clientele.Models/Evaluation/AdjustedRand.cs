namespace Clientele.Models;

/// <summary>How far two labellings of the same points agree, beyond what chance would give.</summary>
public static class AdjustedRand
{
    /// <summary>The adjusted Rand index.</summary>
    /// <param name="a">One label a point; any numbers.</param>
    /// <param name="b">Another label for each of the same points.</param>
    /// <returns>1 for the same partition under any names, about 0 for chance, at least −.5.</returns>
    /// <exception cref="ArgumentException">The labellings differ in length.</exception>
    /// <remarks>
    /// (Σ C(nij,2) − E) / (½(Σ C(ai,2) + Σ C(bj,2)) − E) with E = Σ C(ai,2) · Σ C(bj,2) / C(n,2).
    /// Source: Hubert and Arabie (1985), Journal of Classification 2.
    /// </remarks>
    public static double Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var shared = Contingency.Of(a, b);
        var together = shared.Cells.Sum(cell => Pairs(cell.Count));
        var (pairsA, pairsB) = (
            shared.First.Sizes.Sum(s => Pairs(s)),
            shared.Second.Sizes.Sum(s => Pairs(s))
        );
        var expected = a.Length < 2 ? 0 : pairsA * pairsB / Pairs(a.Length);
        var most = (pairsA + pairsB) / 2;
        // Both are all in one cluster, or all alone: they agree.
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    static double Pairs(double count) => count * (count - 1) / 2;
}
