namespace Clientele.Models;

/// <summary>Gives every row of a table the number of its k-means cluster.</summary>
sealed class KMeansTable : ITableModel
{
    public string Name => "kmeans";

    public string Description => "Divides the rows into clusters around means, after scaling the columns.";

    public IReadOnlyList<Setting> Settings { get; } =
    [.. Models.Settings.Names<KMeansOptions>(), .. Models.Settings.Names<ScalerOptions>()];

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<KMeansOptions, ScalerOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var (options, scaling) = Models.Settings.Bind<KMeansOptions, ScalerOptions>(
            TableModels.With(settings, seed, threads)
        );
        var points = new Scaler(scaling).Fit(table).Apply(table.Values);
        var clustering = new KMeans(options).Fit(points, cancel);
        var summary = Summary(clustering);
        summary["parameters"] = Models.Settings.Written(options, scaling);
        summary["columns"] = table.Columns;
        summary["scores"] = Scores(points, clustering.Labels, options, cancel);
        return new TableFit(summary, [new("cluster", [.. clustering.Labels.Select(l => (double)l)])]);
    }

    static Dictionary<string, object> Summary(CenterClustering clustering)
    {
        var clusters = Enumerable.Range(0, clustering.Centers.Rows).ToList();
        return new(StringComparer.Ordinal)
        {
            ["inertia"] = clustering.Inertia,
            ["converged"] = clustering.Converged,
            ["passes"] = clustering.Passes,
            ["sizes"] = clusters.Select(c => clustering.Labels.Count(label => label == c)).ToArray(),
            ["centers"] = clusters.Select(c => clustering.Centers[c].ToArray()).ToArray(),
        };
    }

    /// <summary>Scores need at least two clusters and a point to spare; else there are none.</summary>
    static Dictionary<string, double> Scores(
        Matrix points,
        int[] labels,
        KMeansOptions options,
        CancellationToken cancel
    )
    {
        var clusters = labels.Distinct().Count();
        if (clusters < 2 || clusters >= points.Rows)
        {
            return [];
        }

        var sample = new SampleOptions { Seed = options.Seed };
        var silhouette = Silhouette.Sampled(points, [labels], sample, options.Threads, cancel)[0];
        return new(StringComparer.Ordinal)
        {
            ["silhouette"] = silhouette.Mean,
            ["silhouette_error"] = silhouette.StandardError,
            ["calinski_harabasz"] = CalinskiHarabasz.Of(points, labels),
            ["davies_bouldin"] = DaviesBouldin.Of(points, labels),
        };
    }
}
