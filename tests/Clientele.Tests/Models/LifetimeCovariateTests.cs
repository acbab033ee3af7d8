using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class LifetimeCovariateTests
{
    static readonly string[] Names = ["age", "online"];

    /// <summary>Customers of a law whose rates depend on an age around 40 and on being online: 52 weeks and more.</summary>
    static (PurchaseHistory[] Customers, Matrix Covariates) Shop(
        int customers,
        int seed,
        Func<double, double, ParetoNbd> law
    )
    {
        var random = new Random(seed);
        var histories = new PurchaseHistory[customers];
        var covariates = new Matrix(customers, 2);
        for (var i = 0; i < customers; i++)
        {
            var (age, online) = (30 + (random.Next(5) * 5.0), random.Next(2));
            (covariates[i][0], covariates[i][1]) = (age, online);
            var own = law(age, online);
            var seen = 40 + random.Next(5);
            var rate = Draws.Gamma(own.R, random) / own.Alpha;
            var life = -Math.Log(1 - random.NextDouble()) * own.Beta / Draws.Gamma(own.S, random);
            var (x, last) = (0, 0.0);
            for (
                var time = -Math.Log(1 - random.NextDouble()) / rate;
                time < Math.Min(seen, life);
                time -= Math.Log(1 - random.NextDouble()) / rate
            )
            {
                (x, last) = (x + 1, time);
            }

            histories[i] = new PurchaseHistory(x, last, seen);
        }

        return (histories, covariates);
    }

    /// <summary>γ₁ is −0.03 a year of age and 0.6 online; γ₂ is 0.04 and −0.5.</summary>
    static ParetoNbd Moved(double age, double online) =>
        new(
            1.2,
            9 * Math.Exp(-((-0.03 * (age - 40)) + (0.6 * online))),
            0.9,
            30 * Math.Exp(-((0.04 * (age - 40)) - (0.5 * online)))
        );

    [Fact]
    public void Coefficients_that_a_shop_was_drawn_with_are_found()
    {
        var (customers, covariates) = Shop(12_000, 1, Moved);
        var fit = new CovariateLifetimeModel(LifetimeLaw.ParetoNbd, new()).Fit(customers, covariates, Names);

        Assert.True(fit.Converged);
        Assert.Equal("", fit.Note);
        var found = fit.Parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);
        Assert.All(
            new (string Name, double True)[]
            {
                ("r", 1.2),
                ("s", 0.9),
                ("alpha", 9 * Math.Exp(0.03 * -40)),
                ("beta", 30 * Math.Exp(0.04 * 40)),
                ("transaction.age", -0.03),
                ("transaction.online", 0.6),
                ("dropout.age", 0.04),
                ("dropout.online", -0.5),
            },
            one =>
                Assert.Equal(one.True, found[one.Name].Value, tolerance: 3.5 * found[one.Name].StandardError)
        );
        Assert.All(Names, name => Assert.InRange(found[$"transaction.{name}"].StandardError, 1e-4, 0.05));
        // Who is online buys faster than who is not, all else alike.
        Assert.True(fit.Process([40, 1]).Expected(10) > 1.2 * fit.Process([40, 0]).Expected(10));
    }

    [Theory]
    [InlineData(LifetimeLaw.Nbd)]
    [InlineData(LifetimeLaw.BgNbd)]
    [InlineData(LifetimeLaw.MbgNbd)]
    [InlineData(LifetimeLaw.ParetoNbd)]
    public void Derivatives_are_those_of_differences(LifetimeLaw law)
    {
        var (customers, covariates) = Shop(200, 2, Moved);
        var scale = CovariateScale.Of(covariates, Names, 200);
        var (facts, effects) = (LawFacts.Of(law), CovariateEffect.Of(law));
        var loss = new CovariateLoss(
            facts,
            effects,
            CovariateGroup.Of(customers, scale.Apply(covariates)),
            new() { Penalty = 0.01 },
            CancellationToken.None
        );
        double[] point =
        [
            .. Enumerable.Range(0, facts.Parameters.Length).Select(i => 0.3 + (0.4 * i)),
            .. Enumerable.Range(0, 2 * effects.Count).Select(i => 0.1 * (i - 2)),
        ];
        var (gradient, unused) = (new double[point.Length], new double[point.Length]);
        loss.At(point, gradient);

        for (var i = 0; i < point.Length; i++)
        {
            double[] up = [.. point],
                down = [.. point];
            (up[i], down[i]) = (point[i] + 1e-5, point[i] - 1e-5);
            Assert.Equal((loss.At(up, unused) - loss.At(down, unused)) / 2e-5, gradient[i], tolerance: 1e-7);
        }
    }

    [Theory]
    [InlineData(LifetimeLaw.BgNbd)]
    [InlineData(LifetimeLaw.ParetoNbd)]
    public void Covariates_that_tell_nothing_leave_the_law_as_it_is(LifetimeLaw law)
    {
        var (customers, covariates) = Shop(3000, 3, (_, _) => Moved(40, 0));
        var plain = new LifetimeModel(law, new()).Fit(customers);
        var fit = new CovariateLifetimeModel(law, new()).Fit(customers, covariates, Names);

        // Twice the gain is χ² with a freedom a coefficient: 6 or 4.
        Assert.InRange(2 * (fit.LogLikelihood - plain.LogLikelihood), -1e-6, 17);
        Assert.All(
            fit.Parameters.Skip(4).Where(p => p.Name.StartsWith("transaction", StringComparison.Ordinal)),
            p => Assert.InRange(Math.Abs(p.Value), 0, 4 * p.StandardError)
        );
        Assert.Equal(
            plain.Process.Expected(customers[5], 20),
            fit.Process(covariates[5]).Expected(customers[5], 20),
            tolerance: 0.15 * plain.Process.Expected(customers[5], 20)
        );
    }

    [Fact]
    public void Intervals_of_coefficients_hold_as_often_as_they_claim()
    {
        var (held, all) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var (customers, covariates) = Shop(
                400,
                100 + seed,
                (age, online) => new(1.2, 6 * Math.Exp(-0.6 * online), 50, 1e5)
            );
            var fit = new CovariateLifetimeModel(LifetimeLaw.Nbd, new()).Fit(customers, covariates, Names);
            foreach (var (name, truth) in new[] { ("transaction.age", 0.0), ("transaction.online", 0.6) })
            {
                var one = fit.Parameters.Single(p => p.Name == name);
                held += Math.Abs(one.Value - truth) <= 1.96 * one.StandardError ? 1 : 0;
                all++;
            }
        }

        Assert.InRange(held / (double)all, 0.89, 1);
    }

    [Fact]
    public void Threads_change_no_bit_and_the_penalty_draws_coefficients_to_nothing()
    {
        var (customers, covariates) = Shop(2000, 4, Moved);
        CovariateFit Fit(int threads, double penalty) =>
            new CovariateLifetimeModel(
                LifetimeLaw.ParetoNbd,
                new() { Threads = threads, Penalty = penalty }
            ).Fit(customers, covariates, Names);
        var (one, two) = (Fit(1, 0), Fit(2, 0));

        Assert.Equal(one.Parameters, two.Parameters);
        Assert.True(Math.Abs(Fit(0, 0.05).Parameters[5].Value) < Math.Abs(one.Parameters[5].Value));
    }

    [Fact]
    public void What_cannot_be_learned_is_said_in_a_sentence()
    {
        var (customers, covariates) = Shop(300, 5, Moved);
        var model = new CovariateLifetimeModel(LifetimeLaw.ParetoNbd, new());
        var flat = new Matrix([.. Enumerable.Repeat(7.0, 300)], 1);

        Assert.Contains(
            "'zip' is the same for all customers",
            Assert.Throws<ArgumentException>(() => model.Fit(customers, flat, ["zip"])).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => model.Fit(customers, covariates, ["age"]));
        PurchaseHistory[] single = [.. customers.Select(c => new PurchaseHistory(0, 0, c.Age))];
        var none = model.Fit(single, covariates, Names);
        Assert.Contains("Nobody has bought twice", none.Note, StringComparison.Ordinal);
        Assert.InRange(none.Process([40, 1]).Expected(single[0], 10), 0, 1);
    }

    [Fact]
    public void Columns_that_say_the_same_are_a_ridge_and_still_tell()
    {
        var (customers, covariates) = Shop(1500, 6, Moved);
        var twice = new Matrix(
            [.. Enumerable.Range(0, 1500).SelectMany(i => new[] { covariates[i][0], 2 * covariates[i][0] })],
            2
        );
        var fit = new CovariateLifetimeModel(LifetimeLaw.Nbd, new()).Fit(customers, twice, ["age", "double"]);

        Assert.NotEqual("", fit.Note);
        Assert.True(double.IsFinite(fit.Process(twice[0]).Expected(customers[0], 10)));
    }

    [Fact]
    public void A_table_names_its_covariates()
    {
        var (customers, covariates) = Shop(500, 7, Moved);
        var table = new NamedMatrix(
            ["x", "t_x", "T", "age", "online"],
            new Matrix(
                [
                    .. customers.SelectMany(
                        (c, i) => new[] { c.Frequency, c.Recency, c.Age, covariates[i][0], covariates[i][1] }
                    ),
                ],
                5
            )
        );
        var model = TableModels.All.Single(m => m.Name == "pareto_nbd");
        var fit = model.Fit(table, new Dictionary<string, string> { ["covariates"] = "age, online" }, 0, 0);

        Assert.Contains("dropout.online", ((Dictionary<string, double>)fit.Summary["estimates"]).Keys);
        Assert.Equal(500, fit.Rows[0].Values.Length);
        Assert.Contains(
            "'size'",
            Assert
                .Throws<ArgumentException>(() =>
                    model.Fit(table, new Dictionary<string, string> { ["covariates"] = "size" }, 0, 0)
                )
                .Message,
            StringComparison.Ordinal
        );
    }
}
