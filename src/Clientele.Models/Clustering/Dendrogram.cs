namespace Clientele.Models;

/// <summary>How leaves were merged, two clusters at a time, until all were one.</summary>
/// <param name="Left">n − 1 clusters that were merged: below n a leaf, n + i what merge i made; the lower of the two.</param>
/// <param name="Right">n − 1 clusters that they were merged with.</param>
/// <param name="Heights">n − 1 distances at which that was, ascending.</param>
/// <param name="Sizes">n − 1 numbers of leaves under what each merge made.</param>
/// <remarks>The convention is that of SciPy's linkage matrix.</remarks>
public sealed record Dendrogram(int[] Left, int[] Right, double[] Heights, int[] Sizes)
{
    /// <summary>Number of leaves, n.</summary>
    public int Leaves => Heights.Length + 1;

    /// <summary>Divides the leaves into clusters by undoing the last merges.</summary>
    /// <param name="clusters">From 1 to n.</param>
    /// <returns>n labels from 0, numbered in the order of their first leaves.</returns>
    /// <exception cref="ArgumentException">There are fewer leaves, or fewer than one cluster is asked for.</exception>
    public int[] Cut(int clusters)
    {
        if (clusters < 1 || clusters > Leaves)
        {
            throw new ArgumentException(
                $"clusters is {clusters}, but must lie between 1 and the leaves: {Leaves}.",
                nameof(clusters)
            );
        }

        return After(Leaves - clusters);
    }

    /// <summary>Divides the leaves into the clusters that were merged at no more than a height.</summary>
    /// <param name="height">In the unit of <see cref="Heights"/>.</param>
    /// <returns>n labels from 0, numbered in the order of their first leaves.</returns>
    public int[] CutAt(double height)
    {
        var place = Array.BinarySearch(Heights, height);
        place = place < 0 ? ~place : place;
        while (place < Heights.Length && Heights[place] == height)
        {
            place++;
        }

        return After(place);
    }

    /// <summary>The leaves from left to right, so that no two merges cross.</summary>
    public int[] LeafOrder()
    {
        var order = new List<int>(Leaves);
        var waiting = new Stack<int>([(2 * Leaves) - 2]);
        while (waiting.TryPop(out var cluster))
        {
            if (cluster < Leaves)
            {
                order.Add(cluster);
                continue;
            }

            waiting.Push(Right[cluster - Leaves]);
            waiting.Push(Left[cluster - Leaves]);
        }

        return [.. order];
    }

    /// <summary>The last merges only: what was merged before stands as leaves.</summary>
    /// <param name="merges">How many, at least 1; all if there are no more.</param>
    public DendrogramTop Top(int merges)
    {
        var kept = Math.Clamp(merges, 1, Math.Max(1, Heights.Length));
        var first = Math.Max(0, Heights.Length - kept);
        var leaves = Left.Skip(first)
            .Concat(Right.Skip(first))
            .Where(cluster => cluster < Leaves + first)
            .DefaultIfEmpty(0)
            .Order()
            .ToArray();
        int Renamed(int cluster) =>
            cluster < Leaves + first
                ? Array.BinarySearch(leaves, cluster)
                : cluster - Leaves - first + leaves.Length;
        return new DendrogramTop(
            new Dendrogram(
                [.. Left.Skip(first).Select(Renamed)],
                [.. Right.Skip(first).Select(Renamed)],
                Heights[first..],
                Sizes[first..]
            ),
            [.. leaves.Select(cluster => cluster < Leaves ? 1 : Sizes[cluster - Leaves])],
            [.. leaves.Select(cluster => cluster < Leaves ? 0 : Heights[cluster - Leaves])]
        );
    }

    /// <summary>Orders merges by height and names the clusters that they make.</summary>
    /// <param name="merges">n − 1 pairs of leaves, each standing for the cluster that it is in by then, in an order in which no cluster is used before it is made.</param>
    internal static Dendrogram Of(IReadOnlyList<Merge> merges)
    {
        var leaves = merges.Count + 1;
        var sets = new DisjointSets(leaves);
        var names = Enumerable.Range(0, leaves).ToArray();
        var tree = new Dendrogram(
            new int[merges.Count],
            new int[merges.Count],
            new double[merges.Count],
            new int[merges.Count]
        );
        // A stable order: of merges at one height, what was made first stays first.
        foreach (var (merge, i) in merges.OrderBy(merge => merge.Height).Select((merge, i) => (merge, i)))
        {
            var (one, other) = (names[sets.Find(merge.One)], names[sets.Find(merge.Other)]);
            sets.Join(merge.One, merge.Other);
            names[sets.Find(merge.One)] = leaves + i;
            (tree.Left[i], tree.Right[i]) = (Math.Min(one, other), Math.Max(one, other));
            (tree.Heights[i], tree.Sizes[i]) = (merge.Height, sets.Size(merge.One));
        }

        return tree;
    }

    int[] After(int merges)
    {
        var sets = new DisjointSets((2 * Leaves) - 1);
        for (var i = 0; i < merges; i++)
        {
            sets.Join(Left[i], Leaves + i);
            sets.Join(Right[i], Leaves + i);
        }

        return FirstRowLabels.Of(Leaves, sets.Find);
    }

    /// <summary>Two leaves whose clusters are merged at a height.</summary>
    internal readonly record struct Merge(int One, int Other, double Height);
}

/// <summary>The upper end of a dendrogram.</summary>
/// <param name="Tree">Its merges; its leaves are clusters.</param>
/// <param name="LeafSizes">One a leaf: how many leaves of the whole dendrogram it holds.</param>
/// <param name="LeafHeights">One a leaf: the height at which its last merge was; 0 for a single one.</param>
/// <remarks><see cref="Dendrogram.Sizes"/> of <paramref name="Tree"/> count leaves of the whole dendrogram.</remarks>
public sealed record DendrogramTop(Dendrogram Tree, int[] LeafSizes, double[] LeafHeights)
{
    /// <summary>The brackets of a drawing: leaves stand side by side from 0 on, in <see cref="Dendrogram.LeafOrder"/>.</summary>
    /// <returns>One a merge, in their order.</returns>
    public IReadOnlyList<DendrogramBracket> Brackets()
    {
        var leaves = Tree.Leaves;
        var across = new double[(2 * leaves) - 1];
        foreach (var (leaf, place) in Tree.LeafOrder().Select((leaf, place) => (leaf, place)))
        {
            across[leaf] = place;
        }

        var brackets = new List<DendrogramBracket>(leaves - 1);
        for (var i = 0; i < leaves - 1; i++)
        {
            var (left, right) = (Tree.Left[i], Tree.Right[i]);
            (left, right) = across[left] <= across[right] ? (left, right) : (right, left);
            across[leaves + i] = (across[left] + across[right]) / 2;
            brackets.Add(
                new DendrogramBracket(across[left], Foot(left), across[right], Foot(right), Tree.Heights[i])
            );
        }

        return brackets;
    }

    double Foot(int cluster) => cluster < Tree.Leaves ? 0 : Tree.Heights[cluster - Tree.Leaves];
}

/// <summary>One merge in a drawing of a dendrogram: up from two feet to a bar.</summary>
/// <param name="Left">Where the left foot stands across.</param>
/// <param name="LeftHeight">Where it starts; 0 for a leaf.</param>
/// <param name="Right">Where the right foot stands across.</param>
/// <param name="RightHeight">Where it starts; 0 for a leaf.</param>
/// <param name="Height">Where the bar lies.</param>
public readonly record struct DendrogramBracket(
    double Left,
    double LeftHeight,
    double Right,
    double RightHeight,
    double Height
);
