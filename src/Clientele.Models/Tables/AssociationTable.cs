namespace Clientele.Models;

/// <summary>Rules of a table of baskets.</summary>
sealed class AssociationTable : ITableModel
{
    public string Name => "association_rules";

    public string Description =>
        "Finds what lies in a basket if something else does (columns basket, item), with Fisher's test and false-discovery rates.";

    public IReadOnlyList<Setting> Settings { get; } =
    [.. Models.Settings.Names(new ItemsetOptions(), new AssociationRuleOptions()).DistinctBy(s => s.Name)];

    public TableKeys Keys => BasketColumns.Keys;

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<ItemsetOptions, AssociationRuleOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var (options, ruling) = (new ItemsetOptions(), new AssociationRuleOptions());
        TableModels.Bind(settings, seed, threads, options, ruling);
        var columns = BasketColumns.Of(table);
        var sets = new FrequentItemsets(options).Find(columns.Baskets, cancel);
        var rules = new AssociationRules(ruling).Of(sets, cancel);
        return new TableFit(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["parameters"] = Models.Settings.Written(options, ruling),
                ["baskets"] = columns.Baskets.Count,
                ["items"] = columns.Items.Words.Length,
                ["least_count"] = sets.Least,
                ["itemsets"] = sets.Count,
                ["rules"] = rules.Count,
            },
            []
        )
        {
            Tables = [new("rules", [.. Columns(rules, columns.Items)])],
        };
    }

    static IEnumerable<FitColumn> Columns(IReadOnlyList<AssociationRule> rules, KeyCodes items)
    {
        yield return FitColumn.Text("antecedent", rules.Select(r => items.Joined(r.Antecedent)));
        yield return FitColumn.Text("consequent", rules.Select(r => items.Joined(r.Consequent)));
        yield return FitColumn.Number("count", rules.Select(r => r.Count));
        yield return FitColumn.Number("support", rules.Select(r => r.Support));
        yield return FitColumn.Number("confidence", rules.Select(r => r.Confidence));
        yield return FitColumn.Number("lift", rules.Select(r => r.Lift));
        yield return FitColumn.Number("leverage", rules.Select(r => r.Leverage));
        // What is never wrong has no finite conviction.
        yield return FitColumn.Number(
            "conviction",
            rules.Select(r => double.IsFinite(r.Conviction) ? r.Conviction : double.NaN)
        );
        yield return FitColumn.Number("zhang", rules.Select(r => r.Zhang));
        yield return FitColumn.Number("p_value", rules.Select(r => r.PValue));
        yield return FitColumn.Number("q_value", rules.Select(r => r.QValue));
    }
}
