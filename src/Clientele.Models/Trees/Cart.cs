namespace Clientele.Models;

/// <summary>One regression or classification tree on histograms of the columns.</summary>
/// <remarks>
/// O(rows · columns · depth). Splits minimise the squared error or the Gini impurity. A column of more than
/// <see cref="TreeOptions.Bins"/> different values is only split between bins of about as many rows each.
/// Source: Breiman, Friedman, Olshen and Stone (1984), "Classification and Regression Trees"; histograms as in Ke et al. (2017),
/// "LightGBM".
/// </remarks>
public sealed class Cart(TreeOptions options, int seed = 0)
{
    readonly TreeOptions _options = Require.Valid(options);

    /// <summary>Learns to tell a number.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="target">n finite numbers.</param>
    /// <param name="weights">How much each row counts, 0 or more; empty for all alike.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or a weight does not suit.</exception>
    public DecisionTree Fit(
        Matrix points,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> weights = default,
        CancellationToken cancel = default
    )
    {
        var training = TreeTraining.Of(points, target, _options, threads: 1, cancel);
        return Grow(training, RowWeights.Of(weights, points.Rows), cancel);
    }

    /// <summary>Learns to tell a class; the leaves say the shares of the classes.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="classes">n classes from 0 on.</param>
    /// <param name="weights">How much each row counts, 0 or more; empty for all alike.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or a class or weight does not suit.</exception>
    public DecisionTree FitClasses(
        Matrix points,
        ReadOnlySpan<int> classes,
        ReadOnlySpan<double> weights = default,
        CancellationToken cancel = default
    )
    {
        var training = TreeTraining.Of(points, classes, _options, threads: 1, cancel);
        return Grow(training, RowWeights.Of(weights, points.Rows), cancel);
    }

    DecisionTree Grow(TreeTraining training, RowWeights weights, CancellationToken cancel) =>
        training.Grow(weights, _options, new Random(seed), cancel).Tree;
}
