using Clientele.Features;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The profile of a shop that has customers and their totals, but no dated order.</summary>
static class UndatedProfile
{
    /// <exception cref="InsufficientDataException">There is no customer either.</exception>
    internal static Insight Answer(Study study, string question, CancellationToken cancel)
    {
        var customers = study.Customers;
        if (customers.Rows == 0)
        {
            throw new InsufficientDataException(
                "The profile needs at least one order that counts as a sale, or a customer; this shop has none yet."
            );
        }

        var beside = BesideOrders.Of(study, cancel);
        var correlations = new ProfileCorrelations(beside.Correlations.Rows);
        study.Save(correlations.ToTable());
        IReadOnlyList<string> tables = ["profile_correlations", .. beside.Save(study)];
        return new Insight(
            "profile",
            question,
            Sentence(study),
            [.. KeyFigures(study)],
            [.. beside.Figures(study)],
            [
                "No order has a date: when customers bought, whether they come back and who is slipping away cannot be told.",
                .. BesideOrders.Caveats(study),
            ],
            tables
        );
    }

    static string Sentence(Study study)
    {
        var (customers, numbers) = (study.Customers, study.Numbers);
        var measures = study.Features(CustomerProfiles.Beside).Number("measures");
        var sales = Sum(customers, "gross_revenue");
        var orders = Sum(customers, "orders");
        var known = numbers.Of(customers.Rows, "customer");
        return sales > 0
                ? $"{known} brought {numbers.Money(sales)}"
                    + (orders > 0 ? $" in {numbers.Of(orders, "order")}" : "")
                    + $", by {numbers.Of(measures, "total")} without dates."
            : measures > 0 ? $"{known} and {numbers.Of(measures, "total")} of theirs are known, but no order."
            : $"{known} {Words.For(customers.Rows, "is", "are")} known, but no order.";
    }

    static IEnumerable<KeyFigure> KeyFigures(Study study)
    {
        var customers = study.Customers;
        yield return new("Customers", customers.Rows, NumberFormat.Count) { Headline = true };
        if (Sum(customers, "gross_revenue") is > 0 and var sales)
        {
            yield return new("Sales", sales, NumberFormat.Money, "by totals without dates")
            {
                Headline = true,
            };
        }

        if (Sum(customers, "orders") is > 0 and var orders)
        {
            yield return new("Orders", orders, NumberFormat.Count, "by totals without dates");
        }
    }

    static double Sum(Table customers, string column) =>
        customers.Numbers(column).Where(v => !double.IsNaN(v)).Sum();
}
