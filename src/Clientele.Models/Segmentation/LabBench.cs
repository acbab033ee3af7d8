namespace Clientele.Models;

/// <summary>Where a lab keeps its spaces while it tries plans in them.</summary>
sealed class LabBench
{
    readonly LabOptions _options;
    readonly LabSpaces _spaces;
    readonly LabScores _scores;

    internal LabBench(LabOptions options, SegmentInput input)
    {
        Require.Finite(input.Features, "A segmentation");
        (_options, _spaces) = (options, new LabSpaces(input, options.Seed, options.Threads));
        _scores = new LabScores(options, _spaces.Scaled(options.Scales[0]).Scaled);
    }

    /// <summary>All algorithms and numbers of segments in one space, without stability.</summary>
    internal List<SegmentTrial> Try(SegmentPlan start, CancellationToken cancel)
    {
        var space = _spaces.Of(start, cancel);
        var divisions = _options
            .Algorithms.SelectMany(algorithm =>
                Divide(start with { Algorithm = algorithm }, space.Points, cancel)
            )
            .ToList();
        return
        [
            .. _scores
                .Of(space.Points, divisions, cancel)
                .Zip(divisions, (score, division) => new SegmentTrial(score, space, division.Clustering)),
        ];
    }

    /// <summary>One plan, without stability.</summary>
    internal SegmentTrial TryOne(SegmentPlan plan, CancellationToken cancel)
    {
        var space = _spaces.Of(plan, cancel);
        var clustering = SegmentClusterers
            .Of(plan, _options.Seed, _options.Threads)
            .Fit(space.Points, cancel);
        return new SegmentTrial(_scores.Of(space.Points, [(plan, clustering)], cancel)[0], space, clustering);
    }

    /// <summary>The trials with the stability of the finalists.</summary>
    internal List<SegmentTrial> WithStability(IReadOnlyList<SegmentTrial> trials, CancellationToken cancel)
    {
        var finalists = trials
            .Where(trial => trial.Score.Fault == null && !double.IsNaN(trial.Score.Separation))
            .OrderByDescending(trial => trial.Score.Separation)
            .Take(_options.Finalists)
            .ToHashSet();
        return [.. trials.Select(trial => finalists.Contains(trial) ? WithStability(trial, cancel) : trial)];
    }

    internal SegmentTrial WithStability(SegmentTrial trial, CancellationToken cancel) =>
        trial with
        {
            Score = _scores.WithStability(trial.Score, trial.Space.Points, trial.Clustering, cancel),
        };

    /// <summary>The plan with a distance, or a size, that suits its space.</summary>
    internal SegmentPlan Dense(SegmentPlan plan, double epsShare, double sizeShare, CancellationToken cancel)
    {
        var points = _spaces.Of(plan, cancel).Points;
        var samples = Math.Min(plan.MinSamples, points.Rows - 1);
        return plan.Algorithm == SegmentAlgorithm.Hdbscan
            ? plan with
            {
                MinSamples = samples,
                MinClusterSize = SegmentGrids.Size(sizeShare, points.Rows),
            }
            : plan with
            {
                MinSamples = samples,
                Eps = SegmentGrids.Eps(
                    KDistances.Of(points, samples, _options.Threads, cancel).Distances,
                    epsShare
                ),
            };
    }

    IEnumerable<(SegmentPlan Plan, IClustering Clustering)> Divide(
        SegmentPlan start,
        Matrix points,
        CancellationToken cancel
    ) =>
        SegmentClusterers.FitAll(
            SegmentGrids.Of(start, _options, points, cancel),
            points,
            (_options.Seed, _options.Threads),
            cancel
        );
}
