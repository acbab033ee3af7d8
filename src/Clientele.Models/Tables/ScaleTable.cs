namespace Clientele.Models;

/// <summary>Brings the columns of a table to a common scale.</summary>
sealed class ScaleTable : ITableModel
{
    public string Name => "scale";

    public string Description =>
        "Brings the columns to a common scale, on demand after a transform that makes them less skewed.";

    public IReadOnlyList<Setting> Settings { get; } = Models.Settings.Names<ScalerOptions>();

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<ScalerOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var options = Models.Settings.Bind<ScalerOptions>(settings);
        var scaling = new Scaler(options).Fit(table);
        var scaled = scaling.Apply(table.Values);
        return new TableFit(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["parameters"] = Models.Settings.Written(options),
                ["columns"] = table.Columns,
                ["converged"] = true,
                ["centers"] = scaling.Columns.Select(column => column.Center).ToArray(),
                ["spreads"] = scaling.Columns.Select(column => column.Spread).ToArray(),
                ["lambdas"] = scaling.Columns.Select(column => column.Lambda).OfType<double>().ToArray(),
                ["skewness_before"] = scaling.Columns.Select(column => column.SkewnessBefore).ToArray(),
                ["skewness_after"] = scaling.Columns.Select(column => column.SkewnessAfter).ToArray(),
            },
            [.. table.Columns.Select((name, column) => new TableColumn(name, scaled.Column(column)))]
        );
    }
}
