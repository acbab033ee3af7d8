namespace Clientele.Warehouse;

/// <summary>Rows of people who ordered nothing, which stand among the orders in some exports.</summary>
sealed class MissingOrder : ICleaningRule
{
    /// <inheritdoc/>
    public string Reason => "no order is named: somebody is known who has bought nothing";

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run) => run.Remove("missing_order", "order_code is null");
}

/// <summary>Lines whose cell of a column is empty, or says NULL and the like.</summary>
/// <param name="columns">Headers as the file writes them, in any case; what no file has is passed over.</param>
sealed class MissingValue(IReadOnlyList<string> columns) : ICleaningRule
{
    const string Name = "missing_value";

    /// <inheritdoc/>
    public string Reason => $"{string.Join(" or ", columns)} is empty";

    internal static ICleaningRule From(RuleSettings settings)
    {
        settings.NeedAny("columns");
        return new MissingValue(settings.Texts("columns"));
    }

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run)
    {
        var held = run.Database.Read(
            new(
                Name,
                $"""
                select distinct name
                from raw.columns
                where {RuleLists.Contains("headers", "lower(header)")}
                order by name
                """
            ),
            ("headers", RuleLists.Join(columns.Select(c => c.ToLowerInvariant())))
        );
        var empty = held.Texts("name").Select(c => $"known_id({SqlText.Name(c)}::varchar) is null").ToList();
        return empty.Count == 0
            ? default
            : run.Remove(Name, $"line in (select line from raw.lines where {string.Join(" or ", empty)})");
    }
}
