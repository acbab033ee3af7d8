namespace Clientele.Models;

/// <summary>How much nearer every point is to its own cluster than to the next.</summary>
/// <remarks>
/// (b − a) / max(a, b), with a the mean distance to the other points of its cluster and b the least mean distance to
/// the points of another; 0 for a point alone in its cluster, 1 for one of identical points. Points labelled as noise are
/// left out, and their share is told. O(n²·d) time, no n² memory: distances are used at once, for all labellings together.
/// Source: Rousseeuw (1987), Journal of Computational and Applied Mathematics 20.
/// </remarks>
public static class Silhouette
{
    /// <summary>Exact silhouettes of several labellings of the same points, Euclidean.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="labelings">Each one label a point; any numbers, 2 to n−1 different beside −1, noise.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at every few hundred points.</param>
    /// <returns>One score a labelling, in their order, each with n samples.</returns>
    /// <exception cref="ArgumentException">A labelling is not one label a point or not 2 … n−1 clusters; a value is not finite.</exception>
    public static IReadOnlyList<SilhouetteScore> Of(
        Matrix points,
        IReadOnlyList<int[]> labelings,
        int threads = 0,
        CancellationToken cancel = default
    )
    {
        Require.Finite(points, "A silhouette");
        var codes = labelings.Select(l => Codes.ForScore("A silhouette", l, points.Rows)).ToList();
        return new SilhouetteSums(points, codes).Scores(threads, cancel);
    }

    /// <summary>Exact silhouettes of one labelling, Euclidean.</summary>
    /// <exception cref="ArgumentException">The labels are not one a point or not 2 … n−1 clusters; a value is not finite.</exception>
    public static SilhouetteScore Of(Matrix points, int[] labels) => Of(points, [labels])[0];

    /// <summary>Silhouettes from distances that were worked out before.</summary>
    /// <param name="distances">n × n distances of any kind, at least 0, with 0 from a point to itself.</param>
    /// <param name="labels">One a point; any numbers, 2 to n−1 different.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or the labels are not one a point or not 2 … n−1 clusters.</exception>
    public static SilhouetteScore OfDistances(Matrix distances, int[] labels)
    {
        if (distances.Rows != distances.Columns)
        {
            throw new ArgumentException(
                $"Distances fill a square, not {distances.Rows} × {distances.Columns}.",
                nameof(distances)
            );
        }

        var codes = Codes.ForScore("A silhouette", labels, distances.Rows);
        var samples = new double[distances.Rows];
        for (var i = 0; i < samples.Length; i++)
        {
            var sums = new double[codes.Count];
            for (var j = 0; j < samples.Length; j++)
            {
                if (codes.Of[j] != IClustering.Noise)
                {
                    sums[codes.Of[j]] += distances[i][j];
                }
            }

            samples[i] = codes.Of[i] == IClustering.Noise ? double.NaN : One(sums, codes.Of[i], codes.Sizes);
        }

        return SilhouetteScore.Exact(samples, codes);
    }

    /// <summary>Silhouettes of a sample of the points within that sample: an estimate where n² is too much.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="labelings">Each one label a point; all use the same sample.</param>
    /// <param name="sample">Points to draw without return, and the seed; all points, exactly, if there are no more.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at every few hundred points.</param>
    /// <returns>
    /// One score a labelling. The standard error is s/√m · √(1 − m/n); it does not cover that a small cluster may have
    /// few points in the sample. NaN where the sample holds fewer than two clusters or a cluster for every point.
    /// </returns>
    public static IReadOnlyList<SilhouetteScore> Sampled(
        Matrix points,
        IReadOnlyList<int[]> labelings,
        SampleOptions sample,
        int threads = 0,
        CancellationToken cancel = default
    )
    {
        Require.Valid(sample);
        if (points.Rows <= sample.Size)
        {
            return Of(points, labelings, threads, cancel);
        }

        Require.Finite(points, "A silhouette");
        var rows = Seeds.Sample(points.Rows, sample.Size, new Random(sample.Seed));
        var codes = labelings
            .Select(l => new Codes([.. rows.Select(row => l[row])], leaveOutNoise: true))
            .ToList();
        var usable = codes.Where(c => c.AreClusters).ToList();
        var scores = new SilhouetteSums(points.Take(rows), usable).Scores(threads, cancel);
        return
        [
            .. codes.Select(
                (c, l) =>
                    usable.IndexOf(c) is >= 0 and var i
                        ? scores[i].Estimating(labelings[l])
                        : SilhouetteScore.None
            ),
        ];
    }

    /// <summary>The silhouette of one point from the sums of its distances to every cluster.</summary>
    internal static double One(ReadOnlySpan<double> sums, int own, int[] sizes)
    {
        if (sizes[own] == 1)
        {
            return 0;
        }

        var within = sums[own] / (sizes[own] - 1);
        var next = double.PositiveInfinity;
        for (var c = 0; c < sums.Length; c++)
        {
            if (c != own)
            {
                next = Math.Min(next, sums[c] / sizes[c]);
            }
        }

        var most = Math.Max(within, next);
        return most == 0 ? 0 : (next - within) / most;
    }
}
