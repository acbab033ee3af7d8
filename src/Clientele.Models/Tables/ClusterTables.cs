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

    internal static ITableModel Agglomerative { get; } =
        new ClusterTable<AgglomerativeOptions>(
            "agglomerative",
            "Merges the two nearest clusters until few enough are left, after scaling the columns.",
            options => new Agglomerative(options),
            clustering => Merges((AgglomerativeClustering)clustering)
        );

    internal static ITableModel Dbscan { get; } =
        new ClusterTable<DbscanOptions>(
            "dbscan",
            "Finds dense places of any shape and the noise between them, after scaling the columns.",
            options => new Dbscan(options),
            clustering => Kinds((DbscanClustering)clustering)
        );

    internal static ITableModel Hdbscan { get; } =
        new ClusterTable<HdbscanOptions>(
            "hdbscan",
            "Finds places of lasting density, dense or thin, and the noise between them, after scaling the columns.",
            options => new Hdbscan(options),
            clustering => Branches((HdbscanClustering)clustering),
            clustering => Strengths((HdbscanClustering)clustering)
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

    /// <summary>The last merges are those at which one would cut.</summary>
    static Dictionary<string, object> Merges(AgglomerativeClustering clustering) =>
        new(StringComparer.Ordinal)
        {
            ["centers"] = Rows(clustering.Means),
            ["last_heights"] = clustering.Tree.Heights.TakeLast(30).ToArray(),
            ["sampled"] = clustering.Sampled.Length,
        };

    static Dictionary<string, object> Kinds(DbscanClustering clustering)
    {
        var kinds = clustering.Kinds();
        return new(StringComparer.Ordinal)
        {
            ["core"] = kinds.Count(kind => kind == PointKind.Core),
            ["border"] = kinds.Count(kind => kind == PointKind.Border),
            ["noise"] = kinds.Count(kind => kind == PointKind.Noise),
        };
    }

    static Dictionary<string, object> Branches(HdbscanClustering clustering) =>
        new(StringComparer.Ordinal)
        {
            ["branches"] = clustering.Tree.Branches.Length,
            ["stabilities"] = clustering
                .Tree.Branches.Where(branch => branch.Label != IClustering.Noise)
                .OrderBy(branch => branch.Label)
                .Select(branch => branch.Stability)
                .ToArray(),
        };

    static IReadOnlyList<TableColumn> Strengths(HdbscanClustering clustering) =>
        [new("probability", clustering.Probabilities), new("outlier_score", clustering.OutlierScores)];

    static double[][] Rows(Matrix matrix) =>
        [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix[row].ToArray())];
}
