namespace Clientele.Models;

/// <summary>The plans that are worth trying in a space: numbers of segments, or what makes a neighborhood dense.</summary>
static class SegmentGrids
{
    /// <summary>Points of a dense neighborhood that are tried.</summary>
    static readonly int[] MinSamples = [5, 10, 20, 50];

    /// <summary>Shares of the points that lie within the tried distances of their neighbors.</summary>
    static readonly double[] EpsShares = [0.5, 0.75, 0.9, 0.95, 0.98];

    /// <summary>Shares of all points that the least cluster has.</summary>
    static readonly double[] SizeShares = [0.01, 0.02, 0.05];

    internal static IEnumerable<SegmentPlan> Of(
        SegmentPlan start,
        LabOptions options,
        Matrix points,
        CancellationToken cancel
    ) =>
        start.Algorithm switch
        {
            SegmentAlgorithm.Dbscan => Dense(start, points, options, cancel),
            SegmentAlgorithm.Hdbscan => Sized(start, points.Rows),
            _ => Enumerable
                .Range(options.Smallest, Math.Min(options.Largest, points.Rows - 1) - options.Smallest + 1)
                .Select(k => start with { Clusters = k }),
        };

    /// <summary>The distance within which that share of the points has its neighbors.</summary>
    internal static double Eps(double[] distances, double share) => distances[(int)(share * (distances.Length - 1))];

    /// <summary>Points of that share, at least 5.</summary>
    internal static int Size(double share, int rows) => Math.Max(5, (int)Math.Ceiling(share * rows));

    static IEnumerable<SegmentPlan> Dense(
        SegmentPlan start,
        Matrix points,
        LabOptions options,
        CancellationToken cancel
    )
    {
        foreach (var samples in MinSamples.Where(samples => samples < points.Rows))
        {
            var distances = KDistances.Of(points, samples, options.Threads, cancel).Distances;
            var tried = EpsShares
                .Select(share => Eps(distances, share))
                .Where(eps => eps > 0)
                .Distinct();
            foreach (var eps in tried)
            {
                yield return start with { Eps = eps, MinSamples = samples };
            }
        }
    }

    static IEnumerable<SegmentPlan> Sized(SegmentPlan start, int rows) =>
        from size in SizeShares.Select(share => Size(share, rows)).Distinct()
        from samples in MinSamples.Where(samples => samples <= size)
        select start with
        {
            MinClusterSize = size,
            MinSamples = samples,
        };
}
