using System.Globalization;
using Clientele.Models;

namespace Clientele.Tests;

public sealed class LifetimeFitTests
{
    static readonly LifetimeOptions Plain = new() { Threads = 1 };

    [Theory]
    [InlineData("mle-bg", LifetimeLaw.BgNbd, "r,alpha,a,b")]
    [InlineData("mle-mbg", LifetimeLaw.MbgNbd, "r,alpha,a,b")]
    [InlineData("mle-pnbd", LifetimeLaw.ParetoNbd, "r,alpha,s,beta")]
    public void Cdnow_is_fitted_as_by_exact_arithmetic(string id, LifetimeLaw law, string names)
    {
        var exact = LifetimeReferenceTests.Entry(id)["high_precision"]!;

        var fit = new LifetimeModel(law, Plain).Fit(Cdnow());

        Assert.True(fit.Converged);
        Assert.Equal("", fit.Note);
        Assert.Equal((double)exact["ll"]!, fit.LogLikelihood, 1e-6);
        Assert.Equal(names, string.Join(',', fit.Parameters.Select(p => p.Name)));
        Assert.All(
            fit.Parameters.Select((p, i) => (p, Error: (double)exact["se"]![i]!)),
            pair =>
            {
                var value = (double)exact[pair.p.Name]!;
                Assert.Equal(value, pair.p.Value, 1e-5 * value);
                Assert.Equal(pair.Error, pair.p.StandardError, 1e-3 * pair.Error);
            }
        );
    }

    [Fact]
    public void Spend_of_cdnow_is_fitted_as_by_exact_arithmetic()
    {
        var exact = LifetimeReferenceTests.Entry("mle-gg")["high_precision"]!;

        // The source has mean spends in whole cents.
        var fit = new GammaGammaModel(Plain).Fit([
            .. Cdnow()
                .Select(c =>
                    c with
                    {
                        Spend = (double)Math.Round((decimal)c.Spend, 2, MidpointRounding.AwayFromZero),
                    }
                ),
        ]);

        Assert.True(fit.Converged);
        Assert.Equal("", fit.Note);
        Assert.Equal((double)exact["p"]!, fit.Spend.P, 1e-5 * fit.Spend.P);
        Assert.Equal((double)exact["q"]!, fit.Spend.Q, 1e-5 * fit.Spend.Q);
        Assert.Equal((double)exact["v"]!, fit.Spend.V, 1e-5 * fit.Spend.V);
        Assert.Equal((double)exact["ll"]!, fit.LogLikelihood, 1e-6);
        Assert.Equal((double)exact["pearson_x_mbar"]!, fit.Correlation, 1e-6);
    }

    [Theory]
    [InlineData(LifetimeLaw.Nbd)]
    [InlineData(LifetimeLaw.BgNbd)]
    [InlineData(LifetimeLaw.MbgNbd)]
    [InlineData(LifetimeLaw.ParetoNbd)]
    [InlineData(LifetimeLaw.BgBb)]
    public void Derivatives_are_those_of_the_likelihood(LifetimeLaw law)
    {
        var patterns = PurchasePatterns.Of(law == LifetimeLaw.BgBb ? Opportunities() : Simulated(200, 3));
        var loss = new LifetimeLoss(LawFacts.Of(law), patterns, new() { Penalty = 0.01 }, default);
        double[] point = [.. LawFacts.Of(law).Parameters.Select((_, i) => 0.3 - (0.4 * i))];
        var (exact, ignored) = (new double[point.Length], new double[point.Length]);
        loss.At(point, exact);

        for (var i = 0; i < point.Length; i++)
        {
            const double Step = 1e-5;
            double[] up = [.. point];
            double[] down = [.. point];
            up[i] += Step;
            down[i] -= Step;
            var slope = (loss.At(up, ignored) - loss.At(down, ignored)) / (2 * Step);
            Assert.Equal(slope, exact[i], 1e-7);
        }
    }

    [Theory]
    [InlineData(LifetimeLaw.Nbd)]
    [InlineData(LifetimeLaw.BgNbd)]
    [InlineData(LifetimeLaw.MbgNbd)]
    [InlineData(LifetimeLaw.ParetoNbd)]
    [InlineData(LifetimeLaw.BgBb)]
    public void The_likelihood_of_patterns_is_the_one_of_customers(LifetimeLaw law)
    {
        var customers = law == LifetimeLaw.BgBb ? Opportunities() : Simulated(2000, 4);

        var fit = new LifetimeModel(law, Plain).Fit(customers);

        Assert.Null(fit.Fallback);
        Assert.Equal(customers.Sum(fit.Process.LogLikelihood), fit.LogLikelihood, 1e-8 * customers.Count);
    }

