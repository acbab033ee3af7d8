using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Customers who spent more than a limit: rare accounts that would stretch every scale.</summary>
/// <param name="most">The limit, in the shop's currency; who spent just that stays.</param>
sealed class MaximumSpend(decimal most) : ICleaningRule
{
    const string Name = "maximum_customer_spend";

    /// <inheritdoc/>
    public string Reason =>
        string.Create(CultureInfo.InvariantCulture, $"customers who spent more than {most} in all");

    internal static ICleaningRule From(RuleSettings settings)
    {
        settings.NeedAny("at_most");
        return new MaximumSpend(settings.Number("at_most") ?? 0);
    }

    /// <summary>Judges by the lines before as-of that are left at this place of the recipe.</summary>
    public RuleEffect Apply(CleaningRun run) =>
        run.Remove(
            Name,
            $"""
            customer_code in (
              select customer_code
              from staging.lines
              where {CleaningRun.IsBefore}
              group by customer_code
              having sum(amount) > $most
            )
            """,
            ("most", most),
            run.Before
        );
}
