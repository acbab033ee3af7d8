namespace Clientele.Insights;

/// <summary>Which groups were merged at which height, leaves beneath one another, with a line where the tree is cut.</summary>
/// <remarks>Up to 60 leaves are labelled; with more of them the tree is drawn in fine lines, as many as can be seen.</remarks>
/// <param name="Slug">See <see cref="Figure"/>.</param>
/// <param name="Title">See <see cref="Figure"/>.</param>
/// <param name="Text">See <see cref="Figure"/>.</param>
/// <param name="Measure">What the heights are: "Ward distance".</param>
/// <param name="Unit">What leaves count: "customers".</param>
/// <param name="Tree">The merges.</param>
public sealed record DendrogramFigure(
    string Slug,
    string Title,
    string Text,
    string Measure,
    string Unit,
    MergeTree Tree
) : Figure(Slug, Title, Text)
{
    /// <summary>How a height is written.</summary>
    public NumberFormat Format { get; init; } = NumberFormat.Number;

    /// <summary>Names of the leaves in the order of their numbers, or empty.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Things in every leaf, where leaves are what was merged before; empty for one each.</summary>
    public IReadOnlyList<double> Counts { get; init; } = [];

    /// <summary>The groups below the cut, in the order of their colours; empty draws no cut.</summary>
    public IReadOnlyList<TreeGroup> Groups { get; init; } = [];
}

/// <summary>Merges of n leaves, as in SciPy's linkage matrix: leaves are 0 to n − 1, and merge i makes node n + i.</summary>
/// <param name="Left">n − 1 nodes that were merged.</param>
/// <param name="Right">n − 1 nodes that they were merged with.</param>
/// <param name="Heights">n − 1 heights at which that was, ascending.</param>
/// <param name="Sizes">n − 1 counts of things under what each merge made.</param>
public sealed record MergeTree(
    IReadOnlyList<int> Left,
    IReadOnlyList<int> Right,
    IReadOnlyList<double> Heights,
    IReadOnlyList<double> Sizes
)
{
    /// <summary>The topmost nodes of the groups that undoing the last merges leaves.</summary>
    /// <param name="groups">How many, at least 1; no more than there are leaves are given.</param>
    /// <returns>
    /// From left to right. A tree and the same tree without its first merges give their groups in the same order.
    /// </returns>
    public IReadOnlyList<int> Tops(int groups)
    {
        var leaves = Heights.Count + 1;
        var tops = new List<int> { leaves - 1 + Heights.Count };
        for (var merge = Heights.Count - 1; merge >= 0 && tops.Count < groups; merge--)
        {
            var at = tops.IndexOf(leaves + merge);
            tops[at] = Left[merge];
            tops.Insert(at + 1, Right[merge]);
        }

        return tops;
    }

    /// <summary>A leaf under a node: the leftmost one.</summary>
    public int LeafUnder(int node)
    {
        while (node > Heights.Count)
        {
            node = Left[node - Heights.Count - 1];
        }

        return node;
    }
}

/// <summary>One group of a cut tree.</summary>
/// <param name="Name">Written beside its leaves.</param>
/// <param name="Node">Its topmost node; see <see cref="MergeTree.Tops"/>.</param>
public sealed record TreeGroup(string Name, int Node);
