namespace Clientele.Models;

/// <summary>What an <see cref="IsolationForest"/> learned.</summary>
/// <param name="Trees">Trees of random splits; a leaf says how many splits set a point apart there.</param>
/// <param name="Columns">Columns of the points that it takes.</param>
/// <param name="Sample">Rows that each tree was grown on.</param>
/// <param name="Threshold">Score from which on a point is an outlier.</param>
public sealed record Isolation(IReadOnlyList<DecisionTree> Trees, int Columns, int Sample, double Threshold)
{
    const double EulerMascheroni = 0.57721566490153286;
    const int RowsABlock = 512;

    /// <summary>How unusual each point is.</summary>
    /// <param name="points">m × d finite values.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of rows.</param>
    /// <returns>
    /// 2^(−h/c) in (0, 1), h the mean number of splits that set the point apart and c that of a usual point: near 1 for an outlier,
    /// well below ½ for a point in the thick of the others.
    /// </returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    public double[] Scores(Matrix points, int threads = 0, CancellationToken cancel = default)
    {
        if (points.Columns != Columns)
        {
            throw new ArgumentException(
                $"The isolation forest learned from {Columns} columns, not {points.Columns}.",
                nameof(points)
            );
        }

        Require.Finite(points, "An isolation forest");
        var scores = new double[points.Rows];
        Blocks.For(
            (points.Rows + RowsABlock - 1) / RowsABlock,
            threads,
            block =>
            {
                var (begin, end) = (block * RowsABlock, Math.Min((block + 1) * RowsABlock, points.Rows));
                foreach (var tree in Trees)
                {
                    for (var row = begin; row < end; row++)
                    {
                        scores[row] += tree.ValuesOf(tree.Leaf(points[row]))[0];
                    }
                }

                for (var row = begin; row < end; row++)
                {
                    scores[row] = Math.Pow(2, -scores[row] / (Trees.Count * UsualPath(Sample)));
                }
            },
            cancel
        );
        return scores;
    }

    /// <summary>The mean number of splits on the way to one of <paramref name="rows"/> rows in a random tree.</summary>
    /// <remarks>That of an unsuccessful search in a binary search tree: 2·H(n − 1) − 2·(n − 1)/n; 1 for two rows, 0 for one.</remarks>
    internal static double UsualPath(int rows) =>
        rows <= 1 ? 0
        : rows == 2 ? 1
        : (2 * (Math.Log(rows - 1) + EulerMascheroni)) - (2.0 * (rows - 1) / rows);
}
