namespace Clientele.Models;

/// <summary>Tells how unusual every row of a table is.</summary>
sealed class IsolationForestTable : ITableModel
{
    public string Name => "isolation_forest";

    public string Description => "Tells how unusual each row is, and which rows are outliers.";

    public IReadOnlyList<Setting> Settings { get; } = Models.Settings.Names<IsolationOptions>();

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<IsolationOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var options = Models.Settings.Bind<IsolationOptions>(TableModels.With(settings, seed, threads));
        var isolation = new IsolationForest(options).Fit(table.Values, cancel);
        var scores = isolation.Scores(table.Values, options.Threads, cancel);
        double[] outliers = [.. scores.Select(score => score >= isolation.Threshold ? 1.0 : 0)];
        return new TableFit(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["parameters"] = Models.Settings.Written(options),
                ["columns"] = table.Columns,
                ["threshold"] = isolation.Threshold,
                ["outliers"] = outliers.Sum(),
            },
            [new("score", scores), new("outlier", outliers)]
        );
    }
}
