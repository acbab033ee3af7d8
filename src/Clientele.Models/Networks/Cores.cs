namespace Clientele.Models;

/// <summary>How deep inside the network each node lies.</summary>
/// <remarks>Source: Batagelj and Zaveršnik (2003), "An O(m) Algorithm for Cores Decomposition of Networks".</remarks>
public static class Cores
{
    /// <summary>Of each node the largest k for which it is in the k-core: nodes that have k neighbors or more among themselves.</summary>
    /// <param name="graph">Undirected; loops do not count.</param>
    public static int[] Of(Graph graph)
    {
        var left = new int[graph.Nodes];
        for (var node = 0; node < left.Length; node++)
        {
            left[node] = graph.Neighbors(node).Length - (graph.Neighbors(node).Contains(node) ? 1 : 0);
        }

        // Nodes by the neighbors they have left; where each number's begin; the place of each node.
        int[] order = [.. Enumerable.Range(0, left.Length).OrderBy(node => left[node])];
        var places = new int[left.Length];
        var begins = new int[left.DefaultIfEmpty(0).Max() + 2];
        foreach (var (place, node) in order.Index())
        {
            places[node] = place;
            begins[left[node] + 1]++;
        }

        for (var k = 1; k < begins.Length; k++)
        {
            begins[k] += begins[k - 1];
        }

        for (var place = 0; place < order.Length; place++)
        {
            var node = order[place];
            foreach (var other in graph.Neighbors(node))
            {
                if (left[other] > left[node])
                {
                    // The other changes places with the first of its number, which then begins one later.
                    var first = order[begins[left[other]]];
                    (order[places[other]], order[places[first]]) = (first, other);
                    (places[other], places[first]) = (places[first], places[other]);
                    begins[left[other]--]++;
                }
            }
        }

        return left;
    }
}
