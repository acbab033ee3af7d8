using System.Globalization;

namespace Clientele.Models;

/// <summary>Says a column of labels in words, by conditions on the other columns.</summary>
sealed class RulesTable : ITableModel
{
    public string Name => "rules";

    public string Description =>
        "Describes the labels of the target column by conditions on the others, with how far they hold.";

    public IReadOnlyList<Setting> Settings { get; } =
        Models.Settings.Names(new TargetOptions(), new RuleOptions());

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<TargetOptions, RuleOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var (which, options) = Models.Settings.Bind<TargetOptions, RuleOptions>(settings);
        var target = TargetColumn.Of(table, which);
        double[] labels = [.. target.Target.Distinct().Order()];
        var points = target.Features.Values;
        var rules = new RuleTree(options).Fit(
            points,
            [.. target.Target.Select(label => Array.BinarySearch(labels, label))],
            cancel
        );
        int[] held = [.. Enumerable.Range(0, points.Rows).Select(row => rules.RuleOf(points[row]))];
        return new TableFit(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["parameters"] = Models.Settings.Written(which, options),
                ["target"] = target.Name,
                ["columns"] = target.Features.Columns,
                ["accuracy"] = rules.Accuracy,
                ["rules"] = rules.Rules.Select(rule => Told(rule, labels, target.Features.Columns)).ToArray(),
            },
            [
                new("rule", [.. held.Select(rule => (double)rule)]),
                new("told", [.. held.Select(rule => labels[rules.Rules[rule].Label])]),
            ]
        );
    }

    static Dictionary<string, object> Told(LabelRule rule, double[] labels, IReadOnlyList<string> columns) =>
        new(StringComparer.Ordinal)
        {
            ["label"] = labels[rule.Label],
            ["when"] = string.Join(" and ", rule.Conditions.Select(condition => Words(condition, columns))),
            ["rows"] = rule.Rows,
            ["precision"] = rule.Precision,
            ["recall"] = rule.Recall,
        };

    /// <summary>"orders &gt; 3", "orders ≤ 12" or "3 &lt; orders ≤ 12".</summary>
    static string Words(RuleCondition condition, IReadOnlyList<string> columns)
    {
        var name = columns[condition.Column];
        var (above, upTo) = (Written(condition.Above), Written(condition.UpTo));
        return double.IsInfinity(condition.UpTo) ? $"{name} > {above}"
            : double.IsInfinity(condition.Above) ? $"{name} ≤ {upTo}"
            : $"{above} < {name} ≤ {upTo}";
    }

    static string Written(double number) => number.ToString(CultureInfo.InvariantCulture);
}
