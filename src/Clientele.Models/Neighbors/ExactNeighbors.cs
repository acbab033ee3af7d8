using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Finds nearest neighbors by comparing every point with every other.</summary>
/// <remarks>O(n²·d) time, O(n·k) memory.</remarks>
public static class ExactNeighbors
{
    const int RowsABlock = 64;

    /// <summary>The nearest others of every point.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="neighbors">How many, from 1 to n − 1.</param>
    /// <param name="metric">How far apart two points are.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    /// <exception cref="ArgumentException">There are too few points, or a value is not finite.</exception>
    public static NeighborGraph Of(
        Matrix points,
        int neighbors,
        Metric metric,
        int threads,
        CancellationToken cancel = default
    )
    {
        Require.Finite(points, "A search for neighbors");
        if (neighbors < 1 || neighbors >= points.Rows)
        {
            throw new ArgumentException(
                $"neighbors is {neighbors}, but must lie between 1 and the other points: {points.Rows - 1}.",
                nameof(neighbors)
            );
        }

        var graph = new NeighborGraph(
            neighbors,
            new int[points.Rows * neighbors],
            new double[points.Rows * neighbors]
        );
        Blocks.For(
            (points.Rows + RowsABlock - 1) / RowsABlock,
            threads,
            block =>
            {
                var end = Math.Min((block + 1) * RowsABlock, points.Rows);
                for (var row = block * RowsABlock; row < end; row++)
                {
                    Fill(points, row, metric, graph);
                }
            },
            cancel
        );
        return graph;
    }

    static void Fill(Matrix points, int row, Metric metric, NeighborGraph graph)
    {
        var indices = graph.Indices.AsSpan(row * graph.Neighbors, graph.Neighbors);
        var distances = graph.Distances.AsSpan(row * graph.Neighbors, graph.Neighbors);
        var filled = 0;
        for (var other = 0; other < points.Rows; other++)
        {
            var distance =
                other == row ? double.PositiveInfinity : Distance(points[row], points[other], metric);
            if (other == row || (filled == indices.Length && distance >= distances[^1]))
            {
                continue;
            }

            var place = filled < indices.Length ? filled++ : filled - 1;
            for (; place > 0 && distances[place - 1] > distance; place--)
            {
                (indices[place], distances[place]) = (indices[place - 1], distances[place - 1]);
            }

            (indices[place], distances[place]) = (other, distance);
        }
    }

    /// <summary>How far apart two points are.</summary>
    internal static double Distance(ReadOnlySpan<double> one, ReadOnlySpan<double> other, Metric metric)
    {
        switch (metric)
        {
            case Metric.Euclidean:
                return TensorPrimitives.Distance(one, other);
            case Metric.Cosine:
                var norms = TensorPrimitives.Norm(one) * TensorPrimitives.Norm(other);
                return norms > 0 ? Math.Max(0, 1 - (TensorPrimitives.Dot(one, other) / norms))
                    : one.SequenceEqual(other) ? 0
                    : 1;
            default:
                var sum = 0.0;
                for (var column = 0; column < one.Length; column++)
                {
                    sum +=
                        metric == Metric.Manhattan ? Math.Abs(one[column] - other[column])
                        : one[column] == other[column] ? 0
                        : 1;
                }

                return metric == Metric.Manhattan ? sum : sum / one.Length;
        }
    }
}
