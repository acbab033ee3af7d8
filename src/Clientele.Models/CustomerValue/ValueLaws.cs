using System.Runtime.CompilerServices;

namespace Clientele.Models;

/// <summary>Laws that were learned of orders and of their worth.</summary>
public sealed record ValueLaws(LifetimeFit Orders, GammaGammaFit Spend)
{
    readonly ConditionalWeakTable<ValueOrigin, OrderForecast> _told = [];

    /// <summary>What the law of orders tells of customers.</summary>
    public OrderForecast OrdersOf(ValueOrigin origin, int threads = 0) =>
        _told.GetValue(origin, customers => new OrderForecast(Orders.Process, customers.Histories, threads));

    /// <summary>Money that each customer is expected to spend within a time.</summary>
    public double[] Expected(
        ValueOrigin origin,
        double time,
        int threads = 0,
        CancellationToken cancel = default
    ) =>
        [
            .. OrdersOf(origin, threads)
                .Expected(time, cancel)
                .Zip(origin.Spends, (orders, spend) => orders * Worth(spend, origin)),
        ];

    /// <summary>Expected worth of a day with an order.</summary>
    /// <remarks>Few customers may leave a tail without a mean: no day is taken for more than a hundred times the best customer's mean.</remarks>
    public double Worth(PurchaseHistory spend, ValueOrigin origin) =>
        Math.Min(Spend.Expected(spend), origin.MostWorth);

    /// <summary>Money and squares of money that groups of customers are expected to spend until each of some times.</summary>
    /// <param name="origin">The customers.</param>
    /// <param name="groups">The group of each customer, from 0.</param>
    /// <param name="times">Days from now, rising.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at now and then.</param>
    /// <returns>times × 2·groups: sums, then sums of expected orders times the square of what one is worth.</returns>
    public Matrix Totals(
        ValueOrigin origin,
        IReadOnlyList<int> groups,
        IReadOnlyList<double> times,
        int threads = 0,
        CancellationToken cancel = default
    )
    {
        var width = groups.Max() + 1;
        var totals = new Matrix(times.Count, 2 * width);
        var orders = OrdersOf(origin, threads).Expected(times, cancel);
        for (var i = 0; i < orders.Rows; i++)
        {
            var worth = Worth(origin.Spends[i], origin);
            for (var time = 0; time < times.Count; time++)
            {
                totals[time][groups[i]] += orders[i][time] * worth;
                totals[time][width + groups[i]] += orders[i][time] * worth * worth;
            }
        }

        return totals;
    }

    /// <summary>What to know of both fits; empty if nothing is amiss.</summary>
    public string Note => string.Join(" ", new[] { Orders.Note, Spend.Note }.Where(note => note.Length > 0));
}
