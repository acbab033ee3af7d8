using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>An as-of day long after all orders is allowed, but hardly meant.</summary>
static class LastOrder
{
    const int MostDays = 31;

    /// <summary>A warning if the last order lies more than 31 days before the day; else null.</summary>
    internal static string? LongBefore(DateOnly asOf, IDatabase database)
    {
        var last = database.Read(
            new("last order", "select max(ordered_at)::date as day from core.order_lines")
        );
        var days = ((DateColumn)last["day"]).Values[0] is { } day ? asOf.DayNumber - day.DayNumber : 0;
        return days > MostDays
            ? $"Warning: --as-of {asOf:yyyy-MM-dd} is {days:N0} days after the last order, of {last["day"].ToText(0)}: "
                + "these days without an order count for every customer."
            : null;
    }
}
