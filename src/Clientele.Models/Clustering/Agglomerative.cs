namespace Clientele.Models;

/// <summary>Agglomerative clustering: merges the two nearest clusters until all are one, and cuts the tree of merges.</summary>
/// <remarks>
/// Ward and single linkage take every point without n² memory. Average and complete linkage keep the distances of all
/// pairs, so of more than <see cref="AgglomerativeOptions.Sample"/> points they merge a sample, and put each other
/// point with the nearest mean. Rows are first ordered by value: equal heights are met in the same order however
/// they come. Source: Müllner (2011), "Modern Hierarchical, Agglomerative Clustering Algorithms"; Ward (1963), JASA 58.
/// </remarks>
public sealed class Agglomerative(AgglomerativeOptions options) : IClusterer
{
    readonly AgglomerativeOptions _options = Require.Valid(options);

    /// <inheritdoc cref="IClusterer.Fit"/>
    public AgglomerativeClustering Fit(Matrix points, CancellationToken cancel = default)
    {
        KMeans.TooFew(points.Rows, _options.Clusters);
        Require.Finite(points, "Agglomerative clustering");
        var rows = ValueOrder.Of(points);
        var samples =
            _options.Linkage is Linkage.Average or Linkage.Complete && points.Rows > _options.Sample;
        if (samples)
        {
            KMeans.TooFew(_options.Sample, _options.Clusters);
            var chosen = Seeds.Sample(points.Rows, _options.Sample, new Random(_options.Seed));
            rows = [.. chosen.Select(place => rows[place])];
        }

        Dendrogram.Merge OfRows(Dendrogram.Merge m) => m with { One = rows[m.One], Other = rows[m.Other] };
        var merges = Merges(points.Take(rows), cancel).Select(OfRows).ToList();
        return samples ? OfSample(points, rows, merges) : Of(points, Dendrogram.Of(merges));
    }

    IClustering IClusterer.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    IReadOnlyList<Dendrogram.Merge> Merges(Matrix points, CancellationToken cancel) =>
        _options.Linkage switch
        {
            _ when points.Rows == 1 => [],
            Linkage.Ward => WardChain.Merges(points, _options.Threads, cancel),
            Linkage.Single => SingleLinkage.Merges(points, _options.Threads, cancel),
            // Single precision halves the memory where it would be too much.
            _ when points.Rows > PairChain.DoubleRows => PairChain.Merges<float>(points, _options, cancel),
            _ => PairChain.Merges<double>(points, _options, cancel),
        };

    AgglomerativeClustering Of(Matrix points, Dendrogram tree)
    {
        var labels = tree.Cut(_options.Clusters);
        return new AgglomerativeClustering(labels, Means(points, labels), tree, []);
    }

    AgglomerativeClustering OfSample(Matrix points, int[] rows, List<Dendrogram.Merge> merges)
    {
        Array.Sort(rows);
        var tree = Dendrogram.Of([
            .. merges.Select(m =>
                m with
                {
                    One = Array.BinarySearch(rows, m.One),
                    Other = Array.BinarySearch(rows, m.Other),
                }
            ),
        ]);
        var cut = tree.Cut(_options.Clusters);
        var learned = new AgglomerativeClustering([], Means(points.Take(rows), cut), tree, rows);
        var labels = learned.Assign(points).Labels;
        for (var i = 0; i < rows.Length; i++)
        {
            labels[rows[i]] = cut[i];
        }

        return learned with
        {
            Labels = labels,
        };
    }

    static Matrix Means(Matrix points, int[] labels) => new Codes(labels).Means(points);
}

/// <summary>Points merged into clusters, and the tree of the merges.</summary>
/// <param name="Labels">One a point, numbered in the order of their first rows.</param>
/// <param name="Means">k × d: the mean of the points of each cluster, or of those of them in the sample.</param>
/// <param name="Tree">All merges; its leaves are the points, or <paramref name="Sampled"/>.</param>
/// <param name="Sampled">Ascending rows of the points that were merged, if not all were: the others were put with the nearest mean. Empty, if all were.</param>
public sealed record AgglomerativeClustering(int[] Labels, Matrix Means, Dendrogram Tree, int[] Sampled)
    : IClustering
{
    /// <inheritdoc/>
    public int Clusters => Means.Rows;

    /// <inheritdoc/>
    public bool Converged => true;

    /// <summary>The clusters with the nearest means; the confidence compares the nearest with the second nearest.</summary>
    /// <remarks>
    /// As <see cref="CenterClustering.Assign"/>. A point that was learned from may lie nearer to the mean of another
    /// cluster than to that of its own, and is then assigned to that other.
    /// </remarks>
    public Assignment Assign(Matrix points) =>
        new CenterClustering([], Means, 0, Converged, 0).Assign(points);
}
