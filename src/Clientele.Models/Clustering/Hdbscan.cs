namespace Clientele.Models;

/// <summary>HDBSCAN: the clusters of DBSCAN for every distance at once, as a tree of which the lasting branches are taken.</summary>
/// <remarks>
/// Two points are joined at the greatest of their distance and both core distances (to the
/// <see cref="HdbscanOptions.MinSamples"/>-th nearest, the point itself among them). The shortest tree over these is
/// found by <see cref="SpanningTree"/>, and condensed: a part smaller than
/// <see cref="HdbscanOptions.MinClusterSize"/> falls out and is no branch. Edges of one length are undone together, so
/// that the order of the rows does not matter. Source: Campello, Moulavi and Sander (2013), PAKDD; McInnes and Healy
/// (2017), ICDMW; Malzer and Baum (2020) for the selection by distance.
/// </remarks>
public sealed class Hdbscan(HdbscanOptions options) : IClusterer
{
    /// <summary>Nearest points that are known of each before the tree is searched.</summary>
    const int Near = 8;

    readonly HdbscanOptions _options = Require.Valid(options);

    int MinSamples => _options.MinSamples ?? _options.MinClusterSize;

    /// <inheritdoc cref="IClusterer.Fit"/>
    public HdbscanClustering Fit(Matrix points, CancellationToken cancel = default)
    {
        Require.Finite(points, "HDBSCAN");
        if (points.Rows < MinSamples)
        {
            throw new ArgumentException(
                $"min_samples is {MinSamples}, but can be no more than the points: {points.Rows}.",
                nameof(points)
            );
        }

        var (merges, cores) = Merges(points, cancel);
        var tree = new Condensing(Dendrogram.Of(merges), _options.MinClusterSize).Run();
        tree = ClusterChoice.Of(tree, _options.Selection, _options.SelectionEpsilon);
        return HdbscanClustering.Of(tree, points, cores, MinSamples);
    }

    IClustering IClusterer.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    /// <summary>Merges of rows, shortest first, and the core distance of every row.</summary>
    (IReadOnlyList<Dendrogram.Merge> Merges, double[] Cores) Merges(Matrix points, CancellationToken cancel)
    {
        var cores = new double[points.Rows];
        if (points.Rows == 1)
        {
            return ([], cores);
        }

        var tree = new KdTree(points, _options.Threads, cancel);
        var neighbors = Math.Min(Math.Max(MinSamples - 1, Near), points.Rows - 1);
        var near = tree.NearestPlaces(neighbors, _options.Threads, cancel);
        var squared = new double[points.Rows];
        for (var place = 0; place < squared.Length && MinSamples > 1; place++)
        {
            squared[place] = near.DistancesOf(place)[MinSamples - 2];
            cores[tree.Order[place]] = Math.Sqrt(squared[place]);
        }

        var edges = SpanningTree.Of(tree, near, squared, _options.Threads, cancel);
        return (SingleLinkage.Merges(tree, edges), cores);
    }
}
