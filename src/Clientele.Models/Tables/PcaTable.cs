namespace Clientele.Models;

/// <summary>Gives every row of a table its coordinates along the principal axes.</summary>
sealed class PcaTable : ITableModel
{
    public string Name => "pca";

    public string Description =>
        "Lays the rows out along the directions of most variance, after scaling the columns.";

    public IReadOnlyList<Setting> Settings { get; } =
    [.. Models.Settings.Names<PcaOptions>(), .. Models.Settings.Names<ScalerOptions>()];

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<PcaOptions, ScalerOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var (options, scaling) = Models.Settings.Bind<PcaOptions, ScalerOptions>(
            TableModels.With(settings, seed, threads)
        );
        var points = new Scaler(scaling).Fit(table).Apply(table.Values);
        var embedding = new Pca(options).Fit(points, cancel);
        var components = embedding.Components;
        var sample = new TrustworthinessOptions { Seed = options.Seed, Threads = options.Threads };
        var summary = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["parameters"] = Models.Settings.Written(options, scaling),
            ["columns"] = table.Columns,
            ["explained_variance"] = components.Variances,
            ["explained_variance_ratio"] = components.Ratios,
            ["cumulative_ratio"] = components.CumulativeRatios,
            ["total_variance"] = components.TotalVariance,
            ["means"] = components.Means,
            ["axes"] = Enumerable
                .Range(0, components.Axes.Rows)
                .Select(axis => components.Axes[axis].ToArray())
                .ToArray(),
            ["scores"] = EmbeddedTable.Scores(points, embedding.Points, sample, cancel),
        };
        return new TableFit(
            summary,
            EmbeddedTable.Columns(
                embedding.Points,
                Enumerable.Range(1, components.Axes.Rows).Select(i => $"component_{i}")
            )
        );
    }
}
