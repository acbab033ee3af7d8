using System.Runtime.CompilerServices;

namespace Clientele.Models;

/// <summary>A law of buying times Gamma-Gamma; intervals by drawing what each customer will do (parametric bootstrap).</summary>
/// <remarks>Each draw is of other parameters, as far as the likelihood leaves them open, and of the customer's own rate, life and worth of orders.</remarks>
public sealed class LawValueModel(LifetimeLaw law, LawValueOptions options) : IValueModel
{
    /// <summary>Customers by whom parameters are known to a hundredth: laws are learned from no more.</summary>
    const int MostLearned = 100_000;

    /// <summary>Part of the logarithm of a pace that is taken to last.</summary>
    const double Lasting = 0.5;

    /// <summary>Of so many customers the pace is believed by half.</summary>
    const int FewCustomers = 500;

    readonly LawValueOptions _options = Require.Valid(options);
    readonly ConditionalWeakTable<ValueOrigin, ValueLaws> _learned = [];
    readonly ConditionalWeakTable<ForecastTask, ValueForecast> _said = [];

    /// <inheritdoc/>
    public string Name => LawFacts.Of(law).Slug;

    /// <inheritdoc/>
    public bool IsBaseline => false;

    /// <inheritdoc/>
    public ValueForecast? Forecast(ForecastTask task, CancellationToken cancel = default)
    {
        // A rule is told by the intervals of this law.
        if (!_said.TryGetValue(task, out var forecast))
        {
            forecast = Forecast(Learn(task.Now, cancel), task.Now, task.Horizon, Pace(task, cancel), cancel);
            _said.AddOrUpdate(task, forecast);
        }

        return forecast;
    }

    /// <summary>Learns both laws: of orders from repeats, of their worth from all days with an order, the first among them.</summary>
    public ValueLaws Learn(ValueOrigin origin, CancellationToken cancel = default)
    {
        // One task's past is another's present.
        if (!_learned.TryGetValue(origin, out var laws))
        {
            var lifetime = new LifetimeOptions { Threads = _options.Threads };
            laws = new ValueLaws(
                new LifetimeModel(law, lifetime) { LeastTime = ValueOrigin.Year }.Fit(
                    Some(origin.Histories),
                    cancel
                ),
                new GammaGammaModel(lifetime).Fit(Some(origin.Spends), cancel)
            );
            _learned.AddOrUpdate(origin, laws);
        }

        return laws;
    }

    /// <summary>All, or evenly drawn ones of more than parameters can need.</summary>
    static IReadOnlyList<PurchaseHistory> Some(IReadOnlyList<PurchaseHistory> all) =>
        all.Count <= MostLearned
            ? all
            :
            [
                .. Enumerable
                    .Range(0, MostLearned)
                    .Select(i => all[(int)((long)i * all.Count / MostLearned)]),
            ];

    /// <summary>How much more all customers of the earlier day spent than the law, learned there, expected: half of it may last.</summary>
    /// <returns>1 where there is no earlier day; nearer to 1 where it had few customers.</returns>
    public double Pace(ForecastTask task, CancellationToken cancel = default)
    {
        if (task.Past is not { } past)
        {
            return 1;
        }

        var expected = Learn(past.Origin, cancel)
            .Expected(past.Origin, task.Horizon, _options.Threads, cancel)
            .Sum();
        var count = (double)past.Outcome.Length;
        var ratio = (past.Outcome.Sum() + 1e-9) / (expected + 1e-9);
        return Math.Pow(Math.Clamp(ratio, 0.5, 2), Lasting * count / (count + FewCustomers));
    }

    /// <summary>What learned laws say of customers.</summary>
    /// <param name="laws">Learned, in days.</param>
    /// <param name="origin">The customers.</param>
    /// <param name="horizon">Days.</param>
    /// <param name="pace">How much faster than so far all customers buy; 1 for as fast.</param>
    /// <param name="cancel">Looked at now and then.</param>
    public ValueForecast Forecast(
        ValueLaws laws,
        ValueOrigin origin,
        double horizon,
        double pace,
        CancellationToken cancel = default
    )
    {
        var count = origin.Histories.Count;
        var forecast = new ValueForecast(
            laws.Expected(origin, horizon * pace, _options.Threads, cancel),
            Intervals.Empty(count),
            Intervals.Empty(count)
        )
        {
            Note = laws.Note,
        };
        var drawing = new ValueDrawing(laws, origin, horizon * pace, _options);
        var zeros = drawing.Zeros(cancel);
        var (narrow, wide) = (
            Intervals.Shared(zeros, ValueForecast.NarrowLevel),
            Intervals.Shared(zeros, ValueForecast.WideLevel)
        );
        drawing.ForAll(
            (i, draws) =>
            {
                (forecast.Narrow.Low[i], forecast.Narrow.High[i]) = Intervals.Of(draws, narrow);
                (forecast.Wide.Low[i], forecast.Wide.High[i]) = Intervals.Of(draws, wide);
            },
            every: 1,
            cancel
        );
        return forecast;
    }
}
