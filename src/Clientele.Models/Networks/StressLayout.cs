namespace Clientele.Models;

/// <summary>Lays a network out in the plane so that distances are those of the shortest paths: stress majorisation.</summary>
/// <remarks>
/// Least is Σ (|x_i − x_j| − d_ij)² / d_ij². One node after another goes to where a bound of the sum, tight where it stands, is least: no pass
/// raises the stress. Of many nodes only neighbors and pivots count, a pivot for the nodes around it: O(nodes·pivots) memory.
/// Source: Gansner, Koren and North (2004); Ortmann, Klimenta and Brandes (2017), "A Sparse Stress Model".
/// </remarks>
public sealed class StressLayout(StressLayoutOptions options)
{
    readonly StressLayoutOptions _options = Require.Valid(options);

    /// <summary>Lays it out.</summary>
    /// <param name="graph">Directions and weights do not matter: an edge is of length 1.</param>
    /// <param name="cancel">Looked at in every pass.</param>
    /// <returns>n × 2 places, the middle at 0, the farthest at 1.</returns>
    public Matrix Lay(Graph graph, CancellationToken cancel = default)
    {
        var undirected = graph.IsDirected ? graph.Undirected() : graph;
        // Forces bring nodes near their places, without folds that no small move undoes.
        var places = new ForceLayout(
            new()
            {
                Steps = 100,
                Seed = _options.Seed,
                Threads = _options.Threads,
            }
        ).Lay(undirected, cancel);
        if (graph.Nodes < 2)
        {
            return places;
        }

        var terms = StressTerms.Of(undirected, _options, cancel);
        terms.Scale(places);
        var last = terms.Stress(places);
        for (var pass = 0; pass < _options.Iterations; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            terms.Move(places);
            var stress = terms.Stress(places);
            if (last - stress <= _options.Tolerance * last)
            {
                break;
            }

            last = stress;
        }

        return Centered(places);
    }

    static Matrix Centered(Matrix places)
    {
        var (x, y) = (places.Column(0).Average(), places.Column(1).Average());
        var farthest = 0.0;
        for (var node = 0; node < places.Rows; node++)
        {
            (places[node][0], places[node][1]) = (places[node][0] - x, places[node][1] - y);
            farthest = Math.Max(farthest, double.Hypot(places[node][0], places[node][1]));
        }

        for (var i = 0; i < places.Values.Length && farthest > 0; i++)
        {
            places.Values[i] /= farthest;
        }

        return places;
    }
}

/// <summary>Which distances each node is to keep, and what they weigh.</summary>
sealed class StressTerms
{
    readonly (int Other, float Distance, double Weight)[][] _terms;

    StressTerms((int, float, double)[][] terms) => _terms = terms;

    internal static StressTerms Of(Graph graph, StressLayoutOptions options, CancellationToken cancel)
    {
        var isExact = graph.Nodes <= options.ExactNodes;
        var pivots = isExact ? Enumerable.Range(0, graph.Nodes).ToArray() : Pivots(graph, options.Pivots);
        var distances = new int[pivots.Length][];
        Blocks.For(pivots.Length, options.Threads, p => distances[p] = Steps(graph, pivots[p]), cancel);
        // Parts without an edge between them stand a little farther apart than any two of one part.
        var apart = distances.Max(d => d.Max()) + 2;
        foreach (var row in distances)
        {
            for (var node = 0; node < row.Length; node++)
            {
                row[node] = row[node] < 0 ? apart : row[node];
            }
        }

        var around = isExact ? null : Around(distances);
        var terms = new (int, float, double)[graph.Nodes][];
        Blocks.For(
            graph.Nodes,
            options.Threads,
            node => terms[node] = [.. Terms(graph, node, pivots, distances, around)],
            cancel
        );
        return new StressTerms(terms);
    }

    static IEnumerable<(int, float, double)> Terms(
        Graph graph,
        int node,
        int[] pivots,
        int[][] distances,
        int[][]? around
    )
    {
        var near =
            around == null ? [] : graph.Neighbors(node).ToArray().Where(other => other != node).ToHashSet();
        foreach (var other in near.Order())
        {
            yield return (other, 1, 1);
        }

        for (var pivot = 0; pivot < pivots.Length; pivot++)
        {
            if (pivots[pivot] != node && !near.Contains(pivots[pivot]))
            {
                var distance = distances[pivot][node];
                yield return (
                    pivots[pivot],
                    distance,
                    (around == null ? 1 : Within(around[pivot], distance)) / ((double)distance * distance)
                );
            }
        }
    }

