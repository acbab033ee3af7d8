namespace Clientele.Models;

/// <summary>Trees that add up.</summary>
/// <param name="Start">What is told before the first tree; −∞ tells 0.</param>
/// <param name="Trees">In the order in which they were learned; each has one number a leaf.</param>
/// <param name="Loss">Poisson and Tweedie add up to the logarithm of what is told.</param>
/// <param name="Importance">One a column: its share of what the splits gained; adds up to 1, or is 0 for all where none gained.</param>
public sealed record BoostedTrees(
    double Start,
    IReadOnlyList<DecisionTree> Trees,
    BoostingLoss Loss,
    IReadOnlyList<double> Importance
) : IRegressor
{
    const int RowsABlock = 512;

    /// <summary>Columns of the points that it takes.</summary>
    public int Columns => Importance.Count;

    /// <summary>Whether the trees add up to a logarithm.</summary>
    public bool IsLogarithmic => Loss is BoostingLoss.Poisson or BoostingLoss.Tweedie;

    /// <inheritdoc/>
    public double[] Predict(Matrix points, int threads = 0, CancellationToken cancel = default)
    {
        var told = Sums(points, threads, cancel);
        for (var row = 0; row < told.Length && IsLogarithmic; row++)
        {
            told[row] = Math.Exp(told[row]);
        }

        return told;
    }

    /// <summary>What the trees add up to: of a logarithmic loss the logarithm of what is told.</summary>
    /// <param name="points">m × d finite values.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of rows.</param>
    /// <returns>m sums.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    public double[] Sums(Matrix points, int threads = 0, CancellationToken cancel = default)
    {
        Require.Finite(Require.Columns(points, Columns, "The trees learned from"), "Boosting");
        var told = new double[points.Rows];
        Blocks.For(
            (points.Rows + RowsABlock - 1) / RowsABlock,
            threads,
            block =>
            {
                var end = Math.Min((block + 1) * RowsABlock, points.Rows);
                told.AsSpan((block * RowsABlock)..end).Fill(Start);
                foreach (var tree in Trees)
                {
                    for (var row = block * RowsABlock; row < end; row++)
                    {
                        told[row] += tree.Values[tree.Rights[tree.Leaf(points[row])]];
                    }
                }
            },
            cancel
        );
        return told;
    }
}
