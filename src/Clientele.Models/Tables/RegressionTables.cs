namespace Clientele.Models;

/// <summary>Regressions that run on a table, beside the forest.</summary>
static class RegressionTables
{
    internal static ITableModel AdaBoost { get; } =
        new RegressionTable<AdaBoostOptions>(
            "adaboost",
            "Tells the target column from the others by AdaBoost.R2: trees that look most at what others told badly.",
            (x, y, options, cancel) => new AdaBoostR2(options).Fit(x, y, cancel),
            (model, _) =>
            {
                var boosted = (AdaBoostModel)model;
                return [("trees", boosted.Trees.Count), ("votes", boosted.Votes)];
            }
        );

    internal static ITableModel Boosting { get; } =
        new RegressionTable<BoostingOptions>(
            "boosting",
            "Tells the target column from the others by gradient boosted trees: a mean, a count, an amount that is often 0, or a quantile.",
            (x, y, options, cancel) => new GradientBoosting(options).Fit(x, y, cancel),
            (model, columns) =>
            {
                var boosted = (BoostedTrees)model;
                return
                [
                    ("trees", boosted.Trees.Count),
                    ("importance", ByColumn(columns, boosted.Importance)),
                ];
            }
        );

    internal static ITableModel Ridge { get; } =
        new RegressionTable<RidgeOptions>(
            "ridge",
            "Tells the target column from the others by a line whose coefficients are held small.",
            (x, y, options, _) => new RidgeRegression(options).Fit(x, y),
            (model, columns) =>
            {
                var line = (RidgeModel)model;
                return
                [
                    ("intercept", line.Intercept),
                    ("coefficients", ByColumn(columns, line.Coefficients)),
                ];
            }
        );

    internal static ITableModel ZeroInflated { get; } =
        new RegressionTable<ZeroInflatedLognormalOptions>(
            "ziln",
            "Tells the target column, an amount that is often 0, from the others: a chance, and a lognormal amount.",
            (x, y, options, cancel) => new ZeroInflatedLognormal(options).Fit(x, y, cancel),
            (model, columns) =>
            {
                var heads = ((ZeroInflatedLognormalModel)model).Heads;
                return
                [
                    ("logit", ByColumn([.. columns, "intercept"], heads[0])),
                    ("mu", ByColumn([.. columns, "intercept"], heads[1])),
                    ("softplus_sigma", ByColumn([.. columns, "intercept"], heads[2])),
                ];
            }
        );

    static Dictionary<string, double> ByColumn(IEnumerable<string> columns, IEnumerable<double> values) =>
        columns.Zip(values).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
}

/// <summary>A regression on a table: the target, and what all other columns tell of it.</summary>
/// <param name="name">As it is asked for.</param>
/// <param name="description">What it does, in a line.</param>
/// <param name="learn">Learns.</param>
/// <param name="tell">What to say of the model, by the names of the columns.</param>
sealed class RegressionTable<TOptions>(
    string name,
    string description,
    Func<Matrix, double[], TOptions, CancellationToken, IRegressor> learn,
    Func<IRegressor, IReadOnlyList<string>, IEnumerable<(string Name, object Value)>> tell
) : ITableModel
    where TOptions : notnull, new()
{
    /// <summary>Parts of the rows of which each is told by a model that did not see it.</summary>
    const int Folds = 5;

    public string Name => name;

    public string Description => description;

    public IReadOnlyList<Setting> Settings { get; } =
        Models.Settings.Names(new TargetOptions(), new TOptions());

    public void Check(IReadOnlyDictionary<string, string> settings) => Read(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var all = TableModels.With(settings, seed, threads);
        var known = Settings.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        // Not every regression has chance or threads.
        var own = all.Where(s => known.Contains(s.Key) || settings.ContainsKey(s.Key)).ToDictionary();
        var (which, options) = Read(own);
        var target = TargetColumn.Of(table, which);
        var (x, y) = (target.Features.Values, target.Target);
        var model = learn(x, y, options, cancel);
        var told = model.Predict(x, threads, cancel);
        var summary = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["parameters"] = Models.Settings.Written(which, options),
            ["target"] = target.Name,
            ["columns"] = target.Features.Columns,
            ["rmse"] = Rmse(told, y),
        };
        if (y.Length >= 2 * Folds)
        {
            summary["cross_validated_rmse"] = Rmse(
                CrossFit.Told(x, y, Folds, (a, b) => learn(a, b, options, cancel), threads, cancel),
                y
            );
        }

        foreach (var (key, value) in tell(model, target.Features.Columns))
        {
            summary[key] = value;
        }

        return new TableFit(summary, [new("predicted", told)]);
    }

    static double Rmse(double[] told, double[] target) =>
        Math.Sqrt(told.Zip(target, (a, b) => (a - b) * (a - b)).Average());

    static (TargetOptions Target, TOptions Options) Read(IReadOnlyDictionary<string, string> settings)
    {
        var bound = Models.Settings.Bind(settings, [new TargetOptions(), new TOptions()]);
        return ((TargetOptions)bound[0], (TOptions)bound[1]);
    }
}
