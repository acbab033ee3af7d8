namespace Clientele.Models;

/// <summary>How far from every point the nearest are that would make it a core of DBSCAN: a guide to its eps.</summary>
/// <param name="MinSamples">Points that make a core, itself among them.</param>
/// <param name="Distances">One a point, ascending: the least eps at which it is a core.</param>
/// <param name="Knee">The distance at which the curve turns up, as an eps to begin with; null if it does not clearly turn.</param>
/// <remarks>
/// The knee is the point of the curve farthest below the line from its first to its last, both axes scaled to 0 … 1, if that
/// is at least <see cref="Models.Knee.Threshold"/>. Source: Ester et al. (1996), KDD, section 4.2; Satopää et al. (2011).
/// </remarks>
public sealed record KDistances(int MinSamples, double[] Distances, double? Knee)
{
    /// <summary>The curve of some points.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="minSamples">From 2 to n.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    /// <exception cref="ArgumentException">There are too few points, or a value is not finite.</exception>
    public static KDistances Of(
        Matrix points,
        int minSamples,
        int threads = 0,
        CancellationToken cancel = default
    )
    {
        if (minSamples < 2 || minSamples > points.Rows)
        {
            throw new ArgumentException(
                $"min_samples is {minSamples}, but must lie between 2 and the points: {points.Rows}.",
                nameof(minSamples)
            );
        }

        var near = new KdTree(points, threads, cancel).NearestPlaces(minSamples - 1, threads, cancel);
        var distances = Enumerable
            .Range(0, points.Rows)
            .Select(place => Math.Sqrt(near.DistancesOf(place)[^1]))
            .Order()
            .ToArray();
        return new KDistances(minSamples, distances, Turn(distances));
    }

    static double? Turn(double[] distances)
    {
        var (first, height) = (distances[0], distances[^1] - distances[0]);
        if (!(height > 0))
        {
            return null;
        }

        var bends = distances
            .Select((distance, i) => (i / (distances.Length - 1.0)) - ((distance - first) / height))
            .ToArray();
        var most = bends.Max();
        return most >= Models.Knee.Threshold ? distances[Array.IndexOf(bends, most)] : null;
    }
}
