using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Gives every row of a table its place among those that a forest tells alike.</summary>
sealed class TreeEmbeddingTable(string name, TreeForm form, string description) : ITableModel
{
    public string Name => name;

    public string Description => description;

    /// <remarks>The metric is that of the form.</remarks>
    public IReadOnlyList<Setting> Settings { get; } =
    [.. Models.Settings.Names(Defaults()).Where(setting => setting.Name != "metric")];

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
        var space = new TreeEmbedding(options, target.Target).Fit(target.Features.Values, cancel);
        var leaves = space.Layout.Learned;
        var sample = new TrustworthinessOptions
        {
            Metric = space.Layout.Options.Metric,
            Seed = options.Umap.Seed,
            Threads = options.Umap.Threads,
        };
        return new TableFit(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["parameters"] = Models.Settings.Written(
                    which,
                    options.Forest,
                    options.Forest.Tree,
                    options.Umap
                ),
                ["target"] = target.Name,
                ["columns"] = target.Features.Columns,
                ["scores"] = EmbeddedTable.Scores(leaves, space.Points, sample, cancel),
            },
            EmbeddedTable.Columns(
                space.Points,
                Enumerable.Range(1, space.Points.Columns).Select(i => $"component_{i}")
            )
        );
    }

    static object[] Defaults()
    {
        var options = new TreeEmbeddingOptions();
        return [new TargetOptions(), options.Forest, options.Forest.Tree, options.Umap];
    }

    (TargetOptions Target, TreeEmbeddingOptions Options) Read(IReadOnlyDictionary<string, string> settings)
    {
        if (settings.ContainsKey("metric"))
        {
            throw new ValidationException($"metric is not a setting of {name}, which has its own.");
        }

        var bound = Models.Settings.Bind(settings, Defaults());
        var forest = (ForestOptions)bound[1] with { Tree = (TreeOptions)bound[2] };
        var umap = (UmapOptions)bound[3];
        return (
            (TargetOptions)bound[0],
            new TreeEmbeddingOptions
            {
                Form = form,
                Forest = forest,
                Umap = umap,
            }
        );
    }
}
