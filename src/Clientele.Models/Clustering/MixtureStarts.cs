namespace Clientele.Models;

/// <summary>First mixtures, from labels of a sample.</summary>
/// <remarks>
/// In turn: small k-means groups merged as normal clouds, k-means, and the cells around points drawn at random.
/// Source: Fraley and Raftery (2002), JASA 97; Biernacki, Celeux and Govaert (2003), CSDA 41.
/// </remarks>
sealed class MixtureStarts(Matrix points, PackedPoints packed, GaussianMixtureOptions options)
{
    /// <summary>Start number <paramref name="start"/>, from 0.</summary>
    internal Mixture Of(int start, CancellationToken cancel)
    {
        var seed = Seeds.Of(options.Seed, start);
        var labels = (start % 3) switch
        {
            0 => Merged(seed, cancel),
            1 => Means(options.Clusters, seed, cancel),
            _ => Cells(seed, cancel),
        };
        return FromLabels(labels);
    }

    int[] Merged(int seed, CancellationToken cancel)
    {
        var most = Math.Clamp(10 * options.Clusters, 64, Math.Max(128, 4 * options.Clusters));
        var groups = Math.Min(most, Math.Max(points.Rows / 5, options.Clusters));
        return MixtureMerges.Labels(
            points,
            Means(groups, seed, cancel),
            options.Clusters,
            options.Covariance,
            cancel
        );
    }

    int[] Means(int clusters, int seed, CancellationToken cancel) => new KMeans(
            new KMeansOptions
            {
                Clusters = clusters,
                Starts = 1,
                Iterations = 30,
                Seed = seed,
                Threads = 1,
            }
        ).Fit(packed, cancel).Labels;

    int[] Cells(int seed, CancellationToken cancel)
    {
        var centers = PlusPlus.RandomCenters(packed, options.Clusters, new Random(seed));
        return Nearest.Label(packed, centers, threads: 1, cancel).Labels;
    }

    /// <summary>Every covariance holds d + 1 further points of the spread within all clusters, so that small clusters have one too.</summary>
    Mixture FromLabels(int[] labels)
    {
        var sums = new MixtureSums(options.Clusters, points.Columns);
        var places = new Matrix(options.Clusters, points.Columns);
        for (var row = points.Rows - 1; row >= 0; row--)
        {
            points[row].CopyTo(places[labels[row]]);
        }

        for (var row = 0; row < points.Rows; row++)
        {
            sums.Add(labels[row], points[row], places[labels[row]]);
        }

        var within = sums.ToMixture(places, CovarianceShape.Tied, options.Regularization, prior: null);
        return sums.ToMixture(
            places,
            options.Covariance,
            options.Regularization,
            prior: within.Covariances[0]
        );
    }
}
