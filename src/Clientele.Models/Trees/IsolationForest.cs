namespace Clientele.Models;

/// <summary>Finds points that few random splits set apart from all others.</summary>
/// <remarks>
/// O(trees · sample · log sample) to learn, O(rows · trees · log sample) to score.
/// Source: Liu, Ting and Zhou (2008), "Isolation Forest", ICDM.
/// </remarks>
public sealed class IsolationForest(IsolationOptions options)
{
    readonly IsolationOptions _options = Require.Valid(options);

    /// <summary>Learns what is usual, and from which score on a point is not.</summary>
    /// <param name="points">n × d finite values; their scales do not matter.</param>
    /// <param name="cancel">Stops the work between two trees.</param>
    /// <exception cref="ArgumentException">There are fewer than two rows, or a value is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Isolation Fit(Matrix points, CancellationToken cancel = default)
    {
        Require.Finite(points, "An isolation forest");
        if (points.Rows < 2)
        {
            throw new ArgumentException(
                "An isolation forest needs at least two rows, not 1.",
                nameof(points)
            );
        }

        var sample = Math.Min(_options.Sample, points.Rows);
        var trees = new DecisionTree[_options.Trees];
        Blocks.For(
            trees.Length,
            _options.Threads,
            tree =>
            {
                var random = new Random(Seeds.Of(_options.Seed, tree));
                var rows = Seeds.Sample(points.Rows, sample, random);
                trees[tree] = new IsolationGrower(points, random).Grow(rows);
            },
            cancel
        );
        var isolation = new Isolation(trees, points.Columns, sample, _options.Threshold);
        return _options.Contamination is { } share
            ? isolation with
            {
                Threshold = Threshold(isolation.Scores(points, _options.Threads, cancel), share),
            }
            : isolation;
    }

    /// <summary>The score that <paramref name="share"/> of the rows reach; above all where that is no row.</summary>
    static double Threshold(double[] scores, double share)
    {
        Array.Sort(scores);
        var outliers = (int)Math.Round(share * scores.Length);
        return outliers == 0 ? Math.BitIncrement(scores[^1]) : scores[^outliers];
    }
}
