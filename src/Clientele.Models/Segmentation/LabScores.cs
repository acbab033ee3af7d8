namespace Clientele.Models;

/// <summary>Scores divisions, first what is quick to know of all, then how stable the best are.</summary>
sealed class LabScores(LabOptions options, Matrix scaled)
{
    readonly SampleOptions _sample = new() { Size = options.SilhouetteSample, Seed = options.Seed };

    /// <summary>All but the stability, of divisions of one space; distances are worked out once for those without noise.</summary>
    internal List<SegmentScore> Of(
        Matrix points,
        IReadOnlyList<(SegmentPlan Plan, IClustering Clustering)> divisions,
        CancellationToken cancel
    )
    {
        var whole = divisions.Where(d => IsWhole(d.Clustering)).Select(d => d.Clustering.Labels).ToList();
        var (here, original) = (Silhouettes(points, whole, cancel), Silhouettes(scaled, whole, cancel));
        return
        [
            .. divisions.Select(d =>
                whole.IndexOf(d.Clustering.Labels) is >= 0 and var i
                    ? Score(d.Plan, d.Clustering, points, d.Clustering.Labels, (here[i], original[i]))
                    : WithNoise(points, d.Plan, d.Clustering, cancel)
            ),
        ];
    }

    static bool IsWhole(IClustering clustering) =>
        clustering.Clusters >= 2
        && clustering.Clusters < clustering.Labels.Length
        && !clustering.Labels.Contains(IClustering.Noise);

    List<double> Silhouettes(Matrix points, List<int[]> labelings, CancellationToken cancel) =>
        labelings.Count == 0
            ? []
            :
            [
                .. Silhouette
                    .Sampled(points, labelings, _sample, options.Threads, cancel)
                    .Select(score => score.Mean),
            ];

    SegmentScore WithNoise(Matrix points, SegmentPlan plan, IClustering clustering, CancellationToken cancel)
    {
        var labels = clustering.Labels;
        int[] kept = [.. Enumerable.Range(0, labels.Length).Where(row => labels[row] != IClustering.Noise)];
        int[] own = [.. kept.Select(row => labels[row])];
        if (clustering.Clusters < 2 || clustering.Clusters >= kept.Length)
        {
            return Score(plan, clustering, points, [], (double.NaN, double.NaN));
        }

        var here = points.Take(kept);
        return Score(
            plan,
            clustering,
            here,
            own,
            (Silhouettes(here, [own], cancel)[0], Silhouettes(scaled.Take(kept), [own], cancel)[0])
        );
    }

    /// <param name="plan">The way.</param>
    /// <param name="clustering">What it found.</param>
    /// <param name="points">The points in some segment.</param>
    /// <param name="labels">Their segments; empty for no scores.</param>
    /// <param name="silhouettes">In the space and in the scaled features.</param>
    SegmentScore Score(
        SegmentPlan plan,
        IClustering clustering,
        Matrix points,
        int[] labels,
        (double Here, double Original) silhouettes
    )
    {
        var kept = clustering.Labels.Count(label => label != IClustering.Noise);
        return new SegmentScore(
            plan,
            clustering.Clusters,
            1 - ((double)kept / clustering.Labels.Length),
            silhouettes.Here,
            silhouettes.Original,
            labels.Length > 0 ? CalinskiHarabasz.Of(points, labels) : double.NaN,
            labels.Length > 0 ? DaviesBouldin.Of(points, labels) : double.NaN,
            double.NaN,
            FaultOf(plan, clustering, kept)
        );
    }

    SegmentFault? FaultOf(SegmentPlan plan, IClustering clustering, int kept)
    {
        var clusters = clustering.Clusters;
        if (clusters < 2)
        {
            return SegmentFault.NoSegments;
        }

        double rows = clustering.Labels.Length;
        var sizes = new int[clusters];
        foreach (var label in clustering.Labels.Where(label => label != IClustering.Noise))
        {
            sizes[label]++;
        }

        return clusters < Math.Min(options.Least, options.Largest) ? SegmentFault.TooFew
            : clusters > options.Largest && !plan.TakesClusters ? SegmentFault.TooMany
            : 1 - (kept / rows) > options.MaxNoise ? SegmentFault.Noise
            : sizes.Min() / rows < options.MinShare ? SegmentFault.TinySegment
            : sizes.Max() / rows > options.MaxShare ? SegmentFault.HugeSegment
            : null;
    }

    /// <summary>The same with its stability: found again from parts of the customers, in the same space.</summary>
    internal SegmentScore WithStability(
        SegmentScore score,
        Matrix points,
        IClustering clustering,
        CancellationToken cancel
    )
    {
        var rows = Seeds.Sample(points.Rows, options.StabilitySample, new Random(options.Seed));
        var sample = points.Take(rows);
        int[] labels = [.. rows.Select(row => clustering.Labels[row])];
        var stability = new BootstrapStability(
            new StabilityOptions
            {
                Rounds = options.StabilityRounds,
                Seed = options.Seed,
                Threads = options.Threads,
            }
        ).Of(
            sample,
            new Reference(labels, clustering),
            seed => SegmentClusterers.Of(score.Plan, seed, threads: 1),
            cancel
        );
        return score with { StabilityAri = stability.Mean };
    }

    /// <summary>A clustering seen at a sample of its points.</summary>
    sealed record Reference(int[] Labels, IClustering Whole) : IClustering
    {
        public int Clusters => Whole.Clusters;

        public bool Converged => Whole.Converged;

        public Assignment Assign(Matrix points) => Whole.Assign(points);
    }
}
