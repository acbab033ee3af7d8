using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>What a law of buying tells of many customers.</summary>
/// <remarks>Who has as many repeats at the same age is, if alive, alike: of all of them the law is asked once.</remarks>
public sealed class OrderForecast
{
    readonly IPurchaseProcess _law;
    readonly IReadOnlyList<PurchaseHistory> _customers;
    readonly int _threads;
    readonly Kind[] _kinds;
    readonly int[] _kindOf;
    double[]? _alive;

    /// <summary>Looks who is alike.</summary>
    /// <param name="law">Its time is in the unit of the histories.</param>
    /// <param name="customers">The histories.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    public OrderForecast(IPurchaseProcess law, IReadOnlyList<PurchaseHistory> customers, int threads = 0)
    {
        (_law, _customers, _threads) = (law, customers, threads);
        var kinds = new Dictionary<Kind, int>();
        _kindOf = new int[customers.Count];
        for (var i = 0; i < _kindOf.Length; i++)
        {
            var kind = new Kind(customers[i].Frequency, customers[i].Age);
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

    /// <summary>The same within each of some times.</summary>
    /// <param name="times">Rising.</param>
    /// <param name="cancel">Looked at now and then.</param>
    /// <returns>customers × times.</returns>
    public Matrix Expected(IReadOnlyList<double> times, CancellationToken cancel = default)
    {
        double[] rising = [.. times];
        var ofKinds = new Matrix(_kinds.Length, rising.Length);
        Blocks.Numbers(
            _kinds.Length,
            _threads,
            k =>
            {
                _law.ExpectedAlive(_kinds[k].Repeats, _kinds[k].Age, rising, ofKinds[k]);
                return 0;
            },
            cancel
        );
        var alive = Alive(cancel);
        var told = new Matrix(alive.Length, rising.Length);
        for (var i = 0; i < alive.Length; i++)
        {
            TensorPrimitives.Multiply(ofKinds[_kindOf[i]], alive[i], told[i]);
        }

        return told;
    }

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

    /// <summary>All that a law looks at of who is alive.</summary>
    readonly record struct Kind(int Repeats, double Age);
}
