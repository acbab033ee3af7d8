namespace Clientele.Models;

/// <summary>Share of the weight of edges that lies within groups, beyond that by chance.</summary>
/// <remarks>Source: Newman and Girvan (2004); the resolution as in Reichardt and Bornholdt (2006).</remarks>
public static class Modularity
{
    /// <summary>Between −½ and 1; 0 for all in one group, and for a graph without edges.</summary>
    /// <param name="graph">Undirected.</param>
    /// <param name="groups">A number a node.</param>
    /// <param name="resolution">How much chance counts.</param>
    public static double Of(Graph graph, IReadOnlyList<int> groups, double resolution = 1)
    {
        var strengths = new double[groups.DefaultIfEmpty(-1).Max() + 1];
        var (within, all) = (0.0, 0.0);
        for (var node = 0; node < graph.Nodes; node++)
        {
            var strength = graph.Strength(node);
            strengths[groups[node]] += strength;
            all += strength;
            var others = graph.Neighbors(node);
            var weights = graph.Weights(node);
            for (var edge = 0; edge < others.Length; edge++)
            {
                if (groups[others[edge]] == groups[node])
                {
                    within += others[edge] == node ? 2 * weights[edge] : weights[edge];
                }
            }
        }

        return all == 0 ? 0 : (within / all) - (resolution * strengths.Sum(s => s / all * (s / all)));
    }
}
