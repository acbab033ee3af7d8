using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>An as-of day before all orders is a mistake, not an empty shop.</summary>
static class FirstOrder
{
    /// <exception cref="ConfigurationException">No order lies before the day.</exception>
    internal static void Before(DateOnly asOf, IDatabase database)
    {
        var first = database.Read(new("first order", "select min(ordered_at)::date as day from core.orders"));
        if (((DateColumn)first["day"]).Values[0] is not { } day || day >= asOf)
        {
            throw new ConfigurationException(
                $"There is no order before {asOf:yyyy-MM-dd}: the first is of {first["day"].ToText(0)}. Choose a later --as-of."
            );
        }
    }
}
