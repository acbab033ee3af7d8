using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Whether there is enough for an honest answer.</summary>
static class Enough
{
    /// <summary>The end of a sentence that says how many customers a question needs.</summary>
    internal static string Only(this NumberText numbers, double customers) =>
        customers == 0 ? "this shop has none who is named" : $"this shop has {numbers.Count(customers)}";

    /// <summary>Shares of revenue need some.</summary>
    /// <exception cref="InsufficientDataException">Nobody has paid anything.</exception>
    internal static void NeedRevenue(this Table customers, string question)
    {
        if (customers.Numbers("gross_revenue").Sum() <= 0)
        {
            throw new InsufficientDataException(
                $"{question} ask what customers bring, and no customer of this shop has paid anything."
            );
        }
    }
}
