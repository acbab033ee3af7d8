namespace Clientele.Models;

/// <summary>How much each column moves what trees tell of a row: Shapley values, exactly.</summary>
/// <remarks>
/// A column that is not known is taken as the rows of a background go at the nodes that ask for it. The values of a row add up to
/// what the trees add up to, less <see cref="Base"/>. O(trees · leaves · depth²) a row.
/// Source: Lundberg, Erion and Lee (2018), "Consistent Individualized Feature Attribution for Tree Ensembles", algorithm 2.
/// </remarks>
public sealed class TreeShap
{
    readonly BoostedTrees _model;
    readonly double[][] _covers;

    /// <param name="model">The trees.</param>
    /// <param name="background">Rows that say how often each way is gone: those that the trees learned from.</param>
    public TreeShap(BoostedTrees model, Matrix background)
    {
        _model = model;
        _covers = [.. model.Trees.Select(tree => Cover(tree, background))];
        Base = model.Start + model.Trees.Zip(_covers, Mean).Sum();
    }

    /// <summary>What the trees add up to where no column is known.</summary>
    public double Base { get; }

    /// <summary>Shapley values.</summary>
    /// <param name="points">m × d finite values.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between rows.</param>
    /// <returns>m × d, in the unit of <see cref="BoostedTrees.Sums"/>.</returns>
    public Matrix Values(Matrix points, int threads = 0, CancellationToken cancel = default)
    {
        Require.Finite(Require.Columns(points, _model.Columns, "The trees learned from"), "Shapley values");
        var values = new Matrix(points.Rows, points.Columns);
        Blocks.For(
            points.Rows,
            threads,
            row =>
            {
                for (var tree = 0; tree < _covers.Length; tree++)
                {
                    new ShapWalk(
                        _model.Trees[tree],
                        _covers[tree],
                        points[row].ToArray(),
                        values,
                        row
                    ).Walk();
                }
            },
            cancel
        );
        return values;
    }

    static double[] Cover(DecisionTree tree, Matrix background)
    {
        var cover = new double[tree.Columns.Length];
        for (var row = 0; row < background.Rows; row++)
        {
            var node = 0;
            cover[0]++;
            while (tree.Columns[node] is var column && column != DecisionTree.NoColumn)
            {
                node = background[row][column] <= tree.Thresholds[node] ? node + 1 : tree.Rights[node];
                cover[node]++;
            }
        }

        return cover;
    }

    static double Mean(DecisionTree tree, double[] cover)
    {
        var sum = 0.0;
        for (var node = 0; node < cover.Length; node++)
        {
            sum += tree.Columns[node] == DecisionTree.NoColumn ? cover[node] * tree.ValuesOf(node)[0] : 0;
        }

        return sum / cover[0];
    }
}

/// <summary>One row's way through one tree, with all ways that it could go if columns were not known.</summary>
/// <param name="tree">The tree.</param>
/// <param name="cover">Rows of the background at each node.</param>
/// <param name="point">The row.</param>
/// <param name="values">Gets what each column adds.</param>
/// <param name="row">Of <paramref name="values"/>.</param>
sealed class ShapWalk(DecisionTree tree, double[] cover, double[] point, Matrix values, int row)
{
    internal void Walk() => Visit(0, [], new Step(DecisionTree.NoColumn, 1, 1, 1));

    void Visit(int node, Step[] before, Step last)
    {
        var path = Extended(before, last);
        var column = tree.Columns[node];
        if (column == DecisionTree.NoColumn)
        {
            Add(node, path);
            return;
        }

        var (left, right) = (node + 1, tree.Rights[node]);
        var (hot, cold) = point[column] <= tree.Thresholds[node] ? (left, right) : (right, left);
        var (zero, one) = (1.0, 1.0);
        var known = Array.FindIndex(path, step => step.Column == column);
        if (known >= 0)
        {
            (zero, one) = (path[known].Zero, path[known].One);
            path = Without(path, known);
        }

        Visit(hot, path, new Step(column, zero * Share(hot, node), one, 0));
        // A way that is never gone tells nothing.
        if (zero * Share(cold, node) is var gone && gone > 0)
        {
            Visit(cold, path, new Step(column, gone, 0, 0));
        }
    }

    /// <summary>A node that no row of the background came to has nothing below either: its children share it evenly.</summary>
    double Share(int child, int node) => cover[node] > 0 ? cover[child] / cover[node] : 0.5;

    void Add(int leaf, Step[] path)
    {
        for (var i = 1; i < path.Length; i++)
        {
            var weight = Without(path, i).Sum(step => step.Weight);
            values[row][path[i].Column] += weight * (path[i].One - path[i].Zero) * tree.ValuesOf(leaf)[0];
        }
    }

    static Step[] Extended(Step[] path, Step last)
    {
        var length = path.Length;
        Step[] extended = [.. path, last with { Weight = length == 0 ? 1 : 0 }];
        for (var i = length - 1; i >= 0; i--)
        {
            var weight = extended[i].Weight;
            extended[i + 1].Weight += last.One * weight * (i + 1) / (length + 1);
            extended[i].Weight = last.Zero * weight * (length - i) / (length + 1);
        }

        return extended;
    }

    /// <summary>The path as if a step had never been taken.</summary>
    static Step[] Without(Step[] path, int step)
    {
        var length = path.Length - 1;
        Step[] shorter = [.. path[..length]];
        var (zero, one) = (path[step].Zero, path[step].One);
        var next = path[length].Weight;
        for (var i = length - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var kept = path[i].Weight;
                shorter[i].Weight = next * (length + 1) / ((i + 1) * one);
                next = kept - (shorter[i].Weight * zero * (length - i) / (length + 1));
            }
            else
            {
                shorter[i].Weight = path[i].Weight * (length + 1) / (zero * (length - i));
            }
        }

        for (var i = step; i < length; i++)
        {
            (shorter[i].Column, shorter[i].Zero, shorter[i].One) = (
                path[i + 1].Column,
                path[i + 1].Zero,
                path[i + 1].One
            );
        }

        return shorter;
    }

    /// <summary>A column on the way: the share of ways that go on without it and with it, and the weight of sets of so many columns.</summary>
    record struct Step(int Column, double Zero, double One, double Weight);
}
