namespace Clientele.Warehouse;

/// <summary>One name a place or category: blanks and case are evened out, and the recipe's own pairs applied.</summary>
/// <param name="column">country, state, category or sub_category: the rule is called after it.</param>
/// <param name="beside">The table of staging in which files beside the orders tell it.</param>
/// <param name="names">As written, in any case, to the name that stands.</param>
sealed class Renamed(string column, string beside, IReadOnlyDictionary<string, string> names) : ICleaningRule
{
    readonly string _rule = column + "_names";

    /// <inheritdoc/>
    public string Reason => $"one way to write each {column}";

    internal static ICleaningRule Countries(RuleSettings settings) =>
        new Renamed("country", "people", settings.Pairs("names"));

    internal static ICleaningRule States(RuleSettings settings) =>
        new StateNames(new Renamed("state", "people", settings.Pairs("names")));

    internal static ICleaningRule Categories(RuleSettings settings) =>
        new Renamed("category", "catalogue", settings.Pairs("names"));

    internal static ICleaningRule SubCategories(RuleSettings settings) =>
        new Renamed("sub_category", "catalogue", settings.Pairs("names"));

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run)
    {
        var changed = 0L;
        foreach (var (from, to, isOfLines) in Pairs(run))
        {
            Parameter[] pair = [("from", from), ("to", to)];
            // A column that no line fills has no store, and cannot be written.
            changed += isOfLines
                ? run.Change(
                    _rule,
                    $"update staging.lines set {column}_code = text_code($to) where {column}_code = text_code($from)",
                    pair
                ).Changed
                : 0;
            // What files say beside the orders is no line of the ledger.
            run.Change(_rule, $"update staging.{beside} set {column} = $to where {column} = $from", pair);
        }

        return new RuleEffect(0, changed, 0);
    }

    /// <summary>Ways of writing that differ in case or blanks take the most frequent one; ties the first by its letters.</summary>
    List<(string From, string To, bool IsOfLines)> Pairs(CleaningRun run)
    {
        var found = run.Database.Read(Written(), run.Before);
        var (keys, ofLines) = (found.Texts("key"), found.Numbers("of_lines"));
        var given = names.ToDictionary(p => Key(p.Key), p => p.Value);
        var standing = new Dictionary<string, string>();
        var pairs = new List<(string, string, bool)>();
        foreach (var (row, name) in found.Texts("name").Index())
        {
            standing.TryAdd(keys[row], name);
            var to = given.GetValueOrDefault(keys[row], standing[keys[row]]);
            if (to != name)
            {
                pairs.Add((name, to, ofLines[row] > 0));
            }
        }

        return pairs;
    }

    /// <summary>Every way of writing, the most frequent among lines before as-of first, then among the rows beside them.</summary>
    Sql Written() =>
        new(
            _rule,
            $"""
            select name, {Spellings.Form("name")} as key, max(of_lines) as of_lines
            from (
              select text_of({column}_code) as name, count(*) filter (where {CleaningRun.IsBefore}) as lines, 0 as rows, 1 as of_lines
              from staging.lines
              group by {column}_code
              union all
              select {column}, 0, count(*) filter (where coalesce(told_at < $as_of, true)), 0
              from staging.{beside}
              group by {column}
            )
            where name is not null
            group by name
            order by sum(lines) desc, sum(rows) desc, name
            """
        );

    static string Key(string name) =>
        string.Join(' ', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
