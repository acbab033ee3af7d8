using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class NetworkTests
{
    /// <summary>Zachary's karate club (1977), members from 0: for each whom they know of those after them.</summary>
    static readonly int[][] Club =
    [
        [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
        [2, 3, 7, 13, 17, 19, 21, 30],
        [3, 7, 8, 9, 13, 27, 28, 32],
        [7, 12, 13],
        [6, 10],
        [6, 10, 16],
        [16],
        [],
        [30, 32, 33],
        [33],
        [],
        [],
        [],
        [33],
        [32, 33],
        [32, 33],
        [],
        [],
        [32, 33],
        [33],
        [32, 33],
        [],
        [32, 33],
        [25, 27, 29, 32, 33],
        [25, 27, 31],
        [31],
        [29, 33],
        [33],
        [31, 33],
        [32, 33],
        [32, 33],
        [32, 33],
        [33],
        [],
    ];

    static Graph Karate() =>
        Of(34, [.. Club.SelectMany((others, one) => others.Select(other => (one, other)))]);

    static Graph Of(int nodes, params (int, int)[] edges) =>
        Graph.Of(nodes, [.. edges.Select(e => (e.Item1, e.Item2, 1.0))]);

    [Fact]
    public void Edges_stand_at_both_nodes_and_equal_ones_are_summed_up()
    {
        var graph = Graph.Of(3, [(2, 0, 1.5), (0, 2, 1), (1, 1, 3)]);

        Assert.Equal([2], graph.Neighbors(0).ToArray());
        Assert.Equal([2.5], graph.Weights(2).ToArray());
        Assert.Equal((1, 6.0), (graph.Degree(1), graph.Strength(1)));
    }

    [Theory]
    [InlineData(3, 0, 1)]
    [InlineData(0, -1, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, double.NaN)]
    public void An_edge_that_cannot_be_is_refused(int from, int to, double weight) =>
        Assert.Contains(
            "does not suit 3 nodes",
            Assert.Throws<ArgumentException>(() => Graph.Of(3, [(from, to, weight)])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_largest_component_comes_first() =>
        Assert.Equal([1, 0, 0, 1, 0, 2], Components.Of(Of(6, (0, 3), (1, 2), (2, 4))));

    [Fact]
    public void Cores_are_those_of_networkx()
    {
        var cores = Cores.Of(Karate());

        Assert.Equal((4, 99), (cores.Max(), cores.Sum()));
        Assert.Equal(
            [0, 1, 2, 3, 7, 8, 13, 30, 32, 33],
            cores.Index().Where(c => c.Item == 4).Select(c => c.Index)
        );
    }

    /// <summary>By networkx.pagerank with tol=1e-14.</summary>
    [Fact]
    public void PageRank_is_that_of_networkx()
    {
        var shares = new PageRank(new()).Of(Karate());

        Assert.Equal(1, shares.Sum(), 1e-12);
        Assert.All(
            [
                (0, 0.096997285388),
                (33, 0.100919182333),
                (32, 0.071693226006),
                (2, 0.057078509488),
                (11, 0.009564745492),
            ],
            known => Assert.Equal(known.Item2, shares[known.Item1], 1e-11)
        );
    }

    [Fact]
    public void From_a_dead_end_PageRank_goes_on_anywhere()
    {
        var shares = new PageRank(new()).Of(Graph.Of(2, [(0, 1, 7)], isDirected: true));

        // a = .15/2 + .85 b/2 and a + b = 1.
        Assert.Equal(0.5 / 1.425, shares[0], 1e-12);
    }

    /// <summary>By networkx.betweenness_centrality(normalized=False).</summary>
    [Fact]
    public void Betweenness_is_that_of_networkx()
    {
        var over = new Betweenness(new()).Of(Karate());

        Assert.All(
            [
                (0, 231.071428571),
                (33, 160.551587302),
                (32, 76.69047619),
                (2, 75.850793651),
                (5, 15.833333333),
                (11, 0),
            ],
            known => Assert.Equal(known.Item2, over[known.Item1], 1e-8)
        );
    }

    [Fact]
    public void Of_a_directed_path_the_middle_lies_between() =>
        Assert.Equal(
            [0, 1, 0],
            new Betweenness(new()).Of(Graph.Of(3, [(0, 1, 1), (1, 2, 1)], isDirected: true))
        );

    [Fact]
    public void Drawn_sources_come_near_the_whole()
    {
        // Everybody knows two of the first tenth of those before them: few are hubs.
        var random = new Random(5);
        var graph = Of(
            500,
            [
                .. Enumerable
                    .Range(1, 499)
                    .SelectMany(i => Enumerable.Range(0, 2).Select(_ => (i, random.Next((i + 9) / 10)))),
            ]
        );

        var (whole, drawn) = (
            new Betweenness(new()).Of(graph),
            new Betweenness(new() { Sources = 120 }).Of(graph)
        );

        Assert.True(Correlation.Pearson(whole, drawn) > 0.9);
        Assert.Equal(1, drawn.Sum() / whole.Sum(), 0.05);
    }

    [Fact]
    public void The_club_has_the_communities_of_the_greatest_modularity()
    {
        var found = new Leiden(new()).Find(Karate());

        // Brandes et al. (2008) show that more is not possible.
        Assert.Equal(0.419790, found.Modularity, 1e-6);
        Assert.Equal(4, found.Count);
    }

    [Fact]
    public void Planted_communities_are_recovered_and_each_hangs_together()
    {
        var graph = Planted(groups: 10, size: 50, within: 0.3, between: 0.02, seed: 1);

        var found = new Leiden(new()).Find(graph);

        Assert.Equal(10, found.Count);
        int[] planted = [.. Enumerable.Range(0, 500).Select(i => i / 50)];
        Assert.InRange(MutualInformation.Normalized([.. found.Of], planted), 0.98, 1);
    }

    [Theory]
    [InlineData(0.3, 2)]
    [InlineData(3, 9)]
    public void A_greater_resolution_gives_more_communities(double resolution, int atLeast)
    {
        var found = new Leiden(new() { Resolution = resolution }).Find(Karate());

        Assert.True(
            resolution < 1 ? found.Count <= atLeast : found.Count >= atLeast,
            $"{found.Count} communities"
        );
    }

    [Fact]
    public void Communities_depend_on_no_threads_and_cover_nodes_without_edges()
    {
        var graph = Planted(groups: 6, size: 30, within: 0.2, between: 0.05, seed: 2);

        Assert.Equal(
            new Leiden(new() { Threads = 1 }).Find(graph).Of,
            new Leiden(new() { Threads = 3 }).Find(graph).Of
        );
        Assert.Equal([0, 1, 2], new Leiden(new()).Find(Of(3)).Of.Order());
        Assert.Equal(0, new Leiden(new()).Find(Of(0)).Count);
    }

    [Fact]
    public void Pairs_are_counted_once_a_basket()
    {
        var baskets = BasketSet.Of([0, 0, 0, 1, 1, 2, 2, 2], [3, 1, 3, 1, 3, 0, 1, 3], 3, 4);

        var pairs = new PairCounts(new() { MinCount = 2 }).Of(baskets);

        Assert.Equal([new ItemPair(1, 3, 3)], pairs.Pairs);
        Assert.Equal((1, 1), (pairs.Lift(pairs.Pairs[0]), pairs.PValue(pairs.Pairs[0])));
    }

    [Fact]
    public void Of_a_large_basket_what_is_bought_most_is_paired_and_the_basket_is_counted()
    {
        var baskets = BasketSet.Of([0, 0, 0, 1, 1], [0, 1, 2, 2, 1], 2, 3);

        var pairs = new PairCounts(new() { MinCount = 1, MaxBasket = 2 }).Of(baskets);

        Assert.Equal(1, pairs.Capped);
        Assert.Equal([new ItemPair(1, 2, 2)], pairs.Pairs);
    }

    /// <summary>Groups whose nodes know each other more often than others.</summary>
    static Graph Planted(int groups, int size, double within, double between, int seed)
    {
        var random = new Random(seed);
        var edges = new List<(int, int)>();
        for (var one = 0; one < groups * size; one++)
        {
            for (var other = one + 1; other < groups * size; other++)
            {
                if (random.NextDouble() < (one / size == other / size ? within : between))
                {
                    edges.Add((one, other));
                }
            }
        }

        return Of(groups * size, [.. edges]);
    }
}
