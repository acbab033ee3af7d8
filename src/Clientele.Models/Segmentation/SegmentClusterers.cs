namespace Clientele.Models;

/// <summary>Makes the clusterer of a plan.</summary>
static class SegmentClusterers
{
    /// <summary>Starts of a mixture while many are compared.</summary>
    const int MixtureStarts = 3;

    internal static IClusterer Of(SegmentPlan plan, int seed, int threads) =>
        plan.Algorithm switch
        {
            SegmentAlgorithm.Kmeans => new KMeans(
                new()
                {
                    Clusters = plan.Clusters,
                    Seed = seed,
                    Threads = threads,
                }
            ),
            SegmentAlgorithm.Minibatch => new MiniBatchKMeans(
                new()
                {
                    Clusters = plan.Clusters,
                    Seed = seed,
                    Threads = threads,
                }
            ),
            SegmentAlgorithm.Gmm => new GaussianMixture(
                new()
                {
                    Clusters = plan.Clusters,
                    Starts = MixtureStarts,
                    Seed = seed,
                    Threads = threads,
                }
            ),
            SegmentAlgorithm.Kmedoids => new KMedoids(
                new()
                {
                    Clusters = plan.Clusters,
                    Seed = seed,
                    Threads = threads,
                }
            ),
            SegmentAlgorithm.Dbscan or SegmentAlgorithm.Hdbscan => Dense(plan, threads),
            _ => new Agglomerative(
                new()
                {
                    Linkage = LinkageOf(plan.Algorithm),
                    Clusters = plan.Clusters,
                    Seed = seed,
                    Threads = threads,
                }
            ),
        };

    static IClusterer Dense(SegmentPlan plan, int threads) =>
        plan.Algorithm == SegmentAlgorithm.Dbscan
            ? new Dbscan(
                new()
                {
                    Eps = plan.Eps,
                    MinSamples = plan.MinSamples,
                    Threads = threads,
                }
            )
            : new Hdbscan(
                new()
                {
                    MinClusterSize = plan.MinClusterSize,
                    MinSamples = plan.MinSamples,
                    Threads = threads,
                }
            );

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

    static Linkage LinkageOf(SegmentAlgorithm algorithm) =>
        algorithm switch
        {
            SegmentAlgorithm.Average => Linkage.Average,
            SegmentAlgorithm.Complete => Linkage.Complete,
            SegmentAlgorithm.Single => Linkage.Single,
            _ => Linkage.Ward,
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

        return merged with
        {
            Labels = labels,
            Means = means,
        };
    }
}
