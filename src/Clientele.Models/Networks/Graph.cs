namespace Clientele.Models;

/// <summary>Nodes and weighted edges, for each node its neighbors in rising order.</summary>
/// <remarks>An undirected edge stands at both of its nodes; a loop stands once at its own.</remarks>
public sealed class Graph
{
    readonly int[] _starts;
    readonly int[] _neighbors;
    readonly double[] _weights;

    Graph(int[] starts, int[] neighbors, double[] weights, bool isDirected) =>
        (_starts, _neighbors, _weights, IsDirected) = (starts, neighbors, weights, isDirected);

    /// <summary>Number of nodes.</summary>
    public int Nodes => _starts.Length - 1;

    /// <summary>Whether an edge leads only from its first node to its second.</summary>
    public bool IsDirected { get; }

    /// <summary>Where edges lead from a node.</summary>
    public ReadOnlySpan<int> Neighbors(int node) =>
        _neighbors.AsSpan(_starts[node], _starts[node + 1] - _starts[node]);

    /// <summary>Weights of the same edges.</summary>
    public ReadOnlySpan<double> Weights(int node) =>
        _weights.AsSpan(_starts[node], _starts[node + 1] - _starts[node]);

    /// <summary>Puts edges together; of those between the same nodes weights are summed up.</summary>
    /// <param name="nodes">Numbers of nodes lie below.</param>
    /// <param name="edges">Weights are finite and above 0.</param>
    /// <param name="isDirected">Whether an edge leads only from its first node to its second.</param>
    /// <exception cref="ArgumentException">A node is out of range, or a weight is not above 0.</exception>
    public static Graph Of(
        int nodes,
        IReadOnlyList<(int From, int To, double Weight)> edges,
        bool isDirected = false
    )
    {
        var starts = new int[nodes + 1];
        foreach (var (from, to, weight) in edges)
        {
            if (
                (uint)from >= (uint)nodes
                || (uint)to >= (uint)nodes
                || !(weight > 0)
                || !double.IsFinite(weight)
            )
            {
                throw new ArgumentException(
                    $"An edge from {from} to {to} of weight {weight} does not suit {nodes} nodes: nodes are numbered from 0, and weights are finite and above 0.",
                    nameof(edges)
                );
            }

            starts[from + 1]++;
            starts[to + 1] += isDirected || from == to ? 0 : 1;
        }

        for (var node = 0; node < nodes; node++)
        {
            starts[node + 1] += starts[node];
        }

        var (neighbors, weights, next) = (new int[starts[^1]], new double[starts[^1]], starts[..^1]);
        foreach (var (from, to, weight) in edges)
        {
            (neighbors[next[from]], weights[next[from]++]) = (to, weight);
            if (!isDirected && from != to)
            {
                (neighbors[next[to]], weights[next[to]++]) = (from, weight);
            }
        }

        return new Graph(Merged(starts, neighbors, weights), neighbors, weights, isDirected);
    }

    /// <summary>Sorts each node's edges, sums up those that lead to the same one, and returns where each node's begin.</summary>
    static int[] Merged(int[] starts, int[] neighbors, double[] weights)
    {
        var merged = new int[starts.Length];
        var kept = 0;
        for (var node = 0; node + 1 < starts.Length; node++)
        {
            var (begin, count) = (starts[node], starts[node + 1] - starts[node]);
            neighbors.AsSpan(begin, count).Sort(weights.AsSpan(begin, count));
            merged[node] = kept;
            for (var edge = begin; edge < begin + count; edge++)
            {
                if (kept > merged[node] && neighbors[kept - 1] == neighbors[edge])
                {
                    weights[kept - 1] += weights[edge];
                }
                else
                {
                    (neighbors[kept], weights[kept++]) = (neighbors[edge], weights[edge]);
                }
            }
        }

        merged[^1] = kept;
        return merged;
    }

    /// <summary>All edges turned round.</summary>
    public Graph Reversed() =>
        Of(Nodes, [.. Edges().Select(e => (e.To, e.From, e.Weight))], isDirected: true);

    /// <summary>The same edges without a direction.</summary>
    internal Graph Undirected() => Of(Nodes, [.. Edges()]);

    /// <summary>All edges; of those without a direction each once.</summary>
    public IEnumerable<(int From, int To, double Weight)> Edges()
    {
        for (var node = 0; node < Nodes; node++)
        {
            for (var edge = _starts[node]; edge < _starts[node + 1]; edge++)
            {
                if (IsDirected || _neighbors[edge] >= node)
                {
                    yield return (node, _neighbors[edge], _weights[edge]);
                }
            }
        }
    }

    /// <summary>Edges of a node.</summary>
    public int Degree(int node) => _starts[node + 1] - _starts[node];

    /// <summary>Weight of the edges of a node; a loop counts twice where edges have no direction.</summary>
    public double Strength(int node)
    {
        var sum = 0.0;
        for (var edge = _starts[node]; edge < _starts[node + 1]; edge++)
        {
            sum += !IsDirected && _neighbors[edge] == node ? 2 * _weights[edge] : _weights[edge];
        }

        return sum;
    }
}
