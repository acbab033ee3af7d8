using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Says given labels in words: a shallow classification tree read as rules with round thresholds.</summary>
/// <remarks>
/// A threshold is the roundest number of the gap that it lies in between the rows of its node, so that no row changes sides.
/// Leaves beside each other that say the same label are one rule; the conditions on one column are one interval.
/// Source: the tree of <see cref="Cart"/>.
/// </remarks>
public sealed class RuleTree(RuleOptions options)
{
    readonly RuleOptions _options = Require.Valid(options);

    /// <summary>Learns rules for labels.</summary>
    /// <param name="points">n × d finite values, as people know them: not scaled.</param>
    /// <param name="labels">One a row; <see cref="IClustering.Noise"/> is a label like others.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or there are more than 256 labels.</exception>
    public LabelRules Fit(Matrix points, ReadOnlySpan<int> labels, CancellationToken cancel = default)
    {
        int[] known = [.. labels.ToArray().Distinct().Order()];
        var classes = labels.ToArray().Select(label => Array.BinarySearch(known, label)).ToArray();
        var sizes = known.Select((_, one) => classes.Count(c => c == one)).ToArray();
        var weights = _options.Balanced
            ? classes.Select(c => (double)classes.Length / (known.Length * sizes[c])).ToArray()
            : [];
        var tree = new Cart(
            new TreeOptions
            {
                MaxDepth = _options.MaxDepth,
                MaxLeaves = _options.MaxLeaves,
                MinLeaf = _options.MinLeaf,
                MinGain = _options.MinGain,
            }
        ).FitClasses(points, classes, weights, cancel);
        return Rules(Paths(tree, points), points, classes, known, sizes);
    }

    static LabelRules Rules(
        List<(int Class, RuleCondition[] Conditions)> paths,
        Matrix points,
        int[] classes,
        int[] known,
        int[] sizes
    )
    {
        var rules = new List<LabelRule>();
        foreach (var (one, conditions) in paths)
        {
            var rule = new LabelRule(known[one], conditions, 0, 0, 0, 0);
            var held = Enumerable.Range(0, points.Rows).Where(row => rule.Holds(points[row])).ToList();
            var hits = held.Count(row => classes[row] == one);
            rules.Add(
                rule with
                {
                    Rows = held.Count,
                    Hits = hits,
                    Precision = (double)hits / held.Count,
                    Recall = (double)hits / sizes[one],
                }
            );
        }

        return new LabelRules(
            [.. rules.OrderBy(rule => rule.Label).ThenByDescending(rule => rule.Hits)],
            (double)rules.Sum(rule => rule.Hits) / points.Rows
        );
    }

    /// <summary>The largest subtrees that say one class, and what is asked on the way to them.</summary>
    static List<(int Class, RuleCondition[] Conditions)> Paths(DecisionTree tree, Matrix points)
    {
        var said = Said(tree);
        var paths = new List<(int, RuleCondition[])>();
        var waiting = new Stack<(int Node, int[] Rows, RuleCondition[] Conditions)>();
        waiting.Push((0, [.. Enumerable.Range(0, points.Rows)], []));
        while (waiting.TryPop(out var next))
        {
            var (node, rows, conditions) = next;
            if (said[node] is { } one)
            {
                paths.Add((one, conditions));
                continue;
            }

            var column = tree.Columns[node];
            var parts = rows.ToLookup(row => points[row][column] <= tree.Thresholds[node]);
            int[] left = [.. parts[true]];
            int[] right = [.. parts[false]];
            var threshold = RoundNumber.Between(
                left.Max(row => points[row][column]),
                right.Min(row => points[row][column])
            );
            waiting.Push(
                (tree.Rights[node], right, With(conditions, column, threshold, double.PositiveInfinity))
            );
            waiting.Push((node + 1, left, With(conditions, column, double.NegativeInfinity, threshold)));
        }

        return paths;
    }

    /// <summary>The class that every leaf below a node says, one a node; null where they differ.</summary>
    static int?[] Said(DecisionTree tree)
    {
        var said = new int?[tree.Columns.Length];
        // Children come after their parents.
        for (var node = said.Length - 1; node >= 0; node--)
        {
            said[node] =
                tree.Columns[node] == DecisionTree.NoColumn ? TensorPrimitives.IndexOfMax(tree.ValuesOf(node))
                : said[node + 1] == said[tree.Rights[node]] ? said[node + 1]
                : null;
        }

        return said;
    }

    static RuleCondition[] With(RuleCondition[] conditions, int column, double above, double upTo)
    {
        var place = Array.FindIndex(conditions, condition => condition.Column == column);
        if (place < 0)
        {
            return [.. conditions, new(column, above, upTo)];
        }

        var narrowed = conditions.ToArray();
        narrowed[place] = new(
            column,
            Math.Max(above, conditions[place].Above),
            Math.Min(upTo, conditions[place].UpTo)
        );
        return narrowed;
    }
}
