namespace Clientele.Models;

/// <summary>Tries k-means for a range of numbers of clusters and lets several criteria vote.</summary>
/// <remarks>
/// No single criterion finds the right number in all data, so the panel shows where they disagree. Without any vote the
/// greatest silhouette decides. Each criterion's source is given in its own class.
/// </remarks>
public sealed class ClusterPanel(PanelOptions options)
{
    readonly PanelOptions _options = Require.Valid(options);

    /// <summary>Scores, votes and clusterings of all numbers of clusters below the number of points.</summary>
    /// <param name="points">n × d finite values on a common scale.</param>
    /// <param name="cancel">Looked at within every step.</param>
    /// <exception cref="ArgumentException">There are too few points for the least number of clusters, all are the same, or a value is not finite.</exception>
    public PanelResult Fit(Matrix points, CancellationToken cancel = default)
    {
        var ks = Range(Require.Finite(points, "A panel"));
        var clusterings = Clusterings(points, ks, cancel);
        var scores = new PanelScores(_options, points, clusterings);
        var rows = scores.Rows(cancel);
        var votes = PanelVotes.Of(_options, rows, scores.Gaps);
        var chosen = PanelVotes.Winner(_options.MinClusters, rows, votes);
        return new PanelResult(
            [.. rows.Select(row => row with { Chosen = row.K == chosen })],
            votes,
            chosen,
            clusterings
        );
    }

    int[] Range(Matrix points)
    {
        var largest = Math.Min(_options.Largest, points.Rows - 1);
        var least = Math.Max(_options.Smallest, _options.MinClusters);
        if (largest < least)
        {
            throw new ArgumentException(
                $"A choice of {least} clusters or more needs {least + 1} points, not {points.Rows}.",
                nameof(points)
            );
        }

        return points.Values.Length > 0 && AllTheSame(points)
            ? throw new ArgumentException("All points are the same: they have no clusters.", nameof(points))
            : [.. Enumerable.Range(_options.Smallest, largest - _options.Smallest + 1)];
    }

    static bool AllTheSame(Matrix points)
    {
        var first = points[0];
        for (var row = 1; row < points.Rows; row++)
        {
            if (!first.SequenceEqual(points[row]))
            {
                return false;
            }
        }

        return true;
    }

    CenterClustering[] Clusterings(Matrix points, int[] ks, CancellationToken cancel)
    {
        var packed = new PackedPoints(points);
        var clusterings = new CenterClustering[ks.Length];
        var share = points.Rows <= Blocks.SmallRows;
        Blocks.For(
            ks.Length,
            share ? _options.Threads : 1,
            i =>
                clusterings[i] = new KMeans(
                    new KMeansOptions
                    {
                        Clusters = ks[i],
                        Starts = _options.Starts,
                        Seed = _options.Seed,
                        Threads = share ? 1 : _options.Threads,
                    }
                ).Fit(packed, cancel),
            cancel
        );
        return clusterings;
    }
}
