namespace Clientele.Warehouse;

/// <summary>One name a state: those of the United States are their two letters, others as <see cref="Renamed"/> says.</summary>
/// <param name="others">What evens out the rest, and knows the recipe's own pairs.</param>
/// <remarks>A state is one of the United States if its country is; where no country is told, if most states without one are such letters.</remarks>
sealed class StateNames(Renamed others) : ICleaningRule
{
    const string Rule = "state_names";

    /// <inheritdoc/>
    public string Reason => others.Reason;

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run)
    {
        var found = run.Database.Read(Written, run.Before);
        var (names, rows) = (found.Texts("state"), found.Numbers("rows"));
        var (told, ofLines) = (found.Numbers("told"), found.Numbers("of_lines"));
        var placeless = names.Index().Where(n => told[n.Index] == 0).ToList();
        var letters = placeless.Where(n => UnitedStates.IsLetters(n.Item)).Sum(n => rows[n.Index]);
        var rest = placeless.Where(n => UnitedStates.LettersOf(n.Item) == null).Sum(n => rows[n.Index]);
        var changed = 0L;
        foreach (var (row, name) in names.Index())
        {
            var isUs = told[row] > 0 || letters > rest;
            if (isUs && UnitedStates.LettersOf(name) is { } code && code != name)
            {
                changed += Rename(run, told[row] > 0, ofLines[row] > 0, name, code);
            }
        }

        return new RuleEffect(0, changed + others.Apply(run).Changed, 0);
    }

    /// <summary>States of the United States and of nowhere: how often before as-of, and where they stand.</summary>
    static Sql Written { get; } =
        new(
            Rule,
            $"""
            select state, told, of_lines, sum(rows) as rows
            from (
              select
                text_of(state_code) as state,
                {IsUs("text_of(country_code)")} as told,
                1 as of_lines,
                count(*) filter (where {CleaningRun.IsBefore}) as rows
              from staging.lines
              group by state_code, country_code
              union all
              select state, {IsUs("country")}, 0, count(*) filter (where coalesce(told_at < $as_of, true))
              from staging.people
              group by state, country
            )
            where state is not null and told is not null
            group by all
            order by state, told, of_lines
            """
        );

    /// <summary>SQL: 1 for the United States, 0 for no country, nothing for any other.</summary>
    static string IsUs(string country) =>
        $"case when {country} is null then 0 when regexp_replace(upper({country}), '[^A-Z]', '', 'g') in "
        + "('US', 'USA', 'UNITEDSTATES', 'UNITEDSTATESOFAMERICA') then 1 end";

    static long Rename(CleaningRun run, bool isTold, bool isOfLines, string name, string code)
    {
        Parameter[] values = [("from", name), ("to", code), ("told", isTold ? 1 : 0)];
        var change = isOfLines
            ? "update staging.lines set state_code = text_code($to) "
                + $"where state_code = text_code($from) and {IsUs("text_of(country_code)")} = $told"
            : $"update staging.people set state = $to where state = $from and {IsUs("country")} = $told";
        var changed = run.Change(Rule, change, values).Changed;
        // What files say beside the orders is no line of the ledger.
        return isOfLines ? changed : 0;
    }
}
