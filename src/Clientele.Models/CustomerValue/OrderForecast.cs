namespace Clientele.Models;

/// <summary>What a law of buying tells of many customers.</summary>
/// <remarks>Who has as many repeats at the same age is, if alive, alike: of all of them the law is asked once.</remarks>
public sealed class OrderForecast
{
    readonly IPurchaseProcess _law;
    readonly IReadOnlyList<PurchaseHistory> _customers;
    readonly int _threads;
    readonly (int Repeats, double Age)[] _kinds;
    readonly int[] _kindOf;
    double[]? _alive;

    /// <summary>Looks who is alike.</summary>
    /// <param name="law">Its time is in the unit of the histories.</param>
    /// <param name="customers">The histories.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    public OrderForecast(IPurchaseProcess law, IReadOnlyList<PurchaseHistory> customers, int threads = 0)
    {
        (_law, _customers, _threads) = (law, customers, threads);
        var kinds = new Dictionary<(int, double), int>();
        _kindOf = new int[customers.Count];
        for (var i = 0; i < _kindOf.Length; i++)
        {
            var kind = (customers[i].Frequency, customers[i].Age);
            if (!kinds.TryGetValue(kind, out _kindOf[i]))
            {
                kinds.Add(kind, _kindOf[i] = kinds.Count);
            }
        }

        _kinds = [.. kinds.Keys];
    }

    /// <summary>Kinds of customers of which the law is asked.</summary>
    public int Kinds => _kinds.Length;

    /// <summary>Of each customer, the chance ever to buy again.</summary>
    public double[] Alive(CancellationToken cancel = default) =>
        _alive ??= Blocks.Numbers(
            _customers.Count,
            _threads,
            i => _law.ProbabilityAlive(_customers[i]),
            cancel
        );

    /// <summary>Periods with an order that each customer is expected to have within a time.</summary>
    public double[] Expected(double time, CancellationToken cancel = default) =>
        Told((repeats, age) => _law.ExpectedAlive(repeats, age, time), cancel);

    /// <summary>Periods with an order for ever, each worth e^(−rate·time from now): DERT.</summary>
    public double[] Discounted(double rate, CancellationToken cancel = default) =>
        Told((repeats, age) => _law.DiscountedAlive(repeats, age, rate), cancel);

    double[] Told(Func<int, double, double> ofAlive, CancellationToken cancel)
    {
        var alive = Alive(cancel);
        var told = Blocks.Numbers(
            _kinds.Length,
            _threads,
            k => ofAlive(_kinds[k].Repeats, _kinds[k].Age),
            cancel
        );
        return [.. _kindOf.Select((kind, i) => alive[i] * told[kind])];
    }
}