    [Theory]
    [InlineData(LifetimeLaw.Nbd)]
    [InlineData(LifetimeLaw.BgNbd)]
    [InlineData(LifetimeLaw.MbgNbd)]
    [InlineData(LifetimeLaw.ParetoNbd)]
    public void Any_number_of_threads_gives_the_same_parameters(LifetimeLaw law)
    {
        var customers = Simulated(9000, 5);

        var one = new LifetimeModel(law, Plain).Fit(customers);
        var two = new LifetimeModel(law, Plain with { Threads = 2 }).Fit(customers);

        Assert.Equal(one.Parameters, two.Parameters);
        Assert.Equal(one.LogLikelihood, two.LogLikelihood);
    }

    [Fact]
    public void A_penalty_draws_every_parameter_towards_one()
    {
        var customers = Simulated(400, 6);
        double Away(double penalty) =>
            new LifetimeModel(LifetimeLaw.BgNbd, Plain with { Penalty = penalty })
                .Fit(customers)
                .Parameters.Sum(p => Math.Abs(Math.Log(p.Value)));

        Assert.True(Away(0) > Away(0.01));
        Assert.True(Away(0.01) > Away(0.1));
    }

    [Fact]
    public void Another_unit_of_time_changes_no_chance_and_no_expectation()
    {
        var customers = Simulated(400, 7);
        var inDays = customers.Select(c => c with { Recency = c.Recency * 7, Age = c.Age * 7 }).ToList();
        foreach (var law in (LifetimeLaw[])[LifetimeLaw.BgNbd, LifetimeLaw.ParetoNbd])
        {
            var weeks = new LifetimeModel(law, Plain).Fit(customers).Process;
            var days = new LifetimeModel(law, Plain).Fit(inDays).Process;

            Assert.Equal(weeks.ProbabilityAlive(customers[5]), days.ProbabilityAlive(inDays[5]), 1e-5);
            Assert.Equal(weeks.Expected(customers[5], 10), days.Expected(inDays[5], 70), 1e-5);
        }
    }

    /// <summary>The 1/10 sample, calibrated to 1997-09-30, in weeks; one purchase a day.</summary>
    internal static List<PurchaseHistory> Cdnow()
    {
        var end = new DateTime(1997, 9, 30);
        return
        [
            .. File.ReadLines(TestData.Data("cdnow/CDNOW_sample.txt"))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(cells => cells.Length >= 5)
                .Select(cells =>
                    (
                        Who: cells[1],
                        On: DateTime.ParseExact(cells[2], "yyyyMMdd", CultureInfo.InvariantCulture),
                        Spend: double.Parse(cells[4], CultureInfo.InvariantCulture)
                    )
                )
                .GroupBy(order => order.Who)
                .Select(orders =>
                {
                    var days = orders
                        .Where(o => o.On <= end)
                        .GroupBy(o => o.On)
                        .OrderBy(day => day.Key)
                        .Select(day => (day.Key, Spend: day.Sum(o => o.Spend)))
                        .ToList();
                    return new PurchaseHistory(
                        days.Count - 1,
                        (days[^1].Key - days[0].Key).TotalDays / 7,
                        (end - days[0].Key).TotalDays / 7,
                        days.Count > 1 ? days.Skip(1).Average(day => day.Spend) : 0
                    );
                }),
        ];
    }

    /// <summary>Customers of a Pareto/NBD, seen for up to 40 units of time.</summary>
    internal static List<PurchaseHistory> Simulated(int customers, int seed)
    {
        var random = new Random(seed);
        var histories = new List<PurchaseHistory>();
        for (var i = 0; i < customers; i++)
        {
            var age = 10 + (30 * random.NextDouble());
            var rate = Draws.Gamma(0.8, random) / 6;
            var lives = -Math.Log(1 - random.NextDouble()) / (Draws.Gamma(1.2, random) / 30);
            var (x, last) = (0, 0.0);
            for (var t = 0.0; ; )
            {
                t += -Math.Log(1 - random.NextDouble()) / rate;
                if (t > Math.Min(age, lives))
                {
                    break;
                }

                (x, last) = (x + 1, t);
            }

            histories.Add(new PurchaseHistory(x, last, age, x > 0 ? 5 + (20 * random.NextDouble()) : 0));
        }

        return histories;
    }

    static List<PurchaseHistory> Opportunities()
    {
        var random = new Random(8);
        return
        [
            .. Enumerable
                .Range(0, 300)
                .Select(_ =>
                {
                    var (buys, stops) = (Draws.Beta(1.2, 0.75, random), Draws.Beta(0.7, 2.8, random));
                    var (x, last) = (0, 0);
                    for (var t = 1; t <= 6 && random.NextDouble() >= stops; t++)
                    {
                        if (random.NextDouble() < buys)
                        {
                            (x, last) = (x + 1, t);
                        }
                    }

                    return new PurchaseHistory(x, last, 6);
                }),
        ];
    }
}
