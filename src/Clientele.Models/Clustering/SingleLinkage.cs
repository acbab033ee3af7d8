namespace Clientele.Models;

/// <summary>Merges by the least distance: the edges of the shortest tree that joins all points, in the order of their lengths.</summary>
/// <remarks>Source: Gower and Ross (1969), "Minimum Spanning Trees and Single Linkage Cluster Analysis".</remarks>
static class SingleLinkage
{
    /// <summary>Nearest points that are known of each before the tree is searched.</summary>
    const int Near = 8;

    internal static IReadOnlyList<Dendrogram.Merge> Merges(
        Matrix points,
        int threads,
        CancellationToken cancel
    )
    {
        var tree = new KdTree(points, threads, cancel);
        var near = tree.NearestPlaces(Math.Min(Near, points.Rows - 1), threads, cancel);
        return Merges(tree, SpanningTree.Of(tree, near, new double[points.Rows], threads, cancel));
    }

    /// <summary>Edges between places, with squared weights, as merges of rows, shortest first.</summary>
    internal static IReadOnlyList<Dendrogram.Merge> Merges(
        KdTree tree,
        IReadOnlyList<SpanningTree.Edge> edges
    )
    {
        var merges = new List<Dendrogram.Merge>(edges.Count);
        foreach (var edge in edges.OrderBy(edge => edge.Weight))
        {
            merges.Add(new(tree.Order[edge.From], tree.Order[edge.To], Math.Sqrt(edge.Weight)));
        }

        return merges;
    }
}
