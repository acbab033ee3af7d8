namespace Clientele.Models;

/// <summary>Frequent sets of a table of baskets.</summary>
sealed class ItemsetTable : ITableModel
{
    public string Name => "itemsets";

    public string Description =>
        "Finds sets of items that lie together in many baskets (columns basket, item).";

    public IReadOnlyList<Setting> Settings { get; } = Models.Settings.Names<ItemsetOptions>();

    public TableKeys Keys => BasketColumns.Keys;

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<ItemsetOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var options = new ItemsetOptions();
        TableModels.Bind(settings, seed, threads, options);
        var columns = BasketColumns.Of(table);
        var sets = new FrequentItemsets(options).Find(columns.Baskets, cancel);
        int[] order =
        [
            .. Enumerable
                .Range(0, sets.Count)
                .OrderByDescending(sets.CountOf)
                .ThenBy(set => sets[set].Length)
                .ThenBy(set => columns.Items.Joined(sets[set]), StringComparer.Ordinal),
        ];
        return new TableFit(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["parameters"] = Models.Settings.Written(options),
                ["baskets"] = columns.Baskets.Count,
                ["items"] = columns.Items.Words.Length,
                ["least_count"] = sets.Least,
                ["itemsets"] = sets.Count,
            },
            []
        )
        {
            Tables =
            [
                new(
                    "itemsets",
                    [
                        FitColumn.Text("items", order.Select(set => columns.Items.Joined(sets[set]))),
                        FitColumn.Number("length", order.Select(set => sets[set].Length)),
                        FitColumn.Number("count", order.Select(sets.CountOf)),
                        FitColumn.Number(
                            "support",
                            order.Select(set => (double)sets.CountOf(set) / columns.Baskets.Count)
                        ),
                    ]
                ),
            ],
        };
    }
}
