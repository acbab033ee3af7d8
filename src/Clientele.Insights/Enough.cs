using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Whether there is enough for an honest answer.</summary>
static class Enough
{
    /// <summary>The end of a sentence that says how many customers a question needs.</summary>
    internal static string Only(this NumberText numbers, double customers) =>
        customers == 0 ? "this shop has none who is named" : $"this shop has {numbers.Count(customers)}";

    /// <summary>What happened when can be told of dated orders only.</summary>
    /// <param name="study">The shop.</param>
    /// <param name="question">What needs them, in the plural or singular: "Cohorts need".</param>
    /// <exception cref="InsufficientDataException">The shop has customers and their totals, but no order.</exception>
    internal static void NeedDatedOrders(this Study study, string question)
    {
        if (study.IsUndated)
        {
            throw new InsufficientDataException(
                $"{question} dated orders: this shop has customers and their totals, but no order with a date."
            );
        }
    }

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
