namespace Clientele.Models;

/// <summary>Pairs of a table of baskets.</summary>
sealed class PairTable : ITableModel
{
    public string Name => "pairs";

    public string Description =>
        "Counts which two items lie in baskets together (columns basket, item), with lift and Fisher's test.";

    public IReadOnlyList<Setting> Settings { get; } = Models.Settings.Names<PairOptions>();

    public TableKeys Keys => BasketColumns.Keys;

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<PairOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var options = new PairOptions();
        TableModels.Bind(settings, seed, threads, options);
        var columns = BasketColumns.Of(table);
        var found = new PairCounts(options).Of(columns.Baskets, cancel: cancel);
        var words = columns.Items.Words;
        return new TableFit(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["parameters"] = Models.Settings.Written(options),
                ["baskets"] = columns.Baskets.Count,
                ["items"] = words.Length,
                ["capped_baskets"] = found.Capped,
                ["pairs"] = found.Pairs.Count,
            },
            []
        )
        {
            Tables =
            [
                new(
                    "pairs",
                    [
                        FitColumn.Text("first", found.Pairs.Select(p => words[p.First])),
                        FitColumn.Text("second", found.Pairs.Select(p => words[p.Second])),
                        FitColumn.Number("count", found.Pairs.Select(p => p.Count)),
                        FitColumn.Number("lift", found.Pairs.Select(found.Lift)),
                        FitColumn.Number("p_value", found.Pairs.Select(found.PValue)),
                        FitColumn.Number("q_value", found.QValues()),
                    ]
                ),
            ],
        };
    }
}
