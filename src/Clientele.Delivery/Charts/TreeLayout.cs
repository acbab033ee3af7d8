using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>Where the nodes of a tree stand so that no branches cross, and to which group each belongs.</summary>
sealed class TreeLayout
{
    readonly MergeTree _tree;
    readonly (int First, int Last)[] _spans;

    internal TreeLayout(MergeTree tree, IReadOnlyList<TreeGroup> groups)
    {
        _tree = tree;
        var leaves = tree.Heights.Count + 1;
        Order = tree.Heights.Count == 0 ? [] : Leaves(leaves);
        Places = new double[leaves + tree.Heights.Count];
        Groups = new int[Places.Length];
        _spans = new (int, int)[groups.Count];
        Array.Fill(Groups, Look.Quiet);
        Array.Fill(_spans, (leaves, -1));
        Place(leaves);
        Paint(leaves, groups);
        Cut = groups.Count < 2 ? double.NaN : Between(leaves, groups.Count);
    }

    /// <summary>The leaves from the top down.</summary>
    internal IReadOnlyList<int> Order { get; }

    /// <summary>Place of every node among the leaves: the place of a leaf, or the middle of what was merged.</summary>
    internal double[] Places { get; }

    /// <summary>Index of the group of every node, or <see cref="Look.Quiet"/> above the cut.</summary>
    internal int[] Groups { get; }

    /// <summary>A height below which only the groups are; NaN for no cut.</summary>
    internal double Cut { get; }

    /// <summary>The first and the last place of a group's leaves.</summary>
    internal (int First, int Last) Span(int group) => _spans[group];

    /// <summary>The height of a node; 0 for a leaf.</summary>
    internal double Height(int node) =>
        node <= _tree.Heights.Count ? 0 : _tree.Heights[node - _tree.Heights.Count - 1];

    /// <summary>Left before right, without recursion: a tree may be as deep as it has leaves.</summary>
    List<int> Leaves(int leaves)
    {
        var order = new List<int>(leaves);
        var waiting = new Stack<int>([leaves + _tree.Heights.Count - 1]);
        while (waiting.TryPop(out var node))
        {
            if (node < leaves)
            {
                order.Add(node);
                continue;
            }

            waiting.Push(_tree.Right[node - leaves]);
            waiting.Push(_tree.Left[node - leaves]);
        }

        return order;
    }

    void Place(int leaves)
    {
        for (var i = 0; i < Order.Count; i++)
        {
            Places[Order[i]] = i;
        }

        for (var merge = 0; merge < _tree.Heights.Count; merge++)
        {
            Places[leaves + merge] = (Places[_tree.Left[merge]] + Places[_tree.Right[merge]]) / 2;
        }
    }

    /// <summary>Gives every node the group of the node above it, from the top down.</summary>
    void Paint(int leaves, IReadOnlyList<TreeGroup> groups)
    {
        for (var g = 0; g < groups.Count; g++)
        {
            Groups[groups[g].Node] = g;
        }

        for (var merge = _tree.Heights.Count - 1; merge >= 0; merge--)
        {
            if (Groups[leaves + merge] is >= 0 and var group)
            {
                Groups[_tree.Left[merge]] = group;
                Groups[_tree.Right[merge]] = group;
            }
        }

        for (var i = 0; i < Order.Count; i++)
        {
            if (Groups[Order[i]] is >= 0 and var group)
            {
                _spans[group] = (Math.Min(_spans[group].First, i), i);
            }
        }
    }

    /// <summary>Halfway between the last merge that was kept and the first that was undone.</summary>
    double Between(int leaves, int groups)
    {
        var undone = leaves - groups;
        return undone < 0 || undone >= _tree.Heights.Count ? double.NaN
            : undone == 0 ? _tree.Heights[0] / 2
            : (_tree.Heights[undone - 1] + _tree.Heights[undone]) / 2;
    }
}
