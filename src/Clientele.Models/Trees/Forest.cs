namespace Clientele.Models;

/// <summary>What a <see cref="RandomForest"/> learned.</summary>
/// <param name="Forest">The trees.</param>
/// <param name="OutOfBag">
/// Each row as the trees tell it that did not learn from it: n × outputs, NaN where every tree did, as without a bootstrap.
/// </param>
/// <param name="OutOfBagScore">R² or share of right classes of <paramref name="OutOfBag"/>; null if it tells nothing.</param>
/// <param name="Importance">One a column: its share of what the splits gained, mean over the trees; adds up to 1.</param>
public sealed record ForestFit(
    Forest Forest,
    Matrix OutOfBag,
    double? OutOfBagScore,
    IReadOnlyList<double> Importance
);

/// <summary>Trees that tell the mean of what each tells.</summary>
/// <param name="Trees">In the order of their seeds.</param>
/// <param name="Columns">Columns of the points that it takes.</param>
public sealed record Forest(IReadOnlyList<DecisionTree> Trees, int Columns) : IRegressor
{
    const int RowsABlock = 512;

    /// <summary>The mean of what the trees say.</summary>
    /// <param name="points">m × d finite values.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of rows.</param>
    /// <returns>m × 1 means of the target, or m × classes shares of the classes.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    public Matrix Predict(Matrix points, int threads = 0, CancellationToken cancel = default)
    {
        var told = new Matrix(Suiting(points).Rows, Trees[0].Outputs);
        ForBlocks(
            points.Rows,
            threads,
            (begin, end) =>
            {
                foreach (var tree in Trees)
                {
                    for (var row = begin; row < end; row++)
                    {
                        var said = tree.ValuesOf(tree.Leaf(points[row]));
                        System.Numerics.Tensors.TensorPrimitives.Add(told[row], said, told[row]);
                    }
                }

                var sums = told.Values[(begin * told.Columns)..(end * told.Columns)];
                System.Numerics.Tensors.TensorPrimitives.Divide(sums, Trees.Count, sums);
            },
            cancel
        );
        return told;
    }

    /// <inheritdoc/>
    double[] IRegressor.Predict(Matrix points, int threads, CancellationToken cancel) =>
        Predict(points, threads, cancel).Column(0);

    /// <summary>The leaf of every row in every tree.</summary>
    /// <param name="points">m × d finite values.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of rows.</param>
    /// <returns>m × trees numbers of nodes, row after row. Leaves that are near each other in a tree have near numbers.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    public int[] Leaves(Matrix points, int threads = 0, CancellationToken cancel = default)
    {
        var leaves = new int[(long)Suiting(points).Rows * Trees.Count];
        ForBlocks(
            points.Rows,
            threads,
            (begin, end) =>
            {
                for (var tree = 0; tree < Trees.Count; tree++)
                {
                    for (var row = begin; row < end; row++)
                    {
                        leaves[(row * Trees.Count) + tree] = Trees[tree].Leaf(points[row]);
                    }
                }
            },
            cancel
        );
        return leaves;
    }

    static void ForBlocks(int rows, int threads, Action<int, int> body, CancellationToken cancel) =>
        Blocks.For(
            (rows + RowsABlock - 1) / RowsABlock,
            threads,
            block => body(block * RowsABlock, Math.Min((block + 1) * RowsABlock, rows)),
            cancel
        );

    Matrix Suiting(Matrix points) =>
        points.Columns == Columns
            ? Require.Finite(points, "A forest")
            : throw new ArgumentException(
                $"The forest learned from {Columns} columns, not {points.Columns}.",
                nameof(points)
            );
}
