namespace Clientele.Models;

/// <summary>Scores divisions, first what is quick to know of all, then how stable the best are.</summary>
sealed class LabScores(LabOptions options, Matrix scaled)
{
    readonly SampleOptions _sample = new() { Size = options.SilhouetteSample, Seed = options.Seed };

    /// <summary>All but the stability, of divisions of one space: distances are worked out once for all of them.</summary>
    internal List<SegmentScore> Of(
        Matrix points,
        IReadOnlyList<(SegmentPlan Plan, IClustering Clustering)> divisions,
        CancellationToken cancel
    )
    {
        List<int[]> labelings =
        [
            .. divisions.Select(d => d.Clustering).Where(CanBeScored).Select(c => c.Labels),
        ];
        var (here, original) = (
            Silhouettes(points, labelings, cancel),
            Silhouettes(scaled, labelings, cancel)
        );
        return
        [
            .. divisions.Select(d =>
                labelings.IndexOf(d.Clustering.Labels) is >= 0 and var i
                    ? Score(d.Plan, d.Clustering, points, (here[i], original[i]))
                    : Score(d.Plan, d.Clustering, null, (double.NaN, double.NaN))
            ),
        ];
    }

    static bool CanBeScored(IClustering clustering) =>
        clustering.Clusters >= 2
        && clustering.Clusters < clustering.Labels.Count(label => label != IClustering.Noise);

    List<double> Silhouettes(Matrix points, List<int[]> labelings, CancellationToken cancel) =>
        labelings.Count == 0
            ? []
            :
            [
                .. Silhouette
                    .Sampled(points, labelings, _sample, options.Threads, cancel)
                    .Select(score => score.Mean),
            ];

    /// <param name="plan">The way.</param>
    /// <param name="clustering">What it found.</param>
    /// <param name="points">The points; null for no scores.</param>
    /// <param name="silhouettes">In the space and in the scaled features.</param>
    SegmentScore Score(
        SegmentPlan plan,
        IClustering clustering,
        Matrix? points,
        (double Here, double Original) silhouettes
    )
    {
        var kept = clustering.Labels.Count(label => label != IClustering.Noise);
        var fault = FaultOf(plan, clustering, kept);
        var isTaken = fault != SegmentFault.NoSegments && options.AsksFor(plan);
        return new SegmentScore(
            plan,
            clustering.Clusters,
            1 - ((double)kept / clustering.Labels.Length),
            silhouettes.Here,
            silhouettes.Original,
            points != null ? CalinskiHarabasz.Of(points, clustering.Labels) : double.NaN,
            points != null ? DaviesBouldin.Of(points, clustering.Labels) : double.NaN,
            double.NaN,
            isTaken ? null : fault
        )
        {
            Overruled = isTaken ? fault : null,
        };
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
