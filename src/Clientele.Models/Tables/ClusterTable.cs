using System.Globalization;

namespace Clientele.Models;

/// <summary>Gives every row of a table the number of its cluster, after scaling the columns.</summary>
/// <typeparam name="TOptions">Settings of the clusterer.</typeparam>
/// <param name="name">Its name on the command line.</param>
/// <param name="description">What it does, in a sentence.</param>
/// <param name="create">The clusterer of some settings.</param>
/// <param name="tell">What was found beside the clusters, by name.</param>
/// <param name="columns">Columns for the rows beside the clusters, if there are any.</param>
sealed class ClusterTable<TOptions>(
    string name,
    string description,
    Func<TOptions, IClusterer> create,
    Func<IClustering, Dictionary<string, object>> tell,
    Func<IClustering, IReadOnlyList<TableColumn>>? columns = null
) : ITableModel
    where TOptions : notnull, new()
{
    public string Name => name;

    public string Description => description;

    public IReadOnlyList<Setting> Settings { get; } =
    [.. Models.Settings.Names<TOptions>(), .. Models.Settings.Names<ScalerOptions>()];

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<TOptions, ScalerOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var all = TableModels.With(settings, seed, threads);
        var (options, scaling) = Models.Settings.Bind<TOptions, ScalerOptions>(all);
        var points = new Scaler(scaling).Fit(table).Apply(table.Values);
        var clustering = create(options).Fit(points, cancel);
        var summary = tell(clustering);
        summary["parameters"] = Models.Settings.Written(options, scaling);
        summary["columns"] = table.Columns;
        summary["converged"] = clustering.Converged;
        summary["sizes"] = Sizes(clustering);
        summary["noise_share"] = new Codes(clustering.Labels, leaveOutNoise: true).NoiseShare;
        summary["scores"] = Scores(
            points,
            clustering.Labels,
            Number(all["seed"]),
            Number(all["threads"]),
            cancel
        );
        var labels = new TableColumn("cluster", [.. clustering.Labels.Select(l => (double)l)]);
        return new TableFit(summary, [labels, .. columns?.Invoke(clustering) ?? []]);
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    static int[] Sizes(IClustering clustering)
    {
        var sizes = new int[clustering.Clusters];
        foreach (var label in clustering.Labels.Where(label => label != IClustering.Noise))
        {
            sizes[label]++;
        }

        return sizes;
    }

    /// <summary>Scores need at least two clusters and a point to spare; else there are none.</summary>
    static Dictionary<string, double> Scores(
        Matrix points,
        int[] labels,
        int seed,
        int threads,
        CancellationToken cancel
    )
    {
        if (!new Codes(labels, leaveOutNoise: true).AreClusters)
        {
            return [];
        }

        var silhouette = Silhouette.Sampled(
            points,
            [labels],
            new SampleOptions { Seed = seed },
            threads,
            cancel
        )[0];
        return new(StringComparer.Ordinal)
        {
            ["silhouette"] = silhouette.Mean,
            ["silhouette_error"] = silhouette.StandardError,
            ["calinski_harabasz"] = CalinskiHarabasz.Of(points, labels),
            ["davies_bouldin"] = DaviesBouldin.Of(points, labels),
        };
    }
}
