using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>Customers drawn from a law, day by day, whose later spend is known.</summary>
/// <param name="Rates">Shape and scale (days) of the rates of buying.</param>
/// <param name="Stopping">Shape and scale (days) of the rates of stopping; none if nobody stops.</param>
sealed record SimulatedShop((double Shape, double Days) Rates, (double Shape, double Days)? Stopping)
{
    const double SpendShape = 3;
    const double SpendRateShape = 4;
    const double SpendScale = 60;

    /// <summary>A task at a day of a shop to which customers came in its first year, and what they spent in the horizon after it.</summary>
    internal (ForecastTask Task, double[] Outcome) Task(int customers, int horizon, int seed, int day = 540)
    {
        var random = new Random(seed);
        var buyers = Enumerable.Range(0, customers).Select(_ => Buyer(random)).ToList();
        var (now, past) = (At(buyers, day), At(buyers, day - horizon));
        return (
            new ForecastTask(now, new ValuePast(past, Spent(buyers, past, day - horizon, horizon)), horizon),
            Spent(buyers, now, day, horizon)
        );
    }

    /// <summary>Days of purchases up to day 1,000, and what each was worth.</summary>
    List<(double Day, double Worth)> Buyer(Random random)
    {
        var rate = Gamma(Rates.Shape, random) / Rates.Days;
        var ends = Stopping is { } law
            ? -Math.Log(1 - random.NextDouble()) / (Gamma(law.Shape, random) / law.Days)
            : 1e9;
        var spendRate = Gamma(SpendRateShape, random) / SpendScale;
        var first = random.NextDouble() * 360;
        var all = new List<(double, double)>();
        for (
            var day = first;
            day < Math.Min(first + ends, 1000);
            day -= Math.Log(1 - random.NextDouble()) / rate
        )
        {
            all.Add((day, Gamma(SpendShape, random) / spendRate));
        }

        return all.Count > 0 ? all : [(first, Gamma(SpendShape, random) / spendRate)];
    }

    static ValueOrigin At(List<List<(double Day, double Worth)>> buyers, double day)
    {
        int[] known = [.. Enumerable.Range(0, buyers.Count).Where(i => buyers[i][0].Day < day)];
        var bought = known.Select(i => buyers[i].TakeWhile(b => b.Day < day).ToList()).ToList();
        return new ValueOrigin(
            day,
            known,
            [
                .. bought.Select(b => new PurchaseHistory(
                    b.Count - 1,
                    b[^1].Day - b[0].Day,
                    day - b[0].Day,
                    b.Count > 1 ? b.Skip(1).Average(one => one.Worth) : 0
                )),
            ],
            [.. bought.Select(b => b.Sum(one => one.Worth))],
            [.. bought.Select(b => day - b[^1].Day)],
            new Matrix(
                [
                    .. bought.SelectMany(b =>
                        new[]
                        {
                            Math.Log(b.Count),
                            Math.Log(1 + day - b[^1].Day),
                            Math.Log(1 + day - b[0].Day),
                            Math.Log(b.Sum(one => one.Worth)),
                        }
                    ),
                ],
                4
            )
        );
    }

    static double[] Spent(
        List<List<(double Day, double Worth)>> buyers,
        ValueOrigin at,
        double day,
        double horizon
    ) =>
        [
            .. at.Customers.Select(i =>
                buyers[i].Where(b => b.Day >= day && b.Day < day + horizon).Sum(b => b.Worth)
            ),
        ];

    /// <summary>By adding up squares would do for whole shapes only: Marsaglia and Tsang.</summary>
    static double Gamma(double shape, Random random) => Draws.Gamma(shape, random);
}
