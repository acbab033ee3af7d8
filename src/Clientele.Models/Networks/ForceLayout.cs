namespace Clientele.Models;

/// <summary>Lays a network out in the plane: edges pull, nodes push each other away.</summary>
/// <remarks>
/// A pull of d², times the weight over the mean weight, and a push of 1/d, where 1 is the room of a node; steps grow shorter. O(n log n + edges) a step.
/// Source: Fruchterman and Reingold (1991); pushes of far nodes together as in Barnes and Hut (1986).
/// </remarks>
public sealed class ForceLayout(ForceLayoutOptions options)
{
    const int NodesABlock = 256;

    /// <summary>Heavier edges than so many times the mean pull no more than this.</summary>
    const float MostPull = 5;

    readonly ForceLayoutOptions _options = Require.Valid(options);

    /// <summary>Lays it out.</summary>
    /// <param name="graph">Directions do not matter.</param>
    /// <param name="cancel">Looked at in every step.</param>
    /// <returns>n × 2 places, the middle at 0, the farthest at 1.</returns>
    public Matrix Lay(Graph graph, CancellationToken cancel = default)
    {
        var undirected = graph.IsDirected ? graph.Undirected() : graph;
        var places = Start(graph.Nodes);
        var moves = new float[places.Length];
        var tree = new QuadTree(graph.Nodes);
        var pull = 1 / MeanWeight(undirected);
        var width = MathF.Sqrt(Math.Max(1, graph.Nodes));
        for (var step = 0; step < _options.Steps && graph.Nodes > 1; step++)
        {
            tree.Build(places);
            var longest = 0.1f * width * (1 - ((float)step / _options.Steps));
            Blocks.For(
                (graph.Nodes + NodesABlock - 1) / NodesABlock,
                _options.Threads,
                block =>
                {
                    for (
                        var node = block * NodesABlock;
                        node < Math.Min((block + 1) * NodesABlock, graph.Nodes);
                        node++
                    )
                    {
                        var (x, y) = Force(undirected, tree, places, node, (float)pull);
                        var length = MathF.Sqrt((x * x) + (y * y));
                        var scale = length > longest ? longest / length : 1;
                        (moves[2 * node], moves[(2 * node) + 1]) = (x * scale, y * scale);
                    }
                },
                cancel
            );
            System.Numerics.Tensors.TensorPrimitives.Add<float>(places, moves, places);
        }

        return Centered(places);
    }

    (float X, float Y) Force(Graph graph, QuadTree tree, float[] places, int node, float pull)
    {
        var (x, y) = (places[2 * node], places[(2 * node) + 1]);
        var (forceX, forceY) = Push(tree, x, y);
        var gravity = (float)_options.Gravity;
        (forceX, forceY) = (forceX - (gravity * x), forceY - (gravity * y));
        var others = graph.Neighbors(node);
        var weights = graph.Weights(node);
        for (var edge = 0; edge < others.Length; edge++)
        {
            var (dx, dy) = (places[2 * others[edge]] - x, places[(2 * others[edge]) + 1] - y);
            var strength =
                Math.Min(MostPull, (float)weights[edge] * pull) * MathF.Sqrt((dx * dx) + (dy * dy));
            (forceX, forceY) = (forceX + (dx * strength), forceY + (dy * strength));
        }

        return (forceX, forceY);
    }

    (float X, float Y) Push(QuadTree tree, float x, float y)
    {
        var (forceX, forceY) = (0f, 0f);
        var nodes = tree.Nodes;
        var squaredTheta = (float)(_options.Theta * _options.Theta);
        for (var index = 0; index < nodes.Length; )
        {
            ref readonly var node = ref nodes[index];
            var (dx, dy) = (x - node.X, y - node.Y);
            var square = (dx * dx) + (dy * dy);
            if (node.SquaredWidth < square * squaredTheta)
            {
                var strength = node.Count / square;
                (forceX, forceY) = (forceX + (dx * strength), forceY + (dy * strength));
                index = node.Next;
                continue;
            }

            if (node.IsLeaf)
            {
                for (var i = node.Start; i < node.Start + node.Count; i++)
                {
                    (dx, dy) = (x - tree.Xs[i], y - tree.Ys[i]);
                    // Of itself the difference is 0: no force.
                    var strength = 1 / Math.Max((dx * dx) + (dy * dy), 1e-6f);
                    (forceX, forceY) = (forceX + (dx * strength), forceY + (dy * strength));
                }
            }

            index = node.IsLeaf ? node.Next : index + 1;
        }

        return (forceX, forceY);
    }

    float[] Start(int nodes)
    {
        var random = new Random(Seeds.Of(_options.Seed, 0));
        var width = MathF.Sqrt(Math.Max(1, nodes));
        return [.. Enumerable.Range(0, 2 * nodes).Select(_ => width * (random.NextSingle() - 0.5f))];
    }

    static double MeanWeight(Graph graph)
    {
        var (sum, count) = (0.0, 0L);
        for (var node = 0; node < graph.Nodes; node++)
        {
            sum += System.Numerics.Tensors.TensorPrimitives.Sum(graph.Weights(node));
            count += graph.Degree(node);
        }

        return count == 0 ? 1 : sum / count;
    }

    /// <summary>Places around their mean, the farthest at 1.</summary>
    internal static Matrix Centered(ReadOnlySpan<float> places)
    {
        var centered = new Matrix(places.Length / 2, 2);
        var (x, y) = (0.0, 0.0);
        for (var node = 0; node < centered.Rows; node++)
        {
            (x, y) = (x + places[2 * node], y + places[(2 * node) + 1]);
        }

        (x, y) = (x / Math.Max(1, centered.Rows), y / Math.Max(1, centered.Rows));
        var farthest = 1e-12;
        for (var node = 0; node < centered.Rows; node++)
        {
            var (dx, dy) = (places[2 * node] - x, places[(2 * node) + 1] - y);
            (centered[node][0], centered[node][1]) = (dx, dy);
            farthest = Math.Max(farthest, Math.Sqrt((dx * dx) + (dy * dy)));
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(centered.Values, farthest, centered.Values);
        return centered;
    }
}
