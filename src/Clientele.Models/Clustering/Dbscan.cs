namespace Clientele.Models;

/// <summary>DBSCAN: cores have enough points near them, cores near each other are one cluster, and what is near no core is noise.</summary>
/// <remarks>
/// The clusters of cores are those of the paper. A point that is near cores of several clusters goes with the nearest
/// core (of equally near ones the one with the greater values), not with the first that reaches it: so the order of the
/// rows does not matter. Source: Ester, Kriegel, Sander and Xu (1996), KDD.
/// </remarks>
public sealed class Dbscan(DbscanOptions options) : IClusterer
{
    readonly DbscanOptions _options = Require.Valid(options);

    /// <inheritdoc cref="IClusterer.Fit"/>
    public DbscanClustering Fit(Matrix points, CancellationToken cancel = default)
    {
        Require.Finite(points, "DBSCAN");
        var tree = new KdTree(points, _options.Threads, cancel);
        var limit = _options.Eps * _options.Eps;
        var cores = DensityCores.Of(tree, limit, _options.MinSamples, _options.Threads, cancel);
        return Of(points, tree, cores, _options.Eps, _options.Threads, cancel);
    }

    IClustering IClusterer.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    /// <summary>The clusters of cores that are known.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="tree">The same.</param>
    /// <param name="cores">One a place of the tree.</param>
    /// <param name="eps">How near a neighbor is.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Stops the work.</param>
    internal static DbscanClustering Of(
        Matrix points,
        KdTree tree,
        bool[] cores,
        double eps,
        int threads,
        CancellationToken cancel
    )
    {
        var sets = new DensityParts(tree, cores, eps * eps).Join(threads, cancel);
        var part = new int[points.Rows];
        for (var place = 0; place < part.Length; place++)
        {
            part[tree.Order[place]] = cores[place] ? sets.Find(place) : IClustering.Noise;
        }

        var labels = FirstRowLabels.Of(part.Length, row => part[row]);
        var rows = Enumerable
            .Range(0, labels.Length)
            .Where(row => labels[row] != IClustering.Noise)
            .ToArray();
        var order = ValueOrder.Of(points.Take(rows));
        rows = [.. order.Select(place => rows[place])];
        var found = new DbscanClustering(
            labels,
            labels.Max() + 1,
            eps,
            rows,
            points.Take(rows),
            [.. rows.Select(row => labels[row])]
        );
        found.TakeBorders(points, threads, cancel);
        return found;
    }
}
