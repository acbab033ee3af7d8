using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Customers who buy alike: a network of the nearest, and its communities.</summary>
/// <param name="Ids">Of the customers, as in the study.</param>
/// <param name="Graph">Of the same.</param>
/// <param name="Groups">Communities.</param>
sealed record CustomerCommunities(string[] Ids, Graph Graph, Communities Groups)
{
    internal static CustomerCommunities Of(
        ShopBaskets shop,
        Study study,
        ProductOptions options,
        CancellationToken cancel
    )
    {
        var (customers, products) = (shop.Lines.Numbers("customer"), shop.Lines.Numbers("product"));
        int[] named = [.. Enumerable.Range(0, customers.Length).Where(line => customers[line] >= 0)];
        var graph = new SimilarityGraph(new() { Threads = study.Threads }).Of(
            SparseMatrix.Of(
                [.. named.Select(line => (int)customers[line])],
                [.. named.Select(line => (int)products[line])],
                [],
                study.Customers.Rows,
                shop.Ids.Length
            ),
            cancel
        );
        return new CustomerCommunities(
            study.Customers.Texts("customer_id"),
            graph,
            new Leiden(
                new()
                {
                    Resolution = options.Resolution,
                    Seed = study.Seed,
                    Threads = study.Threads,
                }
            ).Find(graph, cancel)
        );
    }

    /// <summary>A row a customer who buys like another.</summary>
    internal Table Table()
    {
        int[] joined = [.. Enumerable.Range(0, Ids.Length).Where(c => Graph.Degree(c) > 0)];
        return new(
            "customer_communities",
            [
                TableBuilding.Text("customer_id", joined.Select(c => Ids[c])),
                TableBuilding.Whole("community", joined.Select(c => Groups.Of[c])),
                TableBuilding.Whole("alike", joined.Select(Graph.Degree)),
                TableBuilding.Text("nearest_customer_id", joined.Select(c => Ids[Nearest(c).Other])),
                TableBuilding.Number("similarity", joined.Select(c => Nearest(c).Weight)),
            ]
        );
    }

    (int Other, double Weight) Nearest(int customer)
    {
        var best = 0;
        var weights = Graph.Weights(customer);
        for (var edge = 1; edge < weights.Length; edge++)
        {
            best = weights[edge] > weights[best] ? edge : best;
        }

        return (Graph.Neighbors(customer)[best], weights[best]);
    }
}
