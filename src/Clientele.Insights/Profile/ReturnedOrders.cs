using Clientele.Features;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Orders that came back in full or nearly: revenue before returns still holds them.</summary>
sealed class ReturnedOrders(Table orders, Table days)
{
    /// <summary>A smaller share of the revenue changes no finding.</summary>
    const double Least = 0.005;

    /// <summary>A smaller share of the best day leaves its title true.</summary>
    const double LeastOfDay = 0.1;

    readonly double[] _amounts = orders.Numbers("amount");
    readonly string[] _customers = orders.Texts("customer_id");
    readonly string[] _days = orders.Texts("day");

    internal static ReturnedOrders Of(Study study) =>
        new(study.Features(SalesProfiles.Returned), study.Features(SalesProfiles.Daily));

    /// <summary>What the shop's sales hold of them; nothing if they change no finding.</summary>
    internal IEnumerable<string> OfSales(double revenue, NumberText numbers)
    {
        var all = Enumerable.Range(0, orders.Rows).ToList();
        var ofDay = OfBestDay();
        if (all.Count == 0 || (_amounts.Sum() < Least * revenue && ofDay < LeastOfDay))
        {
            yield break;
        }

        yield return $"{Told(all, revenue, numbers)}. Revenue counts what was sold, so "
            + $"{Words.For(all.Count, "it is", "they are")} in the sales, the best times and the best products"
            + (
                ofDay < LeastOfDay
                    ? "."
                    : $": {numbers.Share(ofDay)} of the best day {Words.For(all.Count, "is this order", "are such orders")}."
            );
    }

    /// <summary>What the customers of the best segment sent back; nothing if it changes no finding.</summary>
    /// <param name="segment">Its name.</param>
    /// <param name="members">Ids of its customers.</param>
    /// <param name="revenue">What all customers paid.</param>
    /// <param name="numbers">The shop's style.</param>
    internal IEnumerable<string> OfSegment(
        string segment,
        IReadOnlySet<string> members,
        double revenue,
        NumberText numbers
    )
    {
        var theirs = Enumerable.Range(0, orders.Rows).Where(i => members.Contains(_customers[i])).ToList();
        var amount = theirs.Sum(i => _amounts[i]);
        if (theirs.Count > 0 && amount >= Least * revenue)
        {
            yield return $"{segment}, the best segment: {Told(theirs, revenue, numbers)}. "
                + "Money is counted before returns: look at the net revenue of such a customer before you thank them.";
        }
    }

    /// <summary>"2 orders, worth 30 (5 % of revenue), came back in full or nearly; the dearest is …".</summary>
    string Told(List<int> rows, double revenue, NumberText numbers)
    {
        var first = rows[0];
        var amount = rows.Sum(i => _amounts[i]);
        var day = numbers.Dates.Day(((DateColumn)orders["day"]).Values[first] ?? default);
        return $"{numbers.Of(rows.Count, "order")} worth {numbers.Money(amount)} ({numbers.Share(amount / revenue)} of revenue) "
            + $"came back in full or nearly, that is {numbers.Share(0.95)} or more of the amount; "
            + $"{Words.For(rows.Count, "it is", "the dearest is")} {orders.Texts("order_id")[first]} of {day}, by customer {_customers[first]}"
            + (rows.Count == 1 ? "" : $", worth {numbers.Money(_amounts[first])}");
    }

    /// <summary>Their share of the day that sold most.</summary>
    double OfBestDay()
    {
        var sold = days.Numbers("revenue");
        if (sold.Length == 0 || sold.Max() <= 0)
        {
            return 0;
        }

        var best = Leader.Of(sold).At;
        var day = days.Texts("day")[best];
        return _amounts.Where((_, i) => _days[i] == day).Sum() / sold[best];
    }
}
