using Clientele.Models;

namespace Clientele.Tests;

/// <summary>Shops on which the usual programs fail: there is always a number, and a sentence.</summary>
public sealed class LifetimeOddShopTests
{
    static readonly LifetimeOptions Plain = new() { Threads = 1 };

    static readonly Dictionary<string, Func<List<PurchaseHistory>>> Shops = new(StringComparer.Ordinal)
    {
        ["only one-time buyers"] = () =>
            [.. Enumerable.Range(1, 50).Select(i => new PurchaseHistory(0, 0, i))],
        ["one customer"] = () => [new PurchaseHistory(3, 20, 30, 12.5)],
        ["one customer who came once"] = () => [new PurchaseHistory(0, 0, 30)],
        ["all came today"] = () => [.. Enumerable.Repeat(new PurchaseHistory(0, 0, 0), 20)],
        ["all last bought at the end"] = () =>
            [.. Enumerable.Range(1, 60).Select(i => new PurchaseHistory(1 + (i % 5), 10 + i, 10 + i, 5 + i))],
        ["a whale among small fish"] = () =>
            [.. LifetimeFitTests.Simulated(200, 9), new PurchaseHistory(20_000, 39.9, 40, 1e6)],
        ["all alike"] = () => [.. Enumerable.Repeat(new PurchaseHistory(2, 10, 20, 7), 100)],
        ["all gone long ago"] = () =>
            [.. Enumerable.Range(1, 80).Select(i => new PurchaseHistory(1 + (i % 3), 1 + (i % 4), 1000, 20))],
        ["years in seconds"] = () =>
            [
                .. LifetimeFitTests
                    .Simulated(300, 10)
                    .Select(c => c with { Recency = c.Recency * 604_800, Age = c.Age * 604_800 }),
            ],
    };

    public static TheoryData<string, LifetimeLaw> All
    {
        get
        {
            var all = new TheoryData<string, LifetimeLaw>();
            foreach (var shop in Shops.Keys)
            {
                foreach (
                    var law in (LifetimeLaw[])
                        [LifetimeLaw.Nbd, LifetimeLaw.BgNbd, LifetimeLaw.MbgNbd, LifetimeLaw.ParetoNbd]
                )
                {
                    all.Add(shop, law);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void There_is_always_an_answer_that_can_be(string shop, LifetimeLaw law)
    {
        var customers = Shops[shop]();

        var fit = new LifetimeModel(law, Plain).Fit(customers);

        var random = new Random(1);
        foreach (
            var one in customers
                .Append(new PurchaseHistory(0, 0, 1))
                .Append(new PurchaseHistory(500, 1, 2000))
        )
        {
            Assert.InRange(fit.Process.ProbabilityAlive(one), 0, 1);
            Assert.InRange(fit.Process.Expected(one, 13), 0, double.MaxValue);
            Assert.InRange(fit.Process.Future(one, 13)(random), 0, long.MaxValue);
            Assert.False(double.IsNaN(fit.Process.LogLikelihood(one)));
        }

        Assert.InRange(fit.Process.Expected(13), 0, double.MaxValue);
        Assert.InRange(fit.Process.Discounted(customers[0], 0.01), 0, double.MaxValue);
        Assert.InRange(fit.Process.Probability(2, 13), 0, 1 + 1e-12);
        Assert.False(double.IsNaN(fit.LogLikelihood));
        Assert.True(fit.Converged || fit.Note.Length > 0);
    }

    [Fact]
    public void Shops_that_tell_too_little_are_told_so()
    {
        string Note(string shop, LifetimeLaw law) => new LifetimeModel(law, Plain).Fit(Shops[shop]()).Note;

        Assert.StartsWith("Nobody has bought twice", Note("only one-time buyers", LifetimeLaw.BgNbd));
        Assert.Contains("NBD, in which nobody stops", Note("all last bought at the end", LifetimeLaw.BgNbd));
        Assert.NotEmpty(Note("one customer", LifetimeLaw.ParetoNbd));
        Assert.NotEmpty(Note("all alike", LifetimeLaw.Nbd));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Spend_that_tells_too_little_is_its_mean(int repeaters)
    {
        var customers = Enumerable
            .Range(0, 5)
            .Select(i => i < repeaters ? new PurchaseHistory(2, 3, 9, 8) : new PurchaseHistory(0, 0, 9))
            .ToList();

        var fit = new GammaGammaModel(Plain).Fit(customers);

        Assert.NotEmpty(fit.Note);
        Assert.All(
            customers.Select(fit.Expected),
            worth => Assert.Equal(repeaters == 0 ? 0 : 8, worth, 1e-6)
        );
    }

    [Fact]
    public void A_history_that_cannot_be_is_refused_by_its_row()
    {
        string Refusal(PurchaseHistory one) =>
            Assert
                .Throws<ArgumentException>(() =>
                    new LifetimeModel(LifetimeLaw.Nbd, Plain).Fit([new PurchaseHistory(1, 2, 3), one])
                )
                .Message;

        Assert.StartsWith("Customer 1: frequency is -1", Refusal(new(-1, 2, 3)));
        Assert.StartsWith("Customer 1: recency is 4 and age 3", Refusal(new(1, 4, 3)));
        Assert.StartsWith("Customer 1: recency is 2 without a repeat", Refusal(new(0, 2, 3)));
        Assert.StartsWith("Customer 1: recency is NaN", Refusal(new(1, double.NaN, 3)));
        Assert.StartsWith("Customer 1: spend is Infinity", Refusal(new(1, 2, 3, double.PositiveInfinity)));
    }
}
