namespace Clientele.Warehouse;

/// <summary>One name a place: blanks and case are evened out, and the recipe's own pairs applied.</summary>
/// <param name="rule">Its name.</param>
/// <param name="column">country or state.</param>
/// <param name="names">As written, in any case, to the name that stands.</param>
sealed class Renamed(string rule, string column, IReadOnlyDictionary<string, string> names) : ICleaningRule
{
    /// <inheritdoc/>
    public string Reason => $"one way to write each {column}";

    internal static ICleaningRule Countries(RuleSettings settings) =>
        new Renamed("country_names", "country", settings.Pairs("names"));

    internal static ICleaningRule States(RuleSettings settings) =>
        new Renamed("state_names", "state", settings.Pairs("names"));

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run)
    {
        var changed = 0L;
        foreach (var (from, to) in Pairs(run))
        {
            Parameter[] pair = [("from", from), ("to", to)];
            changed += run.Change(
                rule,
                $"update staging.lines set {column}_code = text_code($to) where {column}_code = text_code($from)",
                pair
            ).Changed;
            // What files say of customers is no line of the ledger.
            run.Change(rule, $"update staging.people set {column} = $to where {column} = $from", pair);
        }

        return new RuleEffect(0, changed, 0);
    }

    /// <summary>Ways of writing that differ in case or blanks take the most frequent one; ties the first by its letters.</summary>
    List<(string From, string To)> Pairs(CleaningRun run)
    {
        var found = run.Database.Read(
            new(
                rule,
                $"""
                select name, lower(regexp_replace(name, '\s+', ' ', 'g')) as key
                from (
                  select name, sum(lines) as lines
                  from (
                    select text_of({column}_code) as name, count(*) filter (where {CleaningRun.IsBefore}) as lines
                    from staging.lines
                    group by {column}_code
                    union all
                    select distinct {column}, 0 from staging.people
                  )
                  group by name
                )
                where name is not null
                order by lines desc, name
                """
            ),
            run.Before
        );
        var given = names.ToDictionary(p => Key(p.Key), p => p.Value);
        var standing = new Dictionary<string, string>();
        var pairs = new List<(string, string)>();
        foreach (var (name, key) in found.Texts("name").Zip(found.Texts("key")))
        {
            standing.TryAdd(key, name);
            var to = given.GetValueOrDefault(key, standing[key]);
            if (to != name)
            {
                pairs.Add((name, to));
            }
        }

        return pairs;
    }

    static string Key(string name) =>
        string.Join(' ', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
