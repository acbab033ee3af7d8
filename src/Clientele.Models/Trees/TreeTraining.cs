namespace Clientele.Models;

/// <summary>Rows to learn trees from: their binned columns, and the number or class that is to be told.</summary>
sealed class TreeTraining
{
    /// <summary>More classes than this would make the sums of a column outgrow the cache.</summary>
    internal const int MostClasses = 256;

    readonly BinnedColumns _data;
    readonly double[] _target;
    readonly int[] _classes;

    TreeTraining(BinnedColumns data, double[] target, int[] classes) =>
        (_data, _target, _classes, Outputs) = (
            data,
            target,
            classes,
            target.Length > 0 ? 1 : classes.Max() + 1
        );

    /// <summary>Numbers that a leaf says.</summary>
    internal int Outputs { get; }

    /// <summary>To tell a number.</summary>
    internal static TreeTraining Of(
        Matrix points,
        ReadOnlySpan<double> target,
        TreeOptions options,
        int threads,
        CancellationToken cancel
    )
    {
        Require.Finite(points, "A tree");
        SameRows(points, target.Length);
        var column = new Matrix(target.ToArray(), 1);
        Require.Finite(column, "The target of a tree");
        return new(BinnedColumns.Of(points, options.Bins, threads, cancel), column.Column(0), []);
    }

    /// <summary>To tell a class.</summary>
    internal static TreeTraining Of(
        Matrix points,
        ReadOnlySpan<int> classes,
        TreeOptions options,
        int threads,
        CancellationToken cancel
    )
    {
        Require.Finite(points, "A tree");
        SameRows(points, classes.Length);
        foreach (var one in classes)
        {
            if (one is < 0 or >= MostClasses)
            {
                throw new ArgumentException(
                    $"A class must lie between 0 and {MostClasses - 1}, but one is {one}.",
                    nameof(classes)
                );
            }
        }

        return new(BinnedColumns.Of(points, options.Bins, threads, cancel), [], classes.ToArray());
    }

    /// <summary>Grows one tree.</summary>
    internal GrownTree Grow(RowWeights weights, TreeOptions options, Random random, CancellationToken cancel)
    {
        ISplitCriterion criterion =
            _classes.Length == 0
                ? new SquaredError(_target, weights)
                : new GiniImpurity(_classes, Outputs, weights);
        return new TreeGrower(_data, criterion, options, random).Grow(weights.Rows(), cancel);
    }

    static void SameRows(Matrix points, int targets)
    {
        if (points.Rows != targets)
        {
            throw new ArgumentException(
                $"{points.Rows} rows need as many targets, not {targets}.",
                nameof(points)
            );
        }
    }
}
