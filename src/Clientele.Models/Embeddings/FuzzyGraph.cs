namespace Clientele.Models;

/// <summary>Points joined to others with a weight from 0 to 1.</summary>
/// <param name="Starts">n + 1: where the edges of each point begin in the two that follow.</param>
/// <param name="Others">The point at the other end, ascending for each point.</param>
/// <param name="Weights">How surely they belong together.</param>
sealed record FuzzyGraph(int[] Starts, int[] Others, double[] Weights)
{
    const int RowsABlock = 1024;

    /// <summary>Number of points.</summary>
    internal int Rows => Starts.Length - 1;

    /// <summary>Joins two points if one has the other among its neighbors.</summary>
    /// <param name="graph">Neighbors of points among themselves.</param>
    /// <param name="memberships">How surely each neighbor is one, a and b from both sides: weight mix·(a + b − ab) + (1 − mix)·ab.</param>
    /// <param name="mix">1 for the union of both sides, 0 for what they share.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    internal static FuzzyGraph Union(
        NeighborGraph graph,
        double[] memberships,
        double mix,
        int threads,
        CancellationToken cancel
    )
    {
        var there = Ascending(graph, memberships);
        var back = Transposed(there);
        var starts = new int[graph.Rows + 1];
        ForRows(graph.Rows, threads, row => starts[row + 1] = Merge(there, back, row, mix, [], []), cancel);
        for (var row = 0; row < graph.Rows; row++)
        {
            starts[row + 1] = checked(starts[row + 1] + starts[row]);
        }

        var (others, weights) = (new int[starts[^1]], new double[starts[^1]]);
        ForRows(
            graph.Rows,
            threads,
            row => Merge(there, back, row, mix, others.AsSpan(starts[row]), weights.AsSpan(starts[row])),
            cancel
        );
        return new FuzzyGraph(starts, others, weights);
    }

    /// <summary>Edges from points to their neighbors only, as they come.</summary>
    internal static FuzzyGraph OneWay(NeighborGraph graph, double[] memberships) =>
        new(
            [.. Enumerable.Range(0, graph.Rows + 1).Select(row => row * graph.Neighbors)],
            graph.Indices,
            memberships
        );

    static void ForRows(int rows, int threads, Action<int> body, CancellationToken cancel) =>
        Blocks.For(
            (rows + RowsABlock - 1) / RowsABlock,
            threads,
            block =>
            {
                for (var row = block * RowsABlock; row < Math.Min((block + 1) * RowsABlock, rows); row++)
                {
                    body(row);
                }
            },
            cancel
        );

    static FuzzyGraph Ascending(NeighborGraph graph, double[] memberships)
    {
        var (others, weights) = (graph.Indices.AsSpan().ToArray(), memberships.AsSpan().ToArray());
        for (var row = 0; row < graph.Rows; row++)
        {
            others
                .AsSpan(row * graph.Neighbors, graph.Neighbors)
                .Sort(weights.AsSpan(row * graph.Neighbors, graph.Neighbors));
        }

        return OneWay(graph, weights) with
        {
            Others = others,
        };
    }

    /// <summary>Every edge the other way round.</summary>
    static FuzzyGraph Transposed(FuzzyGraph graph)
    {
        var starts = new int[graph.Rows + 1];
        foreach (var other in graph.Others)
        {
            starts[other + 1]++;
        }

        for (var row = 0; row < graph.Rows; row++)
        {
            starts[row + 1] += starts[row];
        }

        var places = starts.AsSpan(0, graph.Rows).ToArray();
        var (others, weights) = (new int[graph.Others.Length], new double[graph.Others.Length]);
        for (var row = 0; row < graph.Rows; row++)
        {
            for (var edge = graph.Starts[row]; edge < graph.Starts[row + 1]; edge++)
            {
                var place = places[graph.Others[edge]]++;
                (others[place], weights[place]) = (row, graph.Weights[edge]);
            }
        }

        return new FuzzyGraph(starts, others, weights);
    }

    /// <summary>Writes the joined edges of a point where there is room for them, and counts those of any weight.</summary>
    static int Merge(
        FuzzyGraph there,
        FuzzyGraph back,
        int row,
        double mix,
        Span<int> others,
        Span<double> weights
    )
    {
        var (i, j, count) = (there.Starts[row], back.Starts[row], 0);
        while (i < there.Starts[row + 1] || j < back.Starts[row + 1])
        {
            var one = i < there.Starts[row + 1] ? there.Others[i] : int.MaxValue;
            var two = j < back.Starts[row + 1] ? back.Others[j] : int.MaxValue;
            var a = one <= two ? there.Weights[i++] : 0;
            var b = two <= one ? back.Weights[j++] : 0;
            var weight = (mix * (a + b - (a * b))) + ((1 - mix) * a * b);
            if (weight == 0)
            {
                continue;
            }

            if (!others.IsEmpty)
            {
                (others[count], weights[count]) = (Math.Min(one, two), weight);
            }

            count++;
        }

        return count;
    }
}
