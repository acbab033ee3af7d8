namespace Clientele.Warehouse;

/// <summary>A planted pair: who puts the first product into the basket often adds the second.</summary>
/// <param name="First">Index of the product that draws the other.</param>
/// <param name="Second">Index of the product that is drawn.</param>
/// <param name="Chance">How often the second is added because of the first.</param>
sealed record DemoPair(int First, int Second, double Chance)
{
    const int Count = 12;

    /// <summary>Pairs a well-known product with a rare one, so that the lift shows.</summary>
    /// <param name="ranks">Popularity rank of each product, 0 for the best.</param>
    /// <param name="random">The catalogue's stream.</param>
    internal static DemoPair[] Plant(int[] ranks, DemoRandom random)
    {
        var byRank = new int[ranks.Length];
        for (var product = 0; product < ranks.Length; product++)
        {
            byRank[ranks[product]] = product;
        }

        // Steps of 5 and 20 ranks keep the products apart: none is in two pairs.
        return
        [
            .. Enumerable
                .Range(0, Count)
                .Select(i => new DemoPair(
                    byRank[4 + (5 * i) + random.Below(5)],
                    byRank[100 + (20 * i) + random.Below(20)],
                    0.25 + (0.25 * random.Uniform())
                )),
        ];
    }
}

/// <summary>Counts the orders that hold the products of each planted pair.</summary>
sealed class DemoPairCounts(DemoCatalogue catalogue)
{
    readonly long[] _first = new long[catalogue.Pairs.Length];
    readonly long[] _second = new long[catalogue.Pairs.Length];
    readonly long[] _both = new long[catalogue.Pairs.Length];
    long _orders;

    /// <summary>Counts one order.</summary>
    internal void Add(ReadOnlySpan<DemoLine> lines)
    {
        _orders++;
        var (firsts, seconds) = (0, 0);
        foreach (var line in lines)
        {
            firsts |= catalogue.FirstOf(line.Product);
            seconds |= catalogue.SecondOf(line.Product);
        }

        for (var p = 0; p < _both.Length && (firsts | seconds) != 0; p++)
        {
            _first[p] += (firsts >> p) & 1;
            _second[p] += (seconds >> p) & 1;
            _both[p] += ((firsts & seconds) >> p) & 1;
        }
    }

    /// <summary>Adds what another thread has counted.</summary>
    internal void Add(DemoPairCounts other)
    {
        _orders += other._orders;
        for (var p = 0; p < _both.Length; p++)
        {
            _first[p] += other._first[p];
            _second[p] += other._second[p];
            _both[p] += other._both[p];
        }
    }

    /// <summary>The pairs as the shop's orders show them.</summary>
    internal DemoPairTruth[] Truth() =>
        [
            .. catalogue.Pairs.Select(
                (pair, p) =>
                    new DemoPairTruth(
                        catalogue.Products[pair.First].Id,
                        catalogue.Products[pair.Second].Id,
                        pair.Chance,
                        _both[p],
                        _both[p] == 0 ? null : (double)_both[p] * _orders / ((double)_first[p] * _second[p])
                    )
            ),
        ];
}
