namespace Clientele.Models;

/// <summary>The worth of orders on a table with columns x and spend.</summary>
sealed class GammaGammaTable : ITableModel
{
    public string Name => "gamma_gamma";

    public string Description => "Tells what the next order of a customer will be worth, by Gamma-Gamma.";

    public IReadOnlyList<Setting> Settings { get; } = Models.Settings.Names(new LifetimeOptions());

    public void Check(IReadOnlyDictionary<string, string> settings) => Read(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var options = Read(HistoryColumns.WithThreads(settings, threads));
        var customers = HistoryColumns.ReadSpend(table);
        var fit = new GammaGammaModel(options).Fit(customers, cancel);
        var summary = LifetimeTables.Summary(
            fit.Parameters,
            (fit.LogLikelihood, fit.Converged, fit.Note),
            options
        );
        summary["mean"] = fit.Spend.Mean;
        summary["frequency_correlation"] = fit.Correlation;
        return new TableFit(
            summary,
            [new TableColumn("expected_spend", [.. customers.Select(fit.Expected)])]
        );
    }

    static LifetimeOptions Read(IReadOnlyDictionary<string, string> settings) =>
        (LifetimeOptions)Models.Settings.Bind(settings, [new LifetimeOptions()])[0];
}

/// <summary>A cohort under contract on a table with a column alive, one row a renewal.</summary>
sealed class ShiftedBetaGeometricTable : ITableModel
{
    public string Name => "sbg";

    public string Description =>
        "Tells how many of a cohort under contract will be left, by the shifted beta-geometric.";

    public IReadOnlyList<Setting> Settings { get; } = Models.Settings.Names(new LifetimeOptions());

    public void Check(IReadOnlyDictionary<string, string> settings) => Read(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var options = Read(HistoryColumns.WithThreads(settings, threads));
        var alive = table.Values.Column(HistoryColumns.Needed(table, "alive"));
        var fit = new ShiftedBetaGeometricModel(options).Fit(alive);
        return new TableFit(
            LifetimeTables.Summary(fit.Parameters, (fit.LogLikelihood, fit.Converged, fit.Note), options),
            [
                new TableColumn("survival", [.. alive.Select((_, t) => fit.Law.Survival(t))]),
                new TableColumn("next_retention", [.. alive.Select((_, t) => fit.Law.Retention(t + 1))]),
            ]
        );
    }

    static LifetimeOptions Read(IReadOnlyDictionary<string, string> settings) =>
        (LifetimeOptions)Models.Settings.Bind(settings, [new LifetimeOptions()])[0];
}
