using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>Networks of customers: with what they bought, and with one another.</summary>
public sealed class CustomerGraphTests
{
    [Fact]
    public void Edges_lead_from_the_left_to_the_right()
    {
        var graph = BipartiteGraph.Of(2, 3, [(0, 2, 1), (1, 0, 2), (1, 0, 3)]);

        Assert.Equal(5, graph.Nodes);
        Assert.Equal([4], graph.Neighbors(0).ToArray());
        Assert.Equal([2], graph.Neighbors(1).ToArray());
        Assert.Equal(5, graph.Strength(2));
        Assert.Throws<ArgumentException>(() => BipartiteGraph.Of(2, 3, [(2, 0, 1)]));
        Assert.Throws<ArgumentException>(() => BipartiteGraph.Of(2, 3, [(0, 3, 1)]));
    }

    [Fact]
    public void Customers_are_joined_with_what_they_bought()
    {
        var log = PurchaseLogs.Planted(20, 12, 2, seed: 1);
        var graph = BipartiteGraph.Of(log.Sums);

        Assert.Equal(32, graph.Nodes);
        Assert.Equal(log.Sums.Entries, graph.Edges().Count());
        Assert.Equal(log.Lines, graph.Edges().Sum(e => e.Weight));
    }

    [Fact]
    public void Communities_of_customers_who_buy_alike_are_their_tastes()
    {
        var log = PurchaseLogs.Planted(150, 60, 3, seed: 2);
        var graph = new SimilarityGraph(new()).Of(log.Sums, TestContext.Current.CancellationToken);
        var found = new Leiden(new()).Find(graph, TestContext.Current.CancellationToken);

        Assert.InRange(
            MutualInformation.Normalized([.. Enumerable.Range(0, 150).Select(c => c % 3)], [.. found.Of]),
            0.8,
            1
        );
    }

    [Fact]
    public void Edges_are_cosines_and_no_more_than_the_nearest()
    {
        var log = PurchaseLogs.Planted(40, 20, 2, seed: 3);
        var graph = new SimilarityGraph(new() { Neighbors = 3 }).Of(
            log.Sums,
            TestContext.Current.CancellationToken
        );
        double[] Row(int customer)
        {
            var row = new double[log.ItemCount];
            foreach (var item in log.Items(customer))
            {
                row[item]++;
            }

            return row;
        }

        Assert.True(graph.Edges().Count() <= 40 * 3);
        foreach (var (a, b, weight) in graph.Edges())
        {
            var (x, y) = (Row(a), Row(b));
            var cosine = x.Zip(y, (p, q) => p * q).Sum() / Math.Sqrt(x.Sum(p => p * p) * y.Sum(q => q * q));
            Assert.Equal(cosine, weight, 1e-5);
        }
    }

    [Fact]
    public void What_everyone_has_joins_nobody()
    {
        // All have item 0; only customers 0 and 1 share another.
        var log = PurchaseLogs.Of(
            4,
            3,
            (0, 0, 0),
            (1, 0, 1),
            (2, 0, 2),
            (3, 0, 3),
            (0, 1, 4),
            (1, 1, 5),
            (2, 2, 6)
        );

        var graph = new SimilarityGraph(new() { MaxHolders = 3 }).Of(
            log.Sums,
            TestContext.Current.CancellationToken
        );

        Assert.Equal([(0, 1)], graph.Edges().Select(e => (e.From, e.To)));
    }
}
