namespace Clientele.Warehouse;

/// <summary>Keeps or drops lines by a column's value, in any case of its letters.</summary>
/// <param name="rule">Its name.</param>
/// <param name="column">country or status.</param>
/// <param name="keep">Only these stay; empty keeps all.</param>
/// <param name="drop">These go.</param>
sealed class Listed(string rule, string column, IReadOnlyList<string> keep, IReadOnlyList<string> drop)
    : ICleaningRule
{
    /// <inheritdoc/>
    public string Reason =>
        keep.Count > 0
            ? $"{column} is not {string.Join(" or ", keep)}"
            : $"{column} is {string.Join(" or ", drop)}";

    internal static ICleaningRule Countries(RuleSettings settings) => From(settings, "countries", "country");

    internal static ICleaningRule Statuses(RuleSettings settings) => From(settings, "order_status", "status");

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run)
    {
        Parameter[] lists =
        [
            ("drop", RuleLists.Join(drop.Select(Plain))),
            ("keep", RuleLists.Join(keep.Select(Plain))),
        ];
        var effect = run.Remove(
            rule,
            run.Where(rule, $"{column}_code", Goes(Value("text")), lists)
                + (keep.Count > 0 ? $" or {column}_code is null" : "")
        );
        // Of customers without orders only the country is known; who has none is not of those that stay.
        return column != "country"
            ? effect
            : effect with
            {
                Customers = run.RemoveCustomers(rule, Goes(Value("coalesce(country, '')")), lists),
            };
    }

    static string Goes(string text) =>
        $"{RuleLists.Contains("drop", text)} or ($keep <> '' and not {RuleLists.Contains("keep", text)})";

    /// <summary>Before each status in the tables of WooCommerce, which many export as they stand.</summary>
    const string Prefix = "wc-";

    static string Value(string text) => $"regexp_replace(lower({text}), '^{Prefix}', '')";

    /// <summary>The same of what a recipe lists.</summary>
    static string Plain(string listed) =>
        listed.ToLowerInvariant() is var text && text.StartsWith(Prefix, StringComparison.Ordinal)
            ? text[Prefix.Length..]
            : text;

    static Listed From(RuleSettings settings, string rule, string column)
    {
        var listed = new Listed(rule, column, settings.Texts("keep"), settings.Texts("drop"));
        if ((listed.Keep.Count == 0) == (listed.Drop.Count == 0))
        {
            settings.Fault("give either a list keep or a list drop");
        }

        return listed;
    }

    IReadOnlyList<string> Keep => keep;

    IReadOnlyList<string> Drop => drop;
}
