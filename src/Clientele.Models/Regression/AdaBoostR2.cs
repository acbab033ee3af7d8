namespace Clientele.Models;

/// <summary>Trees of which each looks more at the rows that those before it told badly; the weighted median of what they say is told.</summary>
/// <remarks>
/// Trees learn from weighted rows, not from rows drawn by weight: nothing is left to chance. Ends early once the weighted error is half
/// or more, or nothing is told wrong. Source: Drucker (1997), "Improving Regressors using Boosting Techniques", ICML.
/// </remarks>
public sealed class AdaBoostR2(AdaBoostOptions options)
{
    readonly AdaBoostOptions _options = Require.Valid(options);

    /// <summary>Learns to tell a number.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="target">n finite numbers.</param>
    /// <param name="cancel">Looked at before every tree.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not finite.</exception>
    public AdaBoostModel Fit(Matrix points, double[] target, CancellationToken cancel = default)
    {
        Require.Targets(points, target, "AdaBoost");
        var shape = new TreeOptions { MaxDepth = _options.MaxDepth };
        var training = TreeTraining.Of(points, target, shape, _options.Threads, cancel);
        var (trees, votes) = (new List<DecisionTree>(), new List<double>());
        var weights = new double[target.Length];
        Array.Fill(weights, 1.0 / target.Length);
        while (trees.Count < _options.Trees)
        {
            cancel.ThrowIfCancellationRequested();
            var tree = training
                .Grow(RowWeights.Of(weights, weights.Length), shape, new Random(0), cancel)
                .Tree;
            var losses = Losses(points, target, tree, weights);
            var error = System.Numerics.Tensors.TensorPrimitives.Dot<double>(weights, losses);
            if (error >= 0.5 && trees.Count > 0)
            {
                break;
            }

            trees.Add(tree);
            if (error <= 0 || error >= 0.5)
            {
                votes.Add(1);
                break;
            }

            var confidence = error / (1 - error);
            votes.Add(-_options.LearningRate * Math.Log(confidence));
            Move(weights, losses, confidence);
        }

        return new AdaBoostModel(trees, votes, points.Columns);
    }

    double[] Losses(Matrix points, double[] target, DecisionTree tree, double[] weights)
    {
        var losses = new double[target.Length];
        for (var i = 0; i < losses.Length; i++)
        {
            losses[i] = weights[i] > 0 ? Math.Abs(target[i] - tree.ValuesOf(tree.Leaf(points[i]))[0]) : 0;
        }

        var most = losses.Max();
        for (var i = 0; i < losses.Length && most > 0; i++)
        {
            var share = losses[i] / most;
            losses[i] = _options.Loss switch
            {
                AdaBoostLoss.Square => share * share,
                AdaBoostLoss.Exponential => 1 - Math.Exp(-share),
                _ => share,
            };
        }

        return losses;
    }

    void Move(double[] weights, double[] losses, double confidence)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= Math.Pow(confidence, (1 - losses[i]) * _options.LearningRate);
            sum += weights[i];
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(weights, sum, weights);
    }
}

/// <summary>Trees with votes.</summary>
/// <param name="Trees">In the order in which they were learned.</param>
/// <param name="Votes">One a tree, above 0.</param>
/// <param name="Columns">Columns of the points that it takes.</param>
public sealed record AdaBoostModel(
    IReadOnlyList<DecisionTree> Trees,
    IReadOnlyList<double> Votes,
    int Columns
) : IRegressor
{
    const int RowsABlock = 512;

    /// <inheritdoc/>
    public double[] Predict(Matrix points, int threads = 0, CancellationToken cancel = default)
    {
        Require.Finite(Require.Columns(points, Columns, "The trees learned from"), "AdaBoost");
        var told = new double[points.Rows];
        var half = Votes.Sum() / 2;
        Blocks.For(
            (points.Rows + RowsABlock - 1) / RowsABlock,
            threads,
            block =>
            {
                var (said, votes) = (new double[Trees.Count], new double[Trees.Count]);
                for (
                    var row = block * RowsABlock;
                    row < Math.Min((block + 1) * RowsABlock, told.Length);
                    row++
                )
                {
                    for (var tree = 0; tree < said.Length; tree++)
                    {
                        said[tree] = Trees[tree].ValuesOf(Trees[tree].Leaf(points[row]))[0];
                        votes[tree] = Votes[tree];
                    }

                    Array.Sort(said, votes);
                    told[row] = Median(said, votes, half);
                }
            },
            cancel
        );
        return told;
    }

    /// <summary>The first that at least half of the votes do not lie above.</summary>
    static double Median(double[] sorted, double[] votes, double half)
    {
        var sum = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += votes[i];
            if (sum >= half)
            {
                return sorted[i];
            }
        }

        return sorted[^1];
    }
}
