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
        if (a.Length != b.Length)
        {
            throw new ArgumentException($"{a.Length} labels cannot be compared with {b.Length}.", nameof(b));
        }

        var (first, second) = (new Codes(a), new Codes(b));
        var together = 0.0;
        foreach (var count in Table(first, second))
        {
            together += Pairs(count);
        }

        var (pairsA, pairsB) = (first.Sizes.Sum(s => Pairs(s)), second.Sizes.Sum(s => Pairs(s)));
        var expected = a.Length < 2 ? 0 : pairsA * pairsB / Pairs(a.Length);
        var most = (pairsA + pairsB) / 2;
        // Both are all in one cluster, or all alone: they agree.
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    /// <summary>Points that share a label of both, for every pair of labels that occurs.</summary>
    static ICollection<long> Table(Codes first, Codes second)
    {
        var cells = (long)first.Count * second.Count;
        if (cells <= 1_000_000)
        {
            var table = new long[cells];
            for (var i = 0; i < first.Of.Length; i++)
            {
                table[(first.Of[i] * second.Count) + second.Of[i]]++;
            }

            return table;
        }

        var counts = new Dictionary<long, long>();
        for (var i = 0; i < first.Of.Length; i++)
        {
            var cell = ((long)first.Of[i] * second.Count) + second.Of[i];
            counts[cell] = counts.GetValueOrDefault(cell) + 1;
        }

        return counts.Values;
    }

    static double Pairs(double count) => count * (count - 1) / 2;
}
