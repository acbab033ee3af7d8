namespace Clientele.Models;

/// <summary>Makes the clusterer of a plan.</summary>
static class SegmentClusterers
{
    internal static IClusterer Of(SegmentPlan plan, int seed, int threads) =>
        plan.Algorithm switch
        {
            SegmentAlgorithm.Kmeans => new KMeans(
                new KMeansOptions
                {
                    Clusters = plan.Clusters,
                    Seed = seed,
                    Threads = threads,
                }
            ),
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
                    Components = plan.Clusters,
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
            _ => new Agglomerative(AgglomerativeOptions(plan, seed, threads)),
        };
}
