using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="PageRank"/>.</summary>
public sealed record PageRankOptions
{
    /// <summary>Chance to follow an edge instead of going anywhere.</summary>
    [Range(0.0, 0.9999)]
    public double Damping { get; init; } = 0.85;

    /// <summary>Change of all shares together at which it ends.</summary>
    [Range(1e-15, 1.0)]
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>Most steps.</summary>
    [Range(1, 100_000)]
    public int MaxSteps { get; init; } = 1000;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}

/// <summary>How often who follows edges at random, by their weights, comes by each node.</summary>
/// <remarks>Source: Brin and Page (1998). From a node without edges it goes on anywhere.</remarks>
public sealed class PageRank(PageRankOptions options)
{
    readonly PageRankOptions _options = Require.Valid(options);

    /// <summary>Shares of the nodes, 1 together.</summary>
    public double[] Of(Graph graph, CancellationToken cancel = default)
    {
        var nodes = graph.Nodes;
        var strengths = Enumerable.Range(0, nodes).Select(node => Out(graph, node)).ToArray();
        var incoming = graph.IsDirected ? graph.Reversed() : graph;
        var shares = new double[nodes];
        Array.Fill(shares, 1.0 / Math.Max(1, nodes));
        for (var step = 0; step < _options.MaxSteps && nodes > 0; step++)
        {
            var from = shares;
            var lost = 0.0;
            for (var node = 0; node < nodes; node++)
            {
                lost += strengths[node] == 0 ? from[node] : 0;
            }

            var anywhere = (1 - _options.Damping + (_options.Damping * lost)) / nodes;
            shares = Blocks.Numbers(
                nodes,
                _options.Threads,
                node => anywhere + (_options.Damping * Arriving(incoming, node, from, strengths)),
                cancel
            );
            if (System.Numerics.Tensors.TensorPrimitives.Distance<double>(shares, from) < _options.Tolerance)
            {
                break;
            }
        }

        return shares;
    }

    static double Arriving(Graph incoming, int node, double[] shares, double[] strengths)
    {
        var sum = 0.0;
        var sources = incoming.Neighbors(node);
        var weights = incoming.Weights(node);
        for (var edge = 0; edge < sources.Length; edge++)
        {
            sum += shares[sources[edge]] * weights[edge] / strengths[sources[edge]];
        }

        return sum;
    }

    /// <summary>A loop is one way out.</summary>
    static double Out(Graph graph, int node) =>
        System.Numerics.Tensors.TensorPrimitives.Sum(graph.Weights(node));
}
