using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class SequentialRuleTests
{
    /// <summary>By scipy.stats.binomtest(k, n, alternative="greater").</summary>
    [Theory]
    [InlineData(8, 10, 0.0546875)]
    [InlineData(5, 10, 0.623046875)]
    [InlineData(0, 10, 1)]
    [InlineData(11, 10, 0)]
    [InlineData(620, 1000, 1.5516229541713072e-14)]
    public void The_sign_test_is_that_of_scipy(int found, int tries, double expected) =>
        Assert.Equal(expected, Binomial.CoinAtLeast(found, tries), expected * 1e-6);

    [Fact]
    public void What_follows_within_the_days_is_counted_once_a_customer_and_by_its_order()
    {
        ItemPurchase[] purchases =
        [
            // Items 0 and 1: 0 before 1 twice, on the same day, too late, and the other way round.
            new(0, 0, 1),
            new(0, 1, 5),
            new(0, 0, 6),
            new(0, 1, 9),
            new(1, 0, 3),
            new(1, 1, 3),
            new(2, 0, 1),
            new(2, 1, 40),
            new(3, 1, 1),
            new(3, 0, 2),
        ];

        var rules = new SequentialRules(new() { Days = 30, MinCustomers = 1 }).Of(
            purchases,
            customers: 5,
            items: 2
        );

        // Customer 0 did both: 1 on day 5 was followed by 0 on day 6.
        Assert.Equal(
            [(1, 0, 2, 1), (0, 1, 1, 2)],
            rules.Select(r => (r.First, r.Second, r.Customers, r.Reverse))
        );
        Assert.Equal((4, 0.5, 2 * 5 / 16.0), (rules[0].FirstCustomers, rules[0].Confidence, rules[0].Lift));
    }

    [Fact]
    public void A_planted_order_survives_and_chance_does_not()
    {
        var random = new Random(4);
        var purchases = Enumerable
            .Range(0, 600)
            .SelectMany(customer =>
                Enumerable
                    .Range(0, 20)
                    .Where(_ => random.NextDouble() < 0.5)
                    .Select(item => new ItemPurchase(customer, item, random.Next(100)))
                    // Who bought 20 buys 21 a little later.
                    .Concat(
                        random.NextDouble() < 0.3 && random.Next(80) is var day
                            ? [new(customer, 20, day), new(customer, 21, day + 1 + random.Next(10))]
                            : []
                    )
            )
            .ToList();

        var rules = new SequentialRules(new()).Of(purchases, 600, 22);

        var found = rules.Where(rule => rule.QValue < 0.01).ToList();
        Assert.Equal((20, 21), found.Select(rule => (rule.First, rule.Second)).Single());
    }
}
