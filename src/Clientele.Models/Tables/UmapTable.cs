using System.Globalization;

namespace Clientele.Models;

/// <summary>Lays the rows of a table out by UMAP.</summary>
sealed class UmapTable : ITableModel
{
    public string Name => "umap";

    public string Description =>
        "Lays the rows out in few dimensions so that neighbors stay neighbors, after scaling the columns.";

    public IReadOnlyList<Setting> Settings { get; } =
    [.. Models.Settings.Names<UmapOptions>(), .. Models.Settings.Names<ScalerOptions>()];

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<UmapOptions, ScalerOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var (options, scaling) = Models.Settings.Bind<UmapOptions, ScalerOptions>(
            TableModels.With(settings, seed, threads)
        );
        var points = new Scaler(scaling).Fit(table).Apply(table.Values);
        var places = new Umap(options).Fit(points, cancel).Points;
        var sample = new TrustworthinessOptions
        {
            Metric = options.Metric,
            Seed = options.Seed,
            Threads = options.Threads,
        };
        var summary = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["parameters"] = Models.Settings.Written(options, scaling),
            ["columns"] = table.Columns,
            ["scores"] = EmbeddedTable.Scores(points, places, sample, cancel),
        };
        var names = Enumerable
            .Range(1, places.Columns)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"component_{c}"));
        return new TableFit(summary, EmbeddedTable.Columns(places, names));
    }
}
