namespace Clientele.Models;

/// <summary>Lloyd's k-means, started by k-means++; the best of several starts.</summary>
/// <remarks>
/// O(n·k·d) a pass. Scale the columns first: distance is Euclidean. With fewer different points than clusters some
/// clusters stay empty.
/// Source: Lloyd (1982); Arthur and Vassilvitskii (2007), "k-means++: The Advantages of Careful Seeding".
/// </remarks>
public sealed class KMeans(KMeansOptions options) : IClusterer
{
    readonly KMeansOptions _options = Require.Valid(options);

    /// <inheritdoc cref="IClusterer.Fit"/>
    public CenterClustering Fit(Matrix points, CancellationToken cancel = default)
    {
        TooFew(points.Rows, _options.Clusters);
        return Fit(new PackedPoints(Require.Finite(points, "K-means"), _options.Threads), cancel);
    }

    IClustering IClusterer.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    /// <summary>The same on points that were checked and packed before.</summary>
    internal CenterClustering Fit(PackedPoints points, CancellationToken cancel)
    {
        var tolerance = _options.Tolerance == 0 ? 0 : _options.Tolerance * MeanVariance(points, cancel);
        var shareStarts = points.Rows <= Blocks.SmallRows;
        var runs = new CenterClustering[_options.Starts];
        Blocks.For(
            runs.Length,
            shareStarts ? _options.Threads : 1,
            start => runs[start] = Run(points, start, tolerance, shareStarts ? 1 : _options.Threads, cancel),
            cancel
        );
        // The first of equals, so that the order in which the runs end cannot show.
        return runs.MinBy(run => run.Inertia)!;
    }

    internal static void TooFew(int points, int clusters)
    {
        if (points < clusters)
        {
            throw new ArgumentException(
                $"clusters is {clusters}, but can be no more than the points: {points}.",
                nameof(points)
            );
        }
    }

    CenterClustering Run(
        PackedPoints points,
        int start,
        double tolerance,
        int threads,
        CancellationToken cancel
    )
    {
        var random = new Random(Seeds.Of(_options.Seed, start));
        var centers =
            _options.Start == KMeansStart.PlusPlus
                ? PlusPlus.Centers(points, _options.Clusters, random, threads, cancel)
                : PlusPlus.RandomCenters(points, _options.Clusters, random);
        return new Lloyd(points, centers, threads).Run(_options.Iterations, tolerance, cancel);
    }

    /// <summary>Mean over the columns of their variance (divided by n).</summary>
    /// <remarks>Deviations are taken from the first point, so that points far from 0 keep their digits.</remarks>
    double MeanVariance(PackedPoints points, CancellationToken cancel)
    {
        var first = new double[points.Columns];
        points.CopyRow(0, first);
        var sums = new Matrix(points.BlockCount, points.Columns);
        var squares = new Matrix(points.BlockCount, points.Columns);
        Blocks.For(
            points.BlockCount,
            _options.Threads,
            block => points.AddDeviations(block, first, sums[block], squares[block]),
            cancel
        );
        return Enumerable
            .Range(0, points.Columns)
            .Average(j =>
                (squares.Column(j).Sum() - (Math.Pow(sums.Column(j).Sum(), 2) / points.Rows)) / points.Rows
            );
    }
}
