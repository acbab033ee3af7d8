using Clientele.Models;

namespace Clientele.Insights;

/// <summary>The picture of the network of products: those with most orders, and the strongest of the edges between them.</summary>
sealed class ProductMap(ProductNetwork network, ProductOptions options, NumberText numbers)
{
    const int MostNodes = 60;

    /// <summary>Edges a node, the strongest first: more would hide the groups.</summary>
    const int EdgesANode = 3;

    const int MostGroups = 8;

    internal NetworkFigure Figure()
    {
        int[] nodes = [.. Enumerable.Range(0, Math.Min(MostNodes, network.Products.Length))];
        var edges = Strongest(nodes.Length);
        var shown = Graph.Of(nodes.Length, [.. edges.Select(e => (e.From, e.To, e.Lift))]);
        var places = ProductNetwork.Lay(shown, options.Layout, (0, 1), CancellationToken.None);
        var groups = nodes.Select(Group).Distinct().Order().ToList();
        var strongest = edges.MaxBy(e => e.Lift)!;
        return new NetworkFigure(
            "product_network",
            $"{Words.Label(network.Name(strongest.From))} and {Words.Label(network.Name(strongest.To))} are bought together {numbers.Number(strongest.Lift)} times as often as by chance",
            $"Products as circles, as large as the orders that hold them; lines join those that are bought together more often than by chance, the thicker the more orders with the one hold the other (up to {EdgesANode} a product). Colours are {(options.Colour == NetworkColour.Category ? "categories" : "communities")}.",
            [
                .. nodes.Select(n => new NetworkNode(
                    Words.Label(network.Name(n)),
                    places[n][0],
                    places[n][1],
                    network.Counted.Counts[network.Products[n]],
                    Math.Min(groups.IndexOf(Group(n)), MostGroups)
                )),
            ],
            [.. edges.Select(e => new NetworkEdge(e.From, e.To, Confidence(e)))],
            [
                .. groups.Take(MostGroups).Select(g => Words.Label(g.Name)),
                .. groups.Count > MostGroups ? (string[])["others"] : [],
            ]
        );
    }

    (int Number, string Name) Group(int node) =>
        options.Colour == NetworkColour.Category
            ? (0, network.Category(node))
            : (network.Groups.Of[node], network.CommunityName(network.Groups.Of[node]));

    /// <summary>Share of the orders with the rarer of the two that hold the other.</summary>
    double Confidence(ProductEdge edge) =>
        (double)edge.Pair.Count
        / Math.Min(network.Counted.Counts[edge.Pair.First], network.Counted.Counts[edge.Pair.Second]);

    List<ProductEdge> Strongest(int nodes)
    {
        var (taken, degrees) = (new List<ProductEdge>(), new int[nodes]);
        foreach (
            var edge in network.Edges.Where(e => e.From < nodes && e.To < nodes).OrderByDescending(Confidence)
        )
        {
            if (degrees[edge.From] < EdgesANode || degrees[edge.To] < EdgesANode)
            {
                taken.Add(edge);
                degrees[edge.From]++;
                degrees[edge.To]++;
            }
        }

        return taken;
    }
}
