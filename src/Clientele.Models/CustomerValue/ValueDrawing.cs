namespace Clientele.Models;

/// <summary>What customers may spend within a time, drawn by laws: of each the draws in order of size.</summary>
sealed class ValueDrawing(ValueLaws laws, ValueOrigin origin, double time, LawValueOptions options)
{
    const int RowsABlock = 256;

    /// <summary>Sets of parameters among which the draws go round.</summary>
    const int Alike = 8;

    /// <summary>Standard deviation of the logarithm of what moves all customers together: a season, a price, a campaign.</summary>
    /// <remarks>No law knows of it; back-tests of shops missed by a tenth to a half.</remarks>
    const double Together = 0.2;

    /// <summary>The same before a whole year has been seen: how far the season goes is not known then.</summary>
    const double TogetherAtFirst = 0.3;

    /// <summary>Customers by whom the share of those who spend nothing is told.</summary>
    const int Some = 2000;

    /// <summary>Share of draws that are 0 of customers evenly over all.</summary>
    internal List<double> Zeros(CancellationToken cancel)
    {
        var count = origin.Histories.Count;
        var every = Math.Max(1, count / Some);
        var zeros = new double[count];
        ForAll((i, draws) => zeros[i] = Intervals.Zeros(draws), every, cancel);
        return [.. zeros.Where((_, i) => i % every == 0)];
    }

    /// <summary>Hands out the sorted draws of every so many-th customer.</summary>
    internal void ForAll(Action<int, double[]> told, int every, CancellationToken cancel)
    {
        var processes = laws.Orders.Alike(Alike, options.Seed);
        var together = origin.Days < ValueOrigin.Year ? TogetherAtFirst : Together;
        double[] times =
        [
            .. Enumerable
                .Range(0, Alike)
                .Select(k => time * Math.Exp(together * NormalQuantile.Of((k + 0.5) / Alike))),
        ];
        var count = origin.Histories.Count;
        Blocks.For(
            (count + RowsABlock - 1) / RowsABlock,
            options.Threads,
            block =>
            {
                var random = new Random(Seeds.Of(options.Seed, block));
                var (draws, futures) = (new double[options.Draws], new Func<Random, long>[Alike]);
                for (var i = block * RowsABlock; i < Math.Min((block + 1) * RowsABlock, count); i++)
                {
                    if (i % every != 0)
                    {
                        continue;
                    }

                    for (var law = 0; law < futures.Length; law++)
                    {
                        futures[law] = processes[law % processes.Count]
                            .Future(origin.Histories[i], times[law]);
                    }

                    Array.Clear(draws);
                    var first = draws.Length;
                    for (var draw = 0; draw < draws.Length; draw++)
                    {
                        var orders = futures[draw % futures.Length](random);
                        if (orders > 0)
                        {
                            draws[--first] = Math.Min(
                                laws.Spend.Spend.Draw(origin.Spends[i], orders, random),
                                orders * origin.MostWorth
                            );
                        }
                    }

                    // Nothing is less than 0.
                    Array.Sort(draws, first, draws.Length - first);
                    told(i, draws);
                }
            },
            cancel
        );
    }
}
