namespace Clientele.Models;

/// <summary>Makes the clusterer of a plan.</summary>
static class SegmentClusterers
{
    internal static IClusterer Of(SegmentPlan plan, int seed, int threads) =>
        plan.Algorithm switch
        {
            SegmentAlgorithm.Kmeans => new KMeans(new() { Clusters = plan.Clusters, Seed = seed, Threads = threads }),
            SegmentAlgorithm.Minibatch => new MiniBatchKMeans(
                new MiniBatchKMeansOptions
                {
                    Clusters = plan.Clusters,
                    Seed = seed,
                    Threads = threads,
                }
            ),
            SegmentAlgorithm.Gmm => new GaussianMixture(
                new GaussianMixtureOptions
                {
                    Clusters = plan.Clusters,
                    Starts = 3,
                    Seed = seed,
                    Threads = threads,
                }
            ),
            SegmentAlgorithm.Dbscan => new Dbscan(
                new DbscanOptions
                {
                    Eps = plan.Eps,
                    MinSamples = plan.MinSamples,
                    Threads = threads,
                }
            ),
            SegmentAlgorithm.Hdbscan => new Hdbscan(
                new HdbscanOptions
                {
                    MinClusterSize = plan.MinClusterSize,
                    MinSamples = plan.MinSamples,
                    Threads = threads,
                }
            ),
            SegmentAlgorithm.Kmedoids => new KMedoids(
                new KMedoidsOptions
                {
                    Clusters = plan.Clusters,
                    Seed = seed,
                    Threads = threads,
                }
            ),
            _ => new Agglomerative(
                new AgglomerativeOptions
                {
                    Linkage = LinkageOf(plan.Algorithm)!.Value,
                    Clusters = plan.Clusters,
                    Seed = seed,
                    Threads = threads,
                }
            ),
        };

    /// <summary>The clusters of one plan after the other; a tree of merges is made once and cut for each.</summary>
    internal static IEnumerable<(SegmentPlan Plan, IClustering Clustering)> FitAll(
        IEnumerable<SegmentPlan> plans,
        Matrix points,
        (int Seed, int Threads) run,
        CancellationToken cancel
    )
    {
        AgglomerativeClustering? merged = null;
        foreach (var plan in plans)
        {
            var clustering =
                merged == null
                    ? Of(plan, run.Seed, run.Threads).Fit(points, cancel)
                    : Cut(merged, points, plan.Clusters);
            merged = clustering as AgglomerativeClustering;
            yield return (plan, clustering);
        }
    }

    /// <summary>The linkage of an algorithm that merges; null for others.</summary>
    static Linkage? LinkageOf(SegmentAlgorithm algorithm) =>
        algorithm switch
        {
            SegmentAlgorithm.Ward => Linkage.Ward,
            SegmentAlgorithm.Average => Linkage.Average,
            SegmentAlgorithm.Complete => Linkage.Complete,
            SegmentAlgorithm.Single => Linkage.Single,
            _ => null,
        };

    /// <summary>Another cut through the same merges; points that were not merged go with the nearest mean.</summary>
    static AgglomerativeClustering Cut(AgglomerativeClustering merged, Matrix points, int clusters)
    {
        var cut = merged.Tree.Cut(clusters);
        if (merged.Sampled.Length == 0)
        {
            return merged with { Labels = cut, Means = new Codes(cut).Means(points) };
        }

        var means = new Codes(cut).Means(points.Take(merged.Sampled));
        var labels = (merged with { Means = means }).Assign(points).Labels;
        for (var i = 0; i < cut.Length; i++)
        {
            labels[merged.Sampled[i]] = cut[i];
        }

        return merged with { Labels = labels, Means = means };
    }
}
