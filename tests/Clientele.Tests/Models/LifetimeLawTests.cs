using Clientele.Models;

namespace Clientele.Tests;

/// <summary>What holds for every law of buying.</summary>
public sealed class LifetimeLawTests
{
    static readonly Dictionary<string, IPurchaseProcess> Laws = new(StringComparer.Ordinal)
    {
        ["NBD"] = new Nbd(0.7, 9),
        ["BG/NBD"] = new BetaGeometricNbd(0.243, 4.414, 0.793, 2.426),
        ["BG/NBD, a = 1"] = new BetaGeometricNbd(1.3, 9, 1, 2.5),
        ["BG/NBD, a + b < 1"] = new BetaGeometricNbd(1.3, 9, 0.2, 0.5),
        ["BG/NBD, hardly anyone stops"] = new BetaGeometricNbd(1.3, 9, 40, 1e6),
        ["BG/NBD, all stop alike"] = new BetaGeometricNbd(1.14, 9, 1.6e5, 1.2e6),
        ["MBG/NBD"] = new BetaGeometricNbd(0.525, 6.183, 0.891, 1.614, StopsAtOnce: true),
        ["Pareto/NBD"] = new ParetoNbd(0.55, 10.58, 0.61, 11.67),
        ["Pareto/NBD, s = 1"] = new ParetoNbd(0.55, 10.58, 1, 11.67),
        ["Pareto/NBD, α = β"] = new ParetoNbd(2, 10, 3, 10),
        ["BG/BB"] = new BetaBinomial(1.2, 0.75, 0.66, 2.78),
        ["BG/BB, γ = 1"] = new BetaBinomial(1.2, 0.75, 1, 4),
    };

    public static TheoryData<string> Names => [.. Laws.Keys];

