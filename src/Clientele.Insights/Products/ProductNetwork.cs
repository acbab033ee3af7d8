using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Which products lie in orders together more often than by chance, as a network.</summary>
/// <param name="Shop">The baskets.</param>
/// <param name="Products">Numbers of the products with an edge, that with most orders first.</param>
/// <param name="Edges">Between places in <paramref name="Products"/>.</param>
/// <param name="Graph">Of the same places.</param>
/// <param name="Groups">Communities.</param>
/// <param name="Counted">All pairs that share enough orders.</param>
sealed record ProductNetwork(
    ShopBaskets Shop,
    int[] Products,
    IReadOnlyList<ProductEdge> Edges,
    Graph Graph,
    Communities Groups,
    CountedPairs Counted
)
{
    const int FewestOrders = 5;

    /// <summary>Of so many orders one must hold both products of an edge.</summary>
    const int OrdersAnEdge = 200;

    /// <summary>Orders that a pair had to share.</summary>
    internal required int Least { get; init; }

    internal required double[] PageRank { get; init; }
    internal required double[] Betweenness { get; init; }
    internal required int[] Cores { get; init; }
    internal required int[] Components { get; init; }
    internal required Matrix Places { get; init; }

    internal static ProductNetwork Of(
        ShopBaskets shop,
        ProductOptions options,
        (int Seed, int Threads) run,
        CancellationToken cancel
    )
    {
        var least =
            options.EdgeOrders > 0
                ? options.EdgeOrders
                : Math.Max(FewestOrders, shop.Baskets.Count / OrdersAnEdge);
        var counted = new PairCounts(
            new()
            {
                MinCount = least,
                MaxBasket = options.MaxBasket,
                Threads = run.Threads,
            }
        ).Of(shop.Baskets, cancel: cancel);
        var kept = Significant(counted);
        var products = kept.SelectMany(e => (int[])[e.Pair.First, e.Pair.Second])
            .Distinct()
            .OrderByDescending(p => counted.Counts[p])
            .ThenBy(p => p)
            .ToArray();
        var places = products.Index().ToDictionary(p => p.Item, p => p.Index);
        List<ProductEdge> edges =
        [
            .. kept.Select(e =>
                e with
                {
                    From = places[e.Pair.First],
                    To = places[e.Pair.Second],
                    Weight = Weight(e, options.EdgeWeight),
                }
            ),
        ];
        var graph = Models.Graph.Of(products.Length, [.. edges.Select(e => (e.From, e.To, e.Weight))]);
        return new ProductNetwork(
            shop,
            products,
            edges,
            graph,
            new Leiden(
                new()
                {
                    Resolution = options.Resolution,
                    Seed = run.Seed,
                    Threads = run.Threads,
                }
            ).Find(graph, cancel),
            counted
        )
        {
            Least = least,
            PageRank = new PageRank(new() { Threads = run.Threads }).Of(graph, cancel),
            Betweenness = new Betweenness(new() { Seed = run.Seed, Threads = run.Threads }).Of(graph, cancel),
            Cores = Models.Cores.Of(graph),
            Components = Models.Components.Of(graph),
            Places = Lay(graph, options.Layout, run, cancel),
        };
    }

    /// <summary>Places of the nodes of a network.</summary>
    internal static Matrix Lay(
        Graph graph,
        NetworkLayout layout,
        (int Seed, int Threads) run,
        CancellationToken cancel
    ) =>
        layout == NetworkLayout.Stress
            ? new StressLayout(new() { Seed = run.Seed, Threads = run.Threads }).Lay(graph, cancel)
            : new ForceLayout(
                new()
                {
                    Gravity = 0.3,
                    Seed = run.Seed,
                    Threads = run.Threads,
                }
            ).Lay(graph, cancel);

    static double Weight(ProductEdge edge, EdgeWeight weight) =>
        weight switch
        {
            EdgeWeight.Lift => edge.Lift,
            // No digit is beyond those of a double.
            EdgeWeight.Significance => -Math.Log10(Math.Max(edge.PValue, 1e-300)),
            _ => edge.Pair.Count,
        };

    /// <summary>Pairs that lie together more often than by chance.</summary>
    static List<ProductEdge> Significant(CountedPairs counted)
    {
        var q = counted.QValues();
        return
        [
            .. counted
                .Pairs.Select(
                    (pair, i) => new ProductEdge(pair, counted.Lift(pair), counted.PValue(pair), q[i])
                )
                .Where(edge => edge.QValue <= ProductRules.Believed && edge.Lift > 1),
        ];
    }

    internal Table EdgeTable() =>
        new(
            "product_graph_edges",
            [
                TableBuilding.Text("source", Edges.Select(e => Id(e.From))),
                TableBuilding.Text("target", Edges.Select(e => Id(e.To))),
                TableBuilding.Text("source_name", Edges.Select(e => Name(e.From))),
                TableBuilding.Text("target_name", Edges.Select(e => Name(e.To))),
                TableBuilding.Whole("count", Edges.Select(e => e.Pair.Count)),
                TableBuilding.Number("lift", Edges.Select(e => e.Lift)),
                TableBuilding.Number("weight", Edges.Select(e => e.Weight)),
                TableBuilding.Number("p_value", Edges.Select(e => e.PValue)),
                TableBuilding.Number("q_value", Edges.Select(e => e.QValue)),
            ]
        );

    internal Table NodeTable() =>
        new(
            "product_graph_nodes",
            [
                TableBuilding.Text("product_id", Products.Select(p => Shop.Ids[p])),
                TableBuilding.Text("name", Products.Select(p => Shop.Names[p])),
                TableBuilding.Text("category", Products.Select(p => Shop.Categories[p])),
                TableBuilding.Whole("orders", Products.Select(p => Counted.Counts[p])),
                TableBuilding.Whole("community", Groups.Of),
                TableBuilding.Whole("degree", Nodes.Select(Graph.Degree)),
                TableBuilding.Number("strength", Nodes.Select(Graph.Strength)),
                TableBuilding.Number("pagerank", PageRank),
                TableBuilding.Number("betweenness", Betweenness),
                TableBuilding.Whole("core", Cores),
                TableBuilding.Whole("component", Components),
                TableBuilding.Number("x", Places.Column(0)),
                TableBuilding.Number("y", Places.Column(1)),
            ]
        );

    internal Table CommunityTable()
    {
        var revenue = Shop.Goods.Numbers("revenue");
        var members = Nodes.ToLookup(node => Groups.Of[node]);
        int[] numbers = [.. Enumerable.Range(0, Groups.Count)];
        return new(
            "product_communities",
            [
                TableBuilding.Whole("community", numbers),
                TableBuilding.Text("name", numbers.Select(CommunityName)),
                TableBuilding.Whole("products", numbers.Select(g => members[g].Count())),
                TableBuilding.Money(
                    "revenue",
                    numbers.Select(g => members[g].Sum(n => revenue[Products[n]]))
                ),
                TableBuilding.Number("inside", numbers.Select(g => Inside(g, members[g]))),
                TableBuilding.Text(
                    "top_products",
                    numbers.Select(g => string.Join(" + ", members[g].Take(5).Select(Id)))
                ),
            ]
        );
    }

    internal string Category(int node) =>
        Shop.Categories[Products[node]] is { Length: > 0 } category ? category : "no category";

    /// <summary>The products with most orders of a community.</summary>
    internal string CommunityName(int community) =>
        string.Join(" + ", Nodes.Where(node => Groups.Of[node] == community).Take(2).Select(Name));

    /// <summary>Share of the weight of a community's edges that stays within it.</summary>
    double Inside(int community, IEnumerable<int> members)
    {
        var (within, all) = (0.0, 0.0);
        foreach (var node in members)
        {
            var others = Graph.Neighbors(node);
            var weights = Graph.Weights(node);
            for (var edge = 0; edge < others.Length; edge++)
            {
                all += weights[edge];
                within += Groups.Of[others[edge]] == community ? weights[edge] : 0;
            }
        }

        return all == 0 ? double.NaN : within / all;
    }

    IEnumerable<int> Nodes => Enumerable.Range(0, Products.Length);

    string Id(int node) => Shop.Ids[Products[node]];

    internal string Name(int node) => Shop.Names[Products[node]];
}

/// <summary>Two products that lie in orders together more often than by chance.</summary>
/// <param name="Pair">Their numbers, and the orders with both.</param>
/// <param name="Lift">How many times as often as by chance.</param>
/// <param name="PValue">Chance of so many or more by chance.</param>
/// <param name="QValue">Share of false discoveries among pairs as sure as this.</param>
sealed record ProductEdge(ItemPair Pair, double Lift, double PValue, double QValue)
{
    /// <summary>Place of the first in the network.</summary>
    internal int From { get; init; }

    /// <summary>Place of the second.</summary>
    internal int To { get; init; }

    /// <summary>As the settings say.</summary>
    internal double Weight { get; init; }
}
