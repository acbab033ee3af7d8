namespace Clientele.Models;

/// <summary>Which nodes can be reached from each other.</summary>
public static class Components
{
    /// <summary>Of each node the number of its component, the largest 0, of equals that of the lower node first; directions do not matter.</summary>
    public static int[] Of(Graph graph)
    {
        var sets = new DisjointSets(graph.Nodes);
        for (var node = 0; node < graph.Nodes; node++)
        {
            foreach (var other in graph.Neighbors(node))
            {
                sets.Join(node, other);
            }
        }

        var numbers = Enumerable
            .Range(0, graph.Nodes)
            .GroupBy(sets.Find)
            .OrderByDescending(group => group.Count())
            .Select((group, number) => (group.Key, number))
            .ToDictionary(p => p.Key, p => p.number);
        return [.. Enumerable.Range(0, graph.Nodes).Select(node => numbers[sets.Find(node)])];
    }
}