    static PurchaseHistory[] Histories(string name) =>
        name.StartsWith("BG/BB", StringComparison.Ordinal)
            ? [new(0, 0, 6), new(2, 4, 6), new(6, 6, 6)]
            : [new(0, 0, 20), new(1, 15, 20), new(7, 18.5, 20), new(7, 5, 20), new(40, 19.5, 20)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Chances_of_all_numbers_add_up_to_one_and_their_mean_is_what_is_expected(string name)
    {
        var law = Laws[name];
        var chances = Enumerable.Range(0, 400).Select(n => law.Probability(n, 12)).ToList();

        Assert.Equal(1, chances.Sum(), 1e-8);
        Assert.Equal(law.Expected(12), chances.Select((p, n) => n * p).Sum(), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_time_brings_nothing_and_more_time_no_less(string name)
    {
        var law = Laws[name];
        Assert.Equal(0, law.Expected(0));
        foreach (var one in Histories(name))
        {
            Assert.Equal(0, law.Expected(one, 0));
            double[] times = [1, 2, 5, 10, 50, 200, 1000];
            Assert.Equal(
                times.Select(t => law.Expected(one, t)).Order(),
                times.Select(t => law.Expected(one, t))
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_higher_discount_leaves_less(string name)
    {
        var law = Laws[name];
        foreach (var one in Histories(name))
        {
            Assert.True(law.Discounted(one, 0.01) > law.Discounted(one, 0.02));
            Assert.True(law.Discounted(one, 0.02) > law.Discounted(one, 0.5));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_discounted_is_what_is_expected_piece_by_piece(string name)
    {
        var law = Laws[name];
        const double Rate = 0.05;
        // BG/BB has opportunities at whole times only.
        var step = name.StartsWith("BG/BB", StringComparison.Ordinal) ? 1 : 0.1;
        foreach (var one in Histories(name))
        {
            var sum = 0.0;
            for (var i = 1; i * step <= 600; i++)
            {
                var at = step < 1 ? (i - 0.5) * step : i;
                sum +=
                    Math.Exp(-Rate * at) * (law.Expected(one, i * step) - law.Expected(one, (i - 1) * step));
            }

            Assert.Equal(sum, law.Discounted(one, Rate), 1e-4 * sum);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draws_have_the_mean_that_is_expected_and_repeat_for_a_seed(string name)
    {
        const int Many = 40_000;
        var law = Laws[name];
        foreach (var one in Histories(name))
        {
            List<long> Drawn()
            {
                var random = new Random(3);
                var future = law.Future(one, 12);
                return [.. Enumerable.Range(0, Many).Select(_ => future(random))];
            }

            var drawn = Drawn();
            var mean = drawn.Average();
            var error = Math.Sqrt(drawn.Average(d => (d - mean) * (d - mean)) / Many);
            // Five standard errors: of sixty means none is expected to lie beyond.
            Assert.InRange(mean - law.Expected(one, 12), (-5 * error) - 1e-9, (5 * error) + 1e-9);
            Assert.Equal(drawn, Drawn());
        }
    }

    [Fact]
    public void Who_bought_once_may_be_gone_in_some_laws_only()
    {
        var once = new PurchaseHistory(0, 0, 50);

        Assert.Equal(1, Laws["BG/NBD"].ProbabilityAlive(once));
        Assert.InRange(Laws["MBG/NBD"].ProbabilityAlive(once), 0.01, 0.99);
        Assert.InRange(Laws["Pareto/NBD"].ProbabilityAlive(once), 0.01, 0.99);
    }

    [Fact]
    public void Laws_in_which_hardly_anyone_stops_are_the_one_in_which_nobody_does()
    {
        var one = new PurchaseHistory(7, 18.5, 20);
        var nbd = new Nbd(1.3, 9);

        Assert.Equal(nbd.Expected(one, 12), new BetaGeometricNbd(1.3, 9, 1e-9, 5).Expected(one, 12), 1e-6);
        Assert.Equal(nbd.Expected(one, 12), new BetaGeometricNbd(1.3, 9, 2, 1e12).Expected(one, 12), 1e-6);
        Assert.Equal(nbd.Expected(one, 12), new ParetoNbd(1.3, 9, 1e-9, 5).Expected(one, 12), 1e-6);
        Assert.Equal(nbd.Expected(one, 12), new ParetoNbd(1.3, 9, 2, 1e12).Expected(one, 12), 1e-6);
    }

    [Fact]
    public void The_worth_of_an_order_lies_between_a_customers_own_and_that_of_all()
    {
        var spend = new GammaGamma(6.25, 3.74, 15.44);
        var random = new Random(4);

        Assert.InRange(spend.Expected(new PurchaseHistory(2, 0, 0, 100)), spend.Mean, 100);
        Assert.InRange(spend.Expected(new PurchaseHistory(2, 0, 0, 5)), 5, spend.Mean);
        var one = new PurchaseHistory(3, 0, 0, 50);
        var drawn = Enumerable.Range(0, 40_000).Average(_ => spend.Draw(one, 2, random));
        Assert.InRange(drawn / 2 / spend.Expected(one), 0.98, 1.02);
    }

    /// <summary>Of a chance p that is as good as the same for all, ∫ (1 − (1 + p·t/(α+T))^−(r+x))/p is one number.</summary>
    [Theory]
    [InlineData(1.6e5, 1.2e6)]
    [InlineData(1.2e6, 8e-7)]
    [InlineData(40, 1e-6)]
    public void Laws_at_their_edge_expect_what_they_must_in_no_time(double a, double b)
    {
        var law = new BetaGeometricNbd(1.1, 890, a, b);
        var customer = new PurchaseHistory(0, 0, 700);
        var chance = a / (a + b);
        var expected = (1 - Math.Pow(1 + (chance * 365 / 1590), -1.1)) / chance;

        Assert.Equal(expected, law.Expected(customer, 365), tolerance: 2e-4 * expected);
        Assert.InRange(law.Expected(new PurchaseHistory(2, 30, 700), 365), 0, 1);
    }
}
