namespace Clientele.Models;

/// <summary>Gives every row of a table its place in a t-SNE picture.</summary>
sealed class TsneTable : ITableModel
{
    public string Name => "tsne";

    public string Description =>
        "Lays the rows out in a plane so that neighbors stay neighbors, after scaling the columns.";

    public IReadOnlyList<Setting> Settings { get; } =
    [.. Models.Settings.Names<TsneOptions>(), .. Models.Settings.Names<ScalerOptions>()];

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<TsneOptions, ScalerOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var (options, scaling) = Models.Settings.Bind<TsneOptions, ScalerOptions>(
            TableModels.With(settings, seed, threads)
        );
        var points = new Scaler(scaling).Fit(table).Apply(table.Values);
        var embedding = new Tsne(options).Fit(points, cancel);
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
            ["perplexity"] = embedding.Perplexity,
            ["kl_divergence"] = embedding.Divergence,
            ["scores"] = EmbeddedTable.Scores(points, embedding.Points, sample, cancel),
        };
        return new TableFit(summary, EmbeddedTable.Columns(embedding.Points, ["x", "y"]));
    }
}
