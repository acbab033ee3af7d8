using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Which products lead to which, as a network: an edge from what is bought first to what is bought later.</summary>
/// <param name="Shop">The baskets.</param>
/// <param name="Products">Numbers of the products with an edge, rising.</param>
/// <param name="Graph">Directed, of places in <paramref name="Products"/>, weighed by customers.</param>
/// <param name="Ranks">PageRank: where those end who follow the edges.</param>
sealed record ProductFlows(ShopBaskets Shop, int[] Products, Graph Graph, double[] Ranks)
{
    internal static ProductFlows Of(ProductSequences sequences, int threads, CancellationToken cancel)
    {
        var believed = sequences.Believed.ToList();
        int[] products = [.. believed.SelectMany(r => (int[])[r.First, r.Second]).Distinct().Order()];
        var graph = Models.Graph.Of(
            products.Length,
            [
                .. believed.Select(r =>
                    (
                        Array.BinarySearch(products, r.First),
                        Array.BinarySearch(products, r.Second),
                        (double)r.Customers
                    )
                ),
            ],
            isDirected: true
        );
        return new ProductFlows(
            sequences.Shop,
            products,
            graph,
            products.Length == 0 ? [] : new PageRank(new() { Threads = threads }).Of(graph, cancel)
        );
    }

    internal Table Table()
    {
        var into = Products.Length == 0 ? Graph : Graph.Reversed();
        int[] nodes = [.. Enumerable.Range(0, Products.Length)];
        return new(
            "product_flows",
            [
                TableBuilding.Text("product_id", nodes.Select(n => Shop.Ids[Products[n]])),
                TableBuilding.Text("name", nodes.Select(n => Shop.Names[Products[n]])),
                TableBuilding.Whole("leads_to", nodes.Select(Graph.Degree)),
                TableBuilding.Whole("follows", nodes.Select(into.Degree)),
                TableBuilding.Whole("customers_on", nodes.Select(Graph.Strength)),
                TableBuilding.Whole("customers_in", nodes.Select(into.Strength)),
                TableBuilding.Number("pagerank", Ranks),
            ]
        );
    }
}
