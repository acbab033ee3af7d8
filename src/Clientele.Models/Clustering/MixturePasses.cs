namespace Clientele.Models;

/// <summary>A mixture as passes left it.</summary>
/// <param name="Mixture">The mixture.</param>
/// <param name="LogLikelihood">Of all points.</param>
/// <param name="Converged">Whether the last pass changed it little.</param>
/// <param name="Passes">Passes over the points.</param>
sealed record MixtureRun(Mixture Mixture, double LogLikelihood, bool Converged, int Passes);

/// <summary>Expectation and maximisation: shares of the points by the mixture, the mixture by the shares.</summary>
/// <remarks>
/// Both in one pass over the points, a chunk that fits into the cache at a time. Blocks are added up in their order.
/// Source: Dempster, Laird and Rubin (1977), JRSS B 39; McLachlan and Peel (2000), Finite Mixture Models.
/// </remarks>
sealed class MixturePasses(PackedPoints points, CovarianceShape shape, double regularization, int threads)
{
    internal MixtureRun Run(Mixture start, int passes, double tolerance, CancellationToken cancel)
    {
        var scratch = Enumerable
            .Range(0, points.BlockCount)
            .Select(_ => new MixtureChunk(points, start.Means.Rows, shape))
            .ToArray();
        var (mixture, next, last) = (start, start, double.NegativeInfinity);
        for (var pass = 1; pass <= passes; pass++)
        {
            mixture = next;
            var sums = Sums(mixture, scratch, cancel);
            var gain = (sums.LogLikelihood - last) / points.Rows;
            last = sums.LogLikelihood;
            if (Math.Abs(gain) <= tolerance)
            {
                return new MixtureRun(mixture, last, Converged: true, pass);
            }

            next = sums.ToMixture(mixture.Means, shape, regularization, prior: null);
        }

        return new MixtureRun(mixture, last, Converged: false, passes);
    }

    MixtureSums Sums(Mixture mixture, MixtureChunk[] scratch, CancellationToken cancel)
    {
        var densities = new MixtureDensities(mixture, shape);
        Blocks.For(scratch.Length, threads, block => scratch[block].Add(densities, block), cancel);
        var sums = new MixtureSums(mixture.Means.Rows, points.Columns);
        foreach (var chunk in scratch)
        {
            sums.Add(chunk.Sums);
        }

        return sums;
    }
}
