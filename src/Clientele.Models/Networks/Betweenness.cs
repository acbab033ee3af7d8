namespace Clientele.Models;

/// <summary>How many shortest paths between other nodes lead over each node; weights do not count.</summary>
/// <remarks>
/// O(sources · edges). Source: Brandes (2001), "A Faster Algorithm for Betweenness Centrality"; drawn sources as in Brandes and Pich (2007).
/// </remarks>
public sealed class Betweenness(BetweennessOptions options)
{
    const int SourcesABlock = 16;

    readonly BetweennessOptions _options = Require.Valid(options);

    /// <summary>Paths that lead over each node; of several shortest ones between two nodes each counts its share.</summary>
    public double[] Of(Graph graph, CancellationToken cancel = default)
    {
        int[] sources = [.. Enumerable.Range(0, graph.Nodes)];
        if (sources.Length > _options.Sources)
        {
            new Random(Seeds.Of(_options.Seed, 0)).Shuffle(sources);
            sources = sources[.._options.Sources];
        }

        var reachable = Reachable(graph);
        // Blocks are summed up in their order: nothing depends on the threads.
        var blocks = new double[(sources.Length + SourcesABlock - 1) / SourcesABlock][];
        Blocks.For(
            blocks.Length,
            _options.Threads,
            block =>
            {
                var paths = new ShortestPaths(graph);
                blocks[block] = new double[graph.Nodes];
                foreach (
                    var source in sources.AsSpan()[
                        (block * SourcesABlock)..Math.Min((block + 1) * SourcesABlock, sources.Length)
                    ]
                )
                {
                    paths.AddFrom(source, reachable[source], blocks[block]);
                }
            },
            cancel
        );
        var scale = (double)graph.Nodes / Math.Max(1, sources.Length) / (graph.IsDirected ? 1 : 2);
        var sums = new double[graph.Nodes];
        foreach (var block in blocks)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(block, scale, sums, sums);
        }

        return sums;
    }

    /// <summary>Where edges have no direction, the nodes of each node's component.</summary>
    static int[] Reachable(Graph graph)
    {
        if (graph.IsDirected)
        {
            return [.. Enumerable.Repeat(int.MaxValue, graph.Nodes)];
        }

        var components = Components.Of(graph);
        var sizes = components.CountBy(component => component).ToDictionary();
        return [.. components.Select(component => sizes[component])];
    }

    /// <summary>Shortest paths from one node after another.</summary>
    sealed class ShortestPaths(Graph graph)
    {
        readonly int[] _steps = new int[graph.Nodes];
        readonly double[] _paths = new double[graph.Nodes];
        readonly double[] _shares = new double[graph.Nodes];
        readonly int[] _order = new int[graph.Nodes];

        /// <param name="source">Where paths begin.</param>
        /// <param name="reachable">Nodes that can be reached, itself too: once all are seen, the last lead to no new ones.</param>
        /// <param name="sums">Get what leads over each node.</param>
        internal void AddFrom(int source, int reachable, double[] sums)
        {
            Array.Fill(_steps, -1);
            Array.Clear(_paths);
            (_steps[source], _paths[source], _order[0]) = (0, 1, source);
            var (begin, end) = (0, 1);
            while (end < reachable)
            {
                var seen = end;
                for (var place = begin; place < end; place++)
                {
                    seen = Expand(_order[place], seen);
                }

                if (seen == end)
                {
                    break;
                }

                (begin, end) = (end, seen);
            }

            AddShares(begin, end, sums);
        }

        int Expand(int node, int seen)
        {
            var (next, paths) = (_steps[node] + 1, _paths[node]);
            foreach (var other in graph.Neighbors(node))
            {
                if (_steps[other] < 0)
                {
                    _steps[other] = next;
                    _order[seen++] = other;
                }

                if (_steps[other] == next)
                {
                    _paths[other] += paths;
                }
            }

            return seen;
        }

        /// <summary>Goes back from the farthest: what leads over a node's followers leads over it, by its share of the paths to them.</summary>
        void AddShares(int lastBegin, int seen, double[] sums)
        {
            for (var place = lastBegin; place < seen; place++)
            {
                _shares[_order[place]] = 1 / _paths[_order[place]];
            }

            for (var place = lastBegin - 1; place >= 1; place--)
            {
                var node = _order[place];
                var next = _steps[node] + 1;
                var sum = 0.0;
                foreach (var other in graph.Neighbors(node))
                {
                    if (_steps[other] == next)
                    {
                        sum += _shares[other];
                    }
                }

                var over = sum * _paths[node];
                sums[node] += over;
                _shares[node] = (1 + over) / _paths[node];
            }
        }
    }
}