    /// <summary>Nodes of a pivot's own that are at most half as far from it: it stands for them.</summary>
    static int Within(int[] sorted, int distance)
    {
        var place = Array.BinarySearch(sorted, distance / 2);
        while (place >= 0 && place + 1 < sorted.Length && sorted[place + 1] <= distance / 2)
        {
            place++;
        }

        return Math.Max(1, place >= 0 ? place + 1 : ~place);
    }

    /// <summary>Of each pivot how far the nodes are that have no nearer one, rising.</summary>
    static int[][] Around(int[][] distances)
    {
        var own = distances.Select(_ => new List<int>()).ToList();
        for (var node = 0; node < distances[0].Length; node++)
        {
            var nearest = 0;
            for (var pivot = 1; pivot < distances.Length; pivot++)
            {
                nearest = distances[pivot][node] < distances[nearest][node] ? pivot : nearest;
            }

            own[nearest].Add(distances[nearest][node]);
        }

        return [.. own.Select(list => list.Order().ToArray())];
    }

    /// <summary>One after another the node that is farthest from all before; the first is one of most edges.</summary>
    static int[] Pivots(Graph graph, int count)
    {
        var chosen = new List<int> { Enumerable.Range(0, graph.Nodes).MaxBy(graph.Degree) };
        var nearest = new int[graph.Nodes];
        Array.Fill(nearest, int.MaxValue);
        while (chosen.Count < Math.Min(count, graph.Nodes))
        {
            var steps = Steps(graph, chosen[^1]);
            for (var node = 0; node < nearest.Length; node++)
            {
                // What no pivot reaches yet is farther than all that one does.
                nearest[node] = Math.Min(nearest[node], steps[node] < 0 ? int.MaxValue : steps[node]);
            }

            chosen.Add(Enumerable.Range(0, graph.Nodes).MaxBy(node => nearest[node]));
        }

        return [.. chosen.Distinct()];
    }

    /// <summary>Edges of the shortest paths from a node; -1 where none leads.</summary>
    static int[] Steps(Graph graph, int from)
    {
        var (steps, queue) = (new int[graph.Nodes], new int[graph.Nodes]);
        Array.Fill(steps, -1);
        steps[from] = 0;
        queue[0] = from;
        for (int next = 0, end = 1; next < end; next++)
        {
            foreach (var other in graph.Neighbors(queue[next]))
            {
                if (steps[other] < 0)
                {
                    steps[other] = steps[queue[next]] + 1;
                    queue[end++] = other;
                }
            }
        }

        return steps;
    }

    /// <summary>Makes places as large as the distances ask.</summary>
    internal void Scale(Matrix places)
    {
        var (across, square) = (0.0, 0.0);
        for (var node = 0; node < _terms.Length; node++)
        {
            foreach (var (other, distance, weight) in _terms[node])
            {
                var length = Length(places, node, other);
                across += weight * distance * length;
                square += weight * length * length;
            }
        }

        for (var i = 0; i < places.Values.Length && square > 0; i++)
        {
            places.Values[i] *= across / square;
        }
    }

    /// <summary>Moves each node to where its bound is least, one after another.</summary>
    internal void Move(Matrix places)
    {
        for (var node = 0; node < _terms.Length; node++)
        {
            var (x, y, all) = (0.0, 0.0, 0.0);
            var own = places[node];
            foreach (var (other, distance, weight) in _terms[node])
            {
                var there = places[other];
                var length = Length(places, node, other);
                var pull = length > 1e-12 ? distance / length : 0;
                x += weight * (there[0] + (pull * (own[0] - there[0])));
                y += weight * (there[1] + (pull * (own[1] - there[1])));
                all += weight;
            }

            if (all > 0)
            {
                (own[0], own[1]) = (x / all, y / all);
            }
        }
    }

    /// <summary>What is to be least, each pair as often as a node of it counts it.</summary>
    internal double Stress(Matrix places)
    {
        var sum = 0.0;
        for (var node = 0; node < _terms.Length; node++)
        {
            foreach (var (other, distance, weight) in _terms[node])
            {
                var gap = Length(places, node, other) - distance;
                sum += weight * gap * gap;
            }
        }

        return sum;
    }

    static double Length(Matrix places, int a, int b) =>
        double.Hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]);
}
