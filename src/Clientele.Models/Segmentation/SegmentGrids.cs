namespace Clientele.Models;

/// <summary>The plans that are worth trying in a space: numbers of segments, or what makes a neighborhood dense.</summary>
static class SegmentGrids
{
    /// <summary>Shares of the points that lie within the tried distances of their neighbors.</summary>
    static readonly double[] EpsShares = [0.5, 0.75, 0.9, 0.95, 0.98];

    /// <summary>Shares of all points that the least cluster has.</summary>
    static readonly double[] SizeShares = [0.01, 0.02, 0.05];

    internal static IEnumerable<SegmentPlan> Of(
        SegmentPlan start,
        LabOptions options,
        Matrix points,
        CancellationToken cancel
    )
    {
        var samples = options.MinSamples.Where(count => count < points.Rows);
        return start.Algorithm switch
        {
            SegmentAlgorithm.Dbscan => from eps in Distances(options, points, cancel)
            from count in samples
            select start with
            {
                Eps = eps,
                MinSamples = count,
            },
            SegmentAlgorithm.Hdbscan => from size in SizeShares
                .Select(share => Size(share, points.Rows))
                .Distinct()
            from count in samples.Where(count => count <= size)
            select start with
            {
                MinClusterSize = size,
                MinSamples = count,
            },
            _ => Enumerable
                .Range(
                    options.Smallest,
                    Math.Max(0, Math.Min(options.Largest, points.Rows - 1) - options.Smallest + 1)
                )
                .Select(k => start with { Clusters = k }),
        };
    }

    /// <summary>The distance within which that share of the points has its neighbors.</summary>
    internal static double Eps(double[] distances, double share) =>
        distances[(int)(share * (distances.Length - 1))];

    /// <summary>Points of that share, at least 5.</summary>
    internal static int Size(double share, int rows) => Math.Max(5, (int)Math.Ceiling(share * rows));

    /// <summary>Those of the options, or by the neighbors that a middling neighborhood has.</summary>
    static IEnumerable<double> Distances(LabOptions options, Matrix points, CancellationToken cancel)
    {
        if (options.Eps.Count > 0)
        {
            return options.Eps;
        }

        var middle = Math.Min(options.MinSamples[options.MinSamples.Count / 2], points.Rows);
        var distances = KDistances.Of(points, middle, options.Threads, cancel).Distances;
        return EpsShares.Select(share => Eps(distances, share)).Where(eps => eps > 0).Distinct();
    }
}
