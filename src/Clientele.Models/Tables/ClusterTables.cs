namespace Clientele.Models;

/// <summary>The clusterers that run on a table, and what each tells of what it found.</summary>
static class ClusterTables
{
    internal static ITableModel KMeans { get; } =
        new ClusterTable<KMeansOptions>(
            "kmeans",
            "Divides the rows into clusters around means, after scaling the columns.",
            options => new KMeans(options),
            clustering => Centers((CenterClustering)clustering)
        );

    internal static ITableModel MiniBatch { get; } =
        new ClusterTable<MiniBatchKMeansOptions>(
            "minibatch",
            "Divides very many rows into clusters around means that follow small batches, after scaling the columns.",
            options => new MiniBatchKMeans(options),
            clustering => Centers((CenterClustering)clustering)
        );

    internal static ITableModel Mixture { get; } =
        new ClusterTable<GaussianMixtureOptions>(
            "gmm",
            "Divides the rows by the normal distribution that most likely made them, after scaling the columns.",
            options => new GaussianMixture(options),
            clustering => Components((MixtureClustering)clustering)
        );

    internal static ITableModel Medoids { get; } =
        new ClusterTable<KMedoidsOptions>(
            "kmedoids",
            "Divides the rows into clusters around some of themselves, by any distance, after scaling the columns.",
            options => new KMedoids(options),
            clustering => MedoidRows((MedoidClustering)clustering)
        );

    static Dictionary<string, object> Centers(CenterClustering clustering) =>
        new(StringComparer.Ordinal)
        {
            ["inertia"] = clustering.Inertia,
            ["passes"] = clustering.Passes,
            ["centers"] = Rows(clustering.Centers),
        };

    static Dictionary<string, object> Components(MixtureClustering clustering) =>
        new(StringComparer.Ordinal)
        {
            ["log_likelihood"] = clustering.LogLikelihood,
            ["bic"] = clustering.Bic,
            ["aic"] = clustering.Aic,
            ["passes"] = clustering.Passes,
            ["weights"] = clustering.Mixture.Weights,
            ["centers"] = Rows(clustering.Mixture.Means),
            ["covariances"] = clustering.Mixture.Covariances.Select(Rows).ToArray(),
            ["regularization_used"] = clustering.Mixture.Regularization,
            ["collapsed"] = clustering.Mixture.Collapsed,
        };

    static Dictionary<string, object> MedoidRows(MedoidClustering clustering) =>
        new(StringComparer.Ordinal)
        {
            ["loss"] = clustering.Loss,
            ["passes"] = clustering.Passes,
            ["medoids"] = clustering.Rows,
            ["centers"] = Rows(clustering.Medoids),
            ["sample"] = clustering.Sample,
        };

    static double[][] Rows(Matrix matrix) =>
        [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix[row].ToArray())];
}
