using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>An as-of day before all orders is a mistake, not an empty shop.</summary>
static class FirstOrder
{
    /// <exception cref="ConfigurationException">No order lies before the day.</exception>
    internal static void Before(DateOnly asOf, IDatabase database)
    {
        var first = database.Read(new("first order", "select min(ordered_at)::date as day from core.orders"));
        var day = ((DateColumn)first["day"]).Values[0];
        if (day == null || day >= asOf)
        {
            throw new ConfigurationException(
                day is { } found
                    ? $"There is no order before {asOf:yyyy-MM-dd}: the first is of {found:yyyy-MM-dd}. Choose a later --as-of."
                    : $"There is no order before {asOf:yyyy-MM-dd}, nor after: the recipe leaves none. Choose another with --recipe; without --as-of, a run says which rule took them."
            );
        }
    }
}
