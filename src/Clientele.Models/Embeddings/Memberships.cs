namespace Clientele.Models;

/// <summary>How surely each neighbor of a point belongs to its neighborhood, from 0 to 1.</summary>
/// <remarks>
/// exp(−max(0, d − ρ) / σ): ρ the distance to the nearest other place, σ such that the neighbors add up to log₂ k.
/// Source: McInnes, Healy and Melville (2018), algorithm 3.
/// </remarks>
static class Memberships
{
    const int RowsABlock = 1024;

    /// <summary>Least σ as a share of the mean distance, for points among copies of themselves.</summary>
    const double LeastScale = 1e-3;

    /// <summary>One a neighbor, in the order of the graph.</summary>
    /// <param name="graph">Neighbors, the point itself not among them.</param>
    /// <param name="localConnectivity">Nearest neighbors whose membership is 1; with 0, ρ is 0.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    internal static double[] Of(
        NeighborGraph graph,
        int localConnectivity,
        int threads,
        CancellationToken cancel
    )
    {
        var mean =
            System.Numerics.Tensors.TensorPrimitives.Sum<double>(graph.Distances) / graph.Distances.Length;
        var memberships = new double[graph.Distances.Length];
        Blocks.For(
            (graph.Rows + RowsABlock - 1) / RowsABlock,
            threads,
            block =>
            {
                for (
                    var row = block * RowsABlock;
                    row < Math.Min((block + 1) * RowsABlock, graph.Rows);
                    row++
                )
                {
                    Fill(
                        graph.DistancesOf(row),
                        localConnectivity,
                        mean,
                        memberships.AsSpan(row * graph.Neighbors, graph.Neighbors)
                    );
                }
            },
            cancel
        );
        return memberships;
    }

    static void Fill(ReadOnlySpan<double> distances, int localConnectivity, double mean, Span<double> target)
    {
        var nearest = Nearest(distances, localConnectivity);
        var least =
            LeastScale
            * (
                nearest > 0
                    ? System.Numerics.Tensors.TensorPrimitives.Sum(distances) / distances.Length
                    : mean
            );
        var scale = Math.Max(Scale(distances, nearest), least);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] =
                distances[i] <= nearest || scale == 0 ? 1 : Math.Exp((nearest - distances[i]) / scale);
        }
    }

    /// <summary>Distance of the n-th neighbor at another place, or the last if there are fewer; 0 without one.</summary>
    static double Nearest(ReadOnlySpan<double> distances, int n)
    {
        var copies = 0;
        while (copies < distances.Length && distances[copies] == 0)
        {
            copies++;
        }

        return n == 0 || copies == distances.Length
            ? 0
            : distances[Math.Min(copies + n, distances.Length) - 1];
    }

    /// <summary>σ by bisection.</summary>
    static double Scale(ReadOnlySpan<double> distances, double nearest)
    {
        // The point itself is one of the k.
        var target = Math.Log2(distances.Length + 1);
        var (low, high, middle) = (0.0, double.PositiveInfinity, 1.0);
        for (var step = 0; step < 64; step++)
        {
            var sum = 0.0;
            foreach (var distance in distances)
            {
                sum += distance <= nearest ? 1 : Math.Exp((nearest - distance) / middle);
            }

            if (Math.Abs(sum - target) < 1e-5)
            {
                break;
            }

            (low, high) = sum > target ? (low, middle) : (middle, high);
            middle = double.IsPositiveInfinity(high) ? middle * 2 : (low + high) / 2;
        }

        return middle;
    }
}
