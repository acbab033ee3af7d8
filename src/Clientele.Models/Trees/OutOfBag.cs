namespace Clientele.Models;

/// <summary>Which rows each tree did not learn from, and what those trees say of them.</summary>
sealed class OutOfBag(int trees, int rows)
{
    const int RowsABlock = 1024;

    readonly ulong[][] _outside = new ulong[trees][];

    /// <summary>Keeps which rows a tree did not learn from.</summary>
    internal void Mark(int tree, RowWeights weights)
    {
        var marks = new ulong[(rows + 63) / 64];
        for (var row = 0; row < rows; row++)
        {
            marks[row >> 6] |= weights.Units[row] == 0 ? 1UL << row : 0;
        }

        _outside[tree] = marks;
    }

    /// <summary>The mean of what the trees say that did not learn from a row.</summary>
    /// <returns>n × outputs; NaN for a row that every tree learned from.</returns>
    internal Matrix Tell(Matrix points, DecisionTree[] grown, int threads, CancellationToken cancel)
    {
        var told = new Matrix(rows, grown[0].Outputs);
        Blocks.For(
            (rows + RowsABlock - 1) / RowsABlock,
            threads,
            block =>
            {
                Span<int> counts = stackalloc int[RowsABlock];
                counts.Clear();
                var (begin, end) = (block * RowsABlock, Math.Min((block + 1) * RowsABlock, rows));
                for (var tree = 0; tree < grown.Length; tree++)
                {
                    Add(points, grown[tree], _outside[tree], (begin, end), told, counts);
                }

                for (var row = begin; row < end; row++)
                {
                    foreach (ref var value in told[row])
                    {
                        value /= counts[row - begin];
                    }
                }
            },
            cancel
        );
        return told;
    }

    static void Add(
        Matrix points,
        DecisionTree tree,
        ulong[] outside,
        (int Begin, int End) rows,
        Matrix told,
        Span<int> counts
    )
    {
        for (var row = rows.Begin; row < rows.End; row++)
        {
            if ((outside[row >> 6] >> row & 1) == 0)
            {
                continue;
            }

            System.Numerics.Tensors.TensorPrimitives.Add(
                told[row],
                tree.ValuesOf(tree.Leaf(points[row])),
                told[row]
            );
            counts[row - rows.Begin]++;
        }
    }

    /// <summary>R²: the share of the target's variance that is told, over the rows of which something is; null if none is.</summary>
    internal static double? Determination(Matrix told, ReadOnlySpan<double> target)
    {
        var (count, mean) = (0, 0.0);
        for (var row = 0; row < target.Length; row++)
        {
            if (double.IsFinite(told[row][0]))
            {
                mean += (target[row] - mean) / ++count;
            }
        }

        var (missed, variance) = (0.0, 0.0);
        for (var row = 0; row < target.Length; row++)
        {
            if (double.IsFinite(told[row][0]))
            {
                missed += Math.Pow(target[row] - told[row][0], 2);
                variance += Math.Pow(target[row] - mean, 2);
            }
        }

        return count == 0 ? null
            : variance == 0 ? (missed == 0 ? 1 : 0)
            : 1 - (missed / variance);
    }

    /// <summary>The share of the rows whose class has the greatest share, over the rows of which something is told; null if none is.</summary>
    internal static double? Accuracy(Matrix told, ReadOnlySpan<int> classes)
    {
        var (count, right) = (0, 0);
        for (var row = 0; row < classes.Length; row++)
        {
            if (double.IsFinite(told[row][0]))
            {
                count++;
                right +=
                    System.Numerics.Tensors.TensorPrimitives.IndexOfMax<double>(told[row]) == classes[row]
                        ? 1
                        : 0;
            }
        }

        return count == 0 ? null : (double)right / count;
    }
}
