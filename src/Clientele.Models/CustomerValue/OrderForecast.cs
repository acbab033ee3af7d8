namespace Clientele.Models;

/// <summary>What a law of buying tells of the customers of a day.</summary>
/// <remarks>Who has as many repeats at the same age is, if alive, alike: of all of them the law is asked once.</remarks>
/// <param name="law">The law, in days.</param>
/// <param name="origin">The customers.</param>
/// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
public sealed class OrderForecast(IPurchaseProcess law, ValueOrigin origin, int threads = 0)
{
    double[]? _alive;

    /// <summary>Of each customer, the chance ever to buy again.</summary>
    public double[] Alive(CancellationToken cancel = default) =>
        _alive ??= Blocks.Numbers(
            origin.Histories.Count,
            threads,
            i => law.ProbabilityAlive(origin.Histories[i]),
            cancel
        );

    /// <summary>Days with an order that each customer is expected to have within a time.</summary>
    public double[] Expected(double time, CancellationToken cancel = default) =>
        Told((repeats, age) => law.ExpectedAlive(repeats, age, time), cancel);

    /// <summary>Days with an order for ever, each worth e^(−rate·days from now).</summary>
    public double[] Discounted(double rate, CancellationToken cancel = default) =>
        Told((repeats, age) => law.DiscountedAlive(repeats, age, rate), cancel);

    double[] Told(Func<int, double, double> ofAlive, CancellationToken cancel)
    {
        var alive = Alive(cancel);
        var (kinds, places) = origin.Kinds;
        var told = Blocks.Numbers(kinds.Count, threads, k => ofAlive(kinds[k].Repeats, kinds[k].Age), cancel);
        return [.. places.Select((kind, i) => alive[i] * told[kind])];
    }
}
