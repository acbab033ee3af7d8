namespace Clientele.Warehouse;

/// <summary>Customers that the recipe names.</summary>
sealed class ExcludedCustomers(IReadOnlyList<string> ids) : ICleaningRule
{
    const string Name = "excluded_customers";

    /// <inheritdoc/>
    public string Reason => "customers that the recipe leaves out by name";

    internal static ICleaningRule From(RuleSettings settings)
    {
        settings.NeedAny("ids");
        return new ExcludedCustomers(settings.Texts("ids"));
    }

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run)
    {
        Parameter listed = ("ids", RuleLists.Join(ids));
        var lines = run.Where(Name, "customer_code", RuleLists.Contains("ids", "text"), listed);
        return run.Remove(Name, lines) with
        {
            Customers = run.RemoveCustomers(Name, RuleLists.Contains("ids", "customer_id"), listed),
        };
    }
}

/// <summary>Customers who gave back every unit that they ever bought: orders by mistake, not customers.</summary>
sealed class ReturnedEverything : ICleaningRule
{
    /// <inheritdoc/>
    public string Reason => "customers who returned all that they bought";

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run) =>
        run.Remove(
            "returned_everything",
            $"""
            customer_code in (
              select customer_code
              from staging.lines
              where {CleaningRun.IsBefore}
              group by customer_code
              having sum(quantity) filter (where quantity > 0) > 0 and sum(quantity) <= 0
            )
            """,
            run.Before
        );
}

/// <summary>Only lines of a stretch of time.</summary>
sealed class DateWindow(DateOnly? from, DateOnly? before) : ICleaningRule
{
    /// <inheritdoc/>
    public string Reason =>
        from == null ? $"on {before:yyyy-MM-dd} or later"
        : before == null ? $"before {from:yyyy-MM-dd}"
        : $"outside {from:yyyy-MM-dd} to {before:yyyy-MM-dd}";

    internal static ICleaningRule From(RuleSettings settings)
    {
        var (from, before) = (settings.Day("from"), settings.Day("before"));
        settings.NeedAny("from", "before");
        if (from >= before)
        {
            settings.Fault(
                $"from is {from:yyyy-MM-dd}, but before is {before:yyyy-MM-dd}: no day lies between"
            );
        }

        return new DateWindow(from, before);
    }

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run) =>
        run.Remove(
            "date_window",
            "ordered_at < coalesce($from, date '0001-01-01') or ordered_at >= coalesce($before, date '9999-01-01')",
            ("from", from),
            ("before", before)
        );
}
