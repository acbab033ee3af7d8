namespace Clientele.Models;

/// <summary>A grown tree: nodes in the order in which a walk meets them that goes left first.</summary>
/// <param name="Columns">The column that a node asks for, or −1 for a leaf.</param>
/// <param name="Thresholds">Up to which value a point goes left, one a node; 0 for a leaf.</param>
/// <param name="Rights">The node to the right, one a node; the node to the left is the next one. For a leaf its number among the leaves.</param>
/// <param name="Values">What the leaves say: leaves × <paramref name="Outputs"/>.</param>
/// <param name="Outputs">Numbers that a leaf says: 1 for a mean, one a class for shares.</param>
public sealed record DecisionTree(
    int[] Columns,
    double[] Thresholds,
    int[] Rights,
    double[] Values,
    int Outputs
)
{
    /// <summary>Column of a node that asks for none.</summary>
    public const int NoColumn = -1;

    /// <summary>Number of leaves.</summary>
    public int Leaves => Values.Length / Outputs;

    /// <summary>Splits between the root and the leaf that is farthest from it.</summary>
    public int Depth
    {
        get
        {
            var depths = new int[Columns.Length];
            for (var node = 0; node < Columns.Length; node++)
            {
                if (Columns[node] != NoColumn)
                {
                    depths[node + 1] = depths[Rights[node]] = depths[node] + 1;
                }
            }

            return depths.Max();
        }
    }

    /// <summary>The node of the leaf that a point comes to.</summary>
    /// <param name="point">A value a column.</param>
    public int Leaf(ReadOnlySpan<double> point)
    {
        var node = 0;
        while (Columns[node] is var column && column != NoColumn)
        {
            node = point[column] <= Thresholds[node] ? node + 1 : Rights[node];
        }

        return node;
    }

    /// <summary>What the leaf at a node says.</summary>
    public ReadOnlySpan<double> ValuesOf(int leaf) => Values.AsSpan(Rights[leaf] * Outputs, Outputs);
}
