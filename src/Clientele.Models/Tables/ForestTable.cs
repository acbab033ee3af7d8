namespace Clientele.Models;

/// <summary>Tells a column from the others by a random forest.</summary>
sealed class ForestTable : ITableModel
{
    public string Name => "forest";

    public string Description =>
        "Tells the target column from the others by a random forest, each row by trees that did not see it.";

    public IReadOnlyList<Setting> Settings { get; } =
        Models.Settings.Names(new TargetOptions(), new ForestOptions(), new ForestOptions().Tree);

    public void Check(IReadOnlyDictionary<string, string> settings) => Read(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var (which, options) = Read(TableModels.With(settings, seed, threads));
        var target = TargetColumn.Of(table, which);
        var fit = new RandomForest(options).Fit(target.Features.Values, target.Target, cancel);
        var all = fit.Forest.Predict(target.Features.Values, options.Threads, cancel).Column(0);
        var told = fit.OutOfBag.Column(0).Zip(all, (outside, one) => double.IsNaN(outside) ? one : outside);
        var summary = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["parameters"] = Models.Settings.Written(which, options, options.Tree),
            ["target"] = target.Name,
            ["columns"] = target.Features.Columns,
            ["importance"] = target
                .Features.Columns.Zip(fit.Importance)
                .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal),
            ["leaves"] = fit.Forest.Trees.Average(tree => (double)tree.Leaves),
        };
        if (fit.OutOfBagScore is { } score)
        {
            summary["out_of_bag_r2"] = score;
        }

        return new TableFit(summary, [new("predicted", [.. told])]);
    }

    static (TargetOptions Target, ForestOptions Forest) Read(IReadOnlyDictionary<string, string> settings)
    {
        var bound = Models.Settings.Bind(
            settings,
            [new TargetOptions(), new ForestOptions(), new ForestOptions().Tree]
        );
        return ((TargetOptions)bound[0], (ForestOptions)bound[1] with { Tree = (TreeOptions)bound[2] });
    }
}
