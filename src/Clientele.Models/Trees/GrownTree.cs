namespace Clientele.Models;

/// <summary>A tree, and what is known of it besides after it was grown.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Gains">What the splits by each column gained, as a share of the impurity of all rows.</param>
sealed record GrownTree(DecisionTree Tree, double[] Gains)
{
    /// <summary>Puts the nodes into the order of a walk that goes left first, and lets the leaves say what their rows say.</summary>
    internal static GrownTree Of(List<GrowingNode> nodes, int[] rows, int width, ISplitCriterion criterion)
    {
        var (columns, thresholds, rights) = (
            new int[nodes.Count],
            new double[nodes.Count],
            new int[nodes.Count]
        );
        var values = new double[(nodes.Count + 1) / 2 * criterion.Outputs];
        var gains = new double[width];
        var (filled, leaves) = (0, 0);
        // A node that waits, and the node whose right child it is.
        var waiting = new Stack<(int Node, int Parent)>([(0, -1)]);
        while (waiting.TryPop(out var next))
        {
            var node = nodes[next.Node];
            var place = filled++;
            if (next.Parent >= 0)
            {
                rights[next.Parent] = place;
            }

            if (node.Right == 0)
            {
                columns[place] = DecisionTree.NoColumn;
                rights[place] = leaves;
                criterion.Say(
                    rows.AsSpan(node.Begin, node.End - node.Begin),
                    values.AsSpan(leaves++ * criterion.Outputs, criterion.Outputs)
                );
                continue;
            }

            (columns[place], thresholds[place]) = (node.Split.Column, node.Threshold);
            gains[node.Split.Column] += node.Split.Gain / criterion.Impurity;
            waiting.Push((node.Right, place));
            waiting.Push((node.Left, -1));
        }

        return new GrownTree(new DecisionTree(columns, thresholds, rights, values, criterion.Outputs), gains);
    }
}
