using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The sentences of <see cref="Profile"/>.</summary>
sealed class ProfileWords(NumberText numbers, DateOnly asOf)
{
    /// <summary>Days from the last order to as-of beyond which they are hardly meant.</summary>
    const int LongQuiet = 31;

    internal string Sentence(Sales sales) =>
        $"{numbers.Of(sales.Orders, "order")} {When(sales)} brought {numbers.Money(sales.Revenue)}"
        + (
            sales.Orders == 1
                ? "; "
                : $", {numbers.Money(sales.Revenue / sales.Orders)} an order on average; "
        )
        + (
            sales.Customers == 0
                ? "no customer is named, so nothing can be said of customers."
                : $"{numbers.Of(sales.Customers, sales.NamelessRevenue == 0 ? "customer" : "named customer")} brought {Named(sales)}."
        );

    string When(Sales sales) =>
        sales.FirstDay == sales.LastDay
            ? $"on {numbers.Dates.Day(sales.FirstDay)}"
            : $"from {numbers.Dates.Day(sales.FirstDay)} to {numbers.Dates.Day(sales.LastDay)}";

    string Named(Sales sales) =>
        sales.NamelessRevenue == 0
            ? "all of it"
            : $"{numbers.Share(1 - (sales.NamelessRevenue / sales.Revenue))} of it";

    internal IEnumerable<string> Caveats(
        Sales sales,
        ProfileColumns columns,
        IEnumerable<(string Field, double Values, string Example)> alikeLeft,
        Table rejects,
        Table ledger
    )
    {
        if (asOf.DayNumber - sales.LastDay.DayNumber is > LongQuiet and var quiet)
        {
            yield return $"As-of is {numbers.Dates.Day(asOf)}, {numbers.Of(quiet, "day")} after the last order: recency and tenure count these "
                + "days without an order, and customers look longer gone than the data can tell.";
        }

        if (rejects.Number("rejected") is > 0 and var rejected)
        {
            yield return $"{numbers.Of(rejected, "row")} could not be read, so whatever was sold on "
                + $"{Words.For(rejected, "it", "them")} is missing from every number here. The first: "
                + $"{rejects.Texts("first")[0]}. To see {Words.For(rejected, "it", "all")}: clientele export rejects.";
        }

        if (sales.NamelessRevenue > 0)
        {
            yield return Nameless(sales);
        }

        if (Invented(ledger) is { } invented)
        {
            yield return invented;
        }

        if (sales.SharedOrders > 0)
        {
            yield return Shared(sales.SharedOrders);
        }

        foreach (var (field, alike, example) in alikeLeft)
        {
            yield return $"Column {columns.HeaderOf(field)}: {numbers.Of(alike, "value")} that cleaning did not unite differ only in case "
                + $"or blanks from one another, such as {Words.Label(example)}: they count as different things.";
        }
    }

    string Nameless(Sales sales) =>
        sales.Customers == 0
            ? "No order line names a customer: all count in sales, baskets and products, and nothing can be said about customers."
            : $"Order lines worth {numbers.Share(sales.NamelessRevenue / sales.Revenue)} of revenue name no customer: "
                + "they count in sales, baskets and products, not in anything about customers.";

    /// <summary>Recipes may make customers of lines that name nobody.</summary>
    string? Invented(Table ledger)
    {
        var rule = Array.IndexOf(ledger.Texts("rule"), "missing_customer");
        return rule < 0 || ledger.Numbers("rows_changed")[rule] is not (> 0 and var lines)
            ? null
            : $"The recipe made customers of {numbers.Of(lines, "order line")} that {Words.For(lines, "names", "name")} nobody "
                + $"({ledger.Texts("reason")[rule]}): what is said of customers counts them in.";
    }

    /// <summary>As core.orders and the features of customers have it.</summary>
    string Shared(double orders) =>
        $"{numbers.Of(orders, "order number")} {Words.For(orders, "is", "are")} used by more than one customer, named or not, or again more than 31 days later. Among the sales "
        + $"{Words.For(orders, "it counts", "each counts")} as one order with all its lines, and the exported table of orders names the first "
        + "of its customers: if the shop gave numbers out twice, there were more orders than are counted here, and smaller ones. "
        + "What is said of customers holds: each is credited with their own lines, and all that one customer has of a number is one order.";
}
