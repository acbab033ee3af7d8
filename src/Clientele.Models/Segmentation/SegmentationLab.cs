namespace Clientele.Models;

/// <summary>One way to divide customers, tried.</summary>
/// <param name="Score">How good it is.</param>
/// <param name="Space">The points that were divided.</param>
/// <param name="Clustering">What was found there.</param>
public sealed record SegmentTrial(SegmentScore Score, LaidOut Space, IClustering Clustering);

/// <summary>What a lab found.</summary>
/// <param name="Trials">All that was tried, in the order of spaces, scales, algorithms and numbers of segments.</param>
/// <param name="Chosen">The place of the best; −1 if none may be chosen.</param>
public sealed record LabResult(IReadOnlyList<SegmentTrial> Trials, int Chosen);

/// <summary>Divides customers in every space by every algorithm, scores all of it alike and takes the best.</summary>
/// <remarks>
/// What is compared is separation × stability (<see cref="SegmentScore"/>): the mean of the silhouettes in the space and
/// in the scaled features, times the mean adjusted Rand index when found again from parts of the customers. A silhouette
/// alone rewards spaces that invent gaps, halves of everything and tiny groups far off: the features themselves, the
/// least number of segments and the limits of their sizes stand against each. Stability is worked out for the most
/// separate finalists only.
/// </remarks>
public sealed class SegmentationLab(LabOptions options)
{
    readonly LabOptions _options = Require.Valid(options);

    /// <summary>Tries all spaces, scales, algorithms and numbers of segments that the options name.</summary>
    /// <param name="input">The customers.</param>
    /// <param name="cancel">Looked at within every trial.</param>
    /// <exception cref="ArgumentException">There are too few customers, or a value is not finite or has no logarithm.</exception>
    public LabResult Compare(SegmentInput input, CancellationToken cancel = default)
    {
        var bench = new LabBench(_options, input);
        var trials = new List<SegmentTrial>();
        foreach (var scale in _options.Scales)
        {
            foreach (var space in _options.Spaces)
            {
                var start = new SegmentPlan
                {
                    Scale = scale,
                    Space = space,
                    Neighbors = _options.Neighbors,
                };
                trials.AddRange(bench.Try(start, cancel));
            }
        }

        return Choose(bench.WithStability(trials, cancel));
    }

    /// <summary>The greatest score of those without a fault; of equals the first.</summary>
    internal static LabResult Choose(IReadOnlyList<SegmentTrial> trials)
    {
        var best = trials
            .Where(trial => trial.Score.Fault == null && !double.IsNaN(trial.Score.Score))
            .MaxBy(trial => trial.Score.Score);
        return new LabResult(trials, best == null ? -1 : trials.ToList().IndexOf(best));
    }
}
