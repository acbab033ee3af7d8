namespace Clientele.Models;

/// <summary>What customers are expected to spend within a time as it is and after a change.</summary>
/// <param name="Before">Money, one a customer.</param>
/// <param name="After">The same after the change.</param>
/// <param name="Groups">Sums with intervals, one a group.</param>
public sealed record ValueScenario(double[] Before, double[] After, IReadOnlyList<ScenarioSums> Groups)
{
    /// <summary>Draws of what is not known of a sum.</summary>
    const int Draws = 400;

    /// <summary>Sets of parameters among which the draws go round.</summary>
    const int Alike = 100;

    /// <summary>Customers by whom it is told how parameters move a sum.</summary>
    const int Some = 2000;

    /// <summary>Works it out.</summary>
    /// <param name="laws">Learned.</param>
    /// <param name="origin">The customers.</param>
    /// <param name="time">Days.</param>
    /// <param name="change">From now on.</param>
    /// <param name="spread">What groups there are, how far the whole shop may be off, and where chance comes from.</param>
    /// <remarks>
    /// Intervals hold what is not known of the parameters, drawn from the likelihood, and by how much the whole shop misses its law. The
    /// change itself is taken as said: whether it can be had is another question.
    /// </remarks>
    public static ValueScenario Of(
        ValueLaws laws,
        ValueOrigin origin,
        double time,
        ValueChange change,
        ScenarioSpread spread
    )
    {
        Require.Valid(change);
        var (factor, changed) = change.Of(laws.Orders.Process, time);
        var before = laws.Expected(origin, time);
        double[] after = [.. laws.Expected(origin, changed).Select(e => e * factor * change.Spend)];
        var count = before.Length;
        var every = Math.Max(1, count / Some);
        int[] some = [.. Enumerable.Range(0, count).Where(i => i % every == 0)];
        double[] worth = [.. some.Select(i => laws.Worth(origin.Spends[i], origin))];
        (double Before, double After) Sums(IPurchaseProcess law) =>
            (
                some.Select((i, k) => law.Expected(origin.Histories[i], time) * worth[k]).Sum(),
                some.Select(
                        (i, k) =>
                            law.Expected(origin.Histories[i], changed) * worth[k] * factor * change.Spend
                    )
                    .Sum()
            );
        var whole = Sums(laws.Orders.Process);
        (double Before, double After)[] alike =
        [
            .. laws
                .Orders.Alike(Alike, spread.Seed)
                .Select(law =>
                    Sums(law) is var sums
                        ? (Ratio(sums.Before, whole.Before), Ratio(sums.After, whole.After))
                        : default
                ),
        ];
        var random = new Random(Seeds.Of(spread.Seed, 1));
        var shocks = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            shocks[draw] = Math.Exp(spread.Miss * NormalNumber.Next(random));
        }

        return new ValueScenario(
            before,
            after,
            [
                .. Enumerable
                    .Range(0, spread.Groups.Max() + 1)
                    .Select(group =>
                        ScenarioSums.Of(
                            before.Where((_, i) => spread.Groups[i] == group).Sum(),
                            after.Where((_, i) => spread.Groups[i] == group).Sum(),
                            alike,
                            shocks
                        )
                    ),
                ScenarioSums.Of(before.Sum(), after.Sum(), alike, shocks),
            ]
        );
    }

    static double Ratio(double one, double other) => other > 0 ? one / other : 1;
}

/// <summary>What a scenario is told for, and how far it may be off.</summary>
/// <param name="Groups">The group of each customer, from 0.</param>
/// <param name="Miss">Root mean square of the logarithm by which the whole shop missed its law.</param>
/// <param name="Seed">Equal seeds give equal intervals.</param>
public sealed record ScenarioSpread(IReadOnlyList<int> Groups, double Miss, int Seed);

/// <summary>A number and the ends of its 80 % interval.</summary>
public sealed record Between(double Value, double Low, double High);

/// <summary>Sums of one group; the last of all is of all customers.</summary>
/// <param name="Before">As it is.</param>
/// <param name="After">After the change.</param>
/// <param name="Difference">How much more, below 0 how much less.</param>
public sealed record ScenarioSums(Between Before, Between After, Between Difference)
{
    internal static ScenarioSums Of(
        double before,
        double after,
        (double Before, double After)[] alike,
        double[] shocks
    )
    {
        Between Told(double value, Func<int, double> draw)
        {
            double[] sorted = [.. Enumerable.Range(0, shocks.Length).Select(draw).Order()];
            return new Between(value, Statistics.Quantile(sorted, 0.1), Statistics.Quantile(sorted, 0.9));
        }

        double Before(int d) => before * alike[d % alike.Length].Before * shocks[d];
        double After(int d) => after * alike[d % alike.Length].After * shocks[d];
        return new ScenarioSums(
            Told(before, Before),
            Told(after, After),
            Told(after - before, d => After(d) - Before(d))
        );
    }
}
