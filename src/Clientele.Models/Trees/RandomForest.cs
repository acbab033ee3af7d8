namespace Clientele.Models;

/// <summary>Many trees, each on rows and columns drawn anew, that tell the mean of what they say.</summary>
/// <remarks>Source: Breiman (2001), "Random Forests", Machine Learning 45(1). Trees as in <see cref="Cart"/>.</remarks>
public sealed class RandomForest(ForestOptions options)
{
    readonly ForestOptions _options = Valid(options);

    /// <summary>Learns to tell a number.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="target">n finite numbers.</param>
    /// <param name="cancel">Stops the work between two trees.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ForestFit Fit(Matrix points, ReadOnlySpan<double> target, CancellationToken cancel = default)
    {
        var training = TreeTraining.Of(points, target, _options.Tree, _options.Threads, cancel);
        var (trees, importance, bags) = Grow(training, points, cancel);
        var told = bags.Tell(points, trees, _options.Threads, cancel);
        return new ForestFit(
            new Forest(trees, points.Columns),
            told,
            OutOfBag.Determination(told, target),
            importance
        );
    }

    /// <summary>Learns to tell a class.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="classes">n classes from 0 to 255.</param>
    /// <param name="cancel">Stops the work between two trees.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or a class does not suit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ForestFit FitClasses(Matrix points, ReadOnlySpan<int> classes, CancellationToken cancel = default)
    {
        var training = TreeTraining.Of(points, classes, _options.Tree, _options.Threads, cancel);
        var (trees, importance, bags) = Grow(training, points, cancel);
        var told = bags.Tell(points, trees, _options.Threads, cancel);
        return new ForestFit(
            new Forest(trees, points.Columns),
            told,
            OutOfBag.Accuracy(told, classes),
            importance
        );
    }

    (DecisionTree[] Trees, double[] Importance, OutOfBag Bags) Grow(
        TreeTraining training,
        Matrix points,
        CancellationToken cancel
    )
    {
        var grown = new GrownTree[_options.Trees];
        var bags = new OutOfBag(grown.Length, points.Rows);
        var all = RowWeights.Equal(points.Rows);
        Blocks.For(
            grown.Length,
            _options.Threads,
            tree =>
            {
                var random = new Random(Seeds.Of(_options.Seed, tree));
                var weights = _options.Bootstrap ? all.Drawn(random) : all;
                grown[tree] = training.Grow(weights, _options.Tree, random, cancel);
                bags.Mark(tree, weights);
            },
            cancel
        );
        return ([.. grown.Select(one => one.Tree)], Importance(grown, points.Columns), bags);
    }

    /// <summary>The mean over the trees of each column's share of what a tree gained; 0 for all where none gained.</summary>
    static double[] Importance(GrownTree[] trees, int columns)
    {
        var importance = new double[columns];
        foreach (var gains in trees.Select(tree => tree.Gains))
        {
            var all = gains.Sum();
            for (var column = 0; column < columns && all > 0; column++)
            {
                importance[column] += gains[column] / all;
            }
        }

        var sum = importance.Sum();
        return sum > 0 ? [.. importance.Select(value => value / sum)] : importance;
    }

    static ForestOptions Valid(ForestOptions options)
    {
        Require.Valid(options.Tree);
        return Require.Valid(options);
    }
}
