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

    /// <inheritdoc/>
    public string Name => LawFacts.Of(law).Slug;

    /// <inheritdoc/>
    public bool IsBaseline => false;

    /// <inheritdoc/>
    public ValueForecast? Forecast(ForecastTask task, CancellationToken cancel = default) =>
        Forecast(Learn(task.Now, cancel), task.Now, task.Horizon, Pace(task, cancel), cancel);

    /// <summary>Learns both laws: of orders from repeats, of their worth from all days with an order, the first among them.</summary>
    public ValueLaws Learn(ValueOrigin origin, CancellationToken cancel = default)
    {
        // One task's past is another's present.
        if (!_learned.TryGetValue(origin, out var laws))
        {
            var lifetime = new LifetimeOptions { Threads = _options.Threads };
            laws = new ValueLaws(
                new LifetimeModel(law, lifetime).Fit(Some(origin.Histories), cancel),
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

        var expected = Learn(past.Origin, cancel).Expected(past.Origin, task.Horizon).Sum();
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
            laws.Expected(origin, horizon * pace),
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

/// <summary>What customers may spend within a time, drawn by laws: of each the draws in order of size.</summary>
sealed class ValueDrawing(ValueLaws laws, ValueOrigin origin, double time, LawValueOptions options)
{
    const int RowsABlock = 256;

    /// <summary>Sets of parameters among which the draws go round.</summary>
    const int Alike = 8;

    /// <summary>Customers by whom the share of those who spend nothing is told.</summary>
    const int Some = 2000;

    /// <summary>Share of draws that are 0 of customers evenly over all.</summary>
    internal List<double> Zeros(CancellationToken cancel)
    {
        var count = origin.Histories.Count;
        var every = Math.Max(1, count / Some);
        var zeros = new double[count];
        ForAll((i, draws) => zeros[i] = Intervals.Zeros(draws), every, cancel);
        return [.. zeros.Where((_, i) => i % every == 0)];
    }

    /// <summary>Hands out the sorted draws of every so many-th customer.</summary>
    internal void ForAll(Action<int, double[]> told, int every, CancellationToken cancel)
    {
        var processes = laws.Orders.Alike(Alike, options.Seed);
        var count = origin.Histories.Count;
        Blocks.For(
            (count + RowsABlock - 1) / RowsABlock,
            options.Threads,
            block =>
            {
                var random = new Random(Seeds.Of(options.Seed, block));
                var draws = new double[options.Draws];
                for (var i = block * RowsABlock; i < Math.Min((block + 1) * RowsABlock, count); i++)
                {
                    if (i % every != 0)
                    {
                        continue;
                    }

                    for (var draw = 0; draw < draws.Length; draw++)
                    {
                        var orders = processes[draw % processes.Count]
                            .Draw(origin.Histories[i], time, random);
                        draws[draw] = Math.Min(
                            laws.Spend.Spend.Draw(origin.Spends[i], orders, random),
                            orders * origin.MostWorth
                        );
                    }

                    Array.Sort(draws);
                    told(i, draws);
                }
            },
            cancel
        );
    }
}

/// <summary>Laws that were learned of orders and of their worth.</summary>
public sealed record ValueLaws(LifetimeFit Orders, GammaGammaFit Spend)
{
    const int RowsASum = 4096;

    /// <summary>Money that each customer is expected to spend within a time.</summary>
    public double[] Expected(ValueOrigin origin, double time) =>
        [
            .. origin.Histories.Select(
                (history, i) => Orders.Process.Expected(history, time) * Worth(origin.Spends[i], origin)
            ),
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
        var parts = new Matrix[(origin.Customers.Count + RowsASum - 1) / RowsASum];
        Blocks.For(
            parts.Length,
            threads,
            block =>
            {
                var sums = parts[block] = new Matrix(times.Count, 2 * width);
                var end = Math.Min((block + 1) * RowsASum, origin.Customers.Count);
                for (var i = block * RowsASum; i < end; i++)
                {
                    var worth = Worth(origin.Spends[i], origin);
                    for (var time = 0; time < times.Count; time++)
                    {
                        var orders = Orders.Process.Expected(origin.Histories[i], times[time]);
                        sums[time][groups[i]] += orders * worth;
                        sums[time][width + groups[i]] += orders * worth * worth;
                    }
                }
            },
            cancel
        );
        var totals = new Matrix(times.Count, 2 * width);
        foreach (var part in parts)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(totals.Values, part.Values, totals.Values);
        }

        return totals;
    }

    /// <summary>What to know of both fits; empty if nothing is amiss.</summary>
    public string Note => string.Join(" ", new[] { Orders.Note, Spend.Note }.Where(note => note.Length > 0));
}
