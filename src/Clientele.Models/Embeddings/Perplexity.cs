using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>How likely each point is to have each of its neighbors.</summary>
/// <remarks>
/// pⱼ|ᵢ ∝ exp(−βᵢ·dᵢⱼ²), with βᵢ such that the entropy is the logarithm of the perplexity: as if every point had so many
/// neighbors that are equally near. Newton's steps in ln β, kept within the bounds that earlier steps gave.
/// Source: van der Maaten and Hinton (2008), JMLR 9.
/// </remarks>
static class Perplexity
{
    const int RowsABlock = 64;
    const int MostSteps = 100;
    const double Tolerance = 1e-8;
    const double LargestLog = 60;

    /// <summary>The chances of all points.</summary>
    /// <param name="graph">More neighbors than the perplexity.</param>
    /// <param name="perplexity">From 1.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    /// <returns>n × neighbors; those of one point add up to 1.</returns>
    internal static float[] Chances(
        NeighborGraph graph,
        double perplexity,
        int threads,
        CancellationToken cancel
    )
    {
        var chances = new float[graph.Distances.Length];
        Blocks.For(
            (graph.Rows + RowsABlock - 1) / RowsABlock,
            threads,
            block =>
            {
                var (squares, parts) = (new double[graph.Neighbors], new double[graph.Neighbors]);
                var end = Math.Min((block + 1) * RowsABlock, graph.Rows);
                for (var row = block * RowsABlock; row < end; row++)
                {
                    var distances = graph.DistancesOf(row);
                    TensorPrimitives.Multiply(distances, distances, squares);
                    Fill(squares, perplexity, parts);
                    TensorPrimitives.ConvertTruncating<double, float>(
                        parts,
                        chances.AsSpan(row * graph.Neighbors, graph.Neighbors)
                    );
                }
            },
            cancel
        );
        return chances;
    }

    /// <summary>The chances of one point from its squared distances, ascending; they are overwritten.</summary>
    internal static void Fill(Span<double> squares, double perplexity, Span<double> chances)
    {
        TensorPrimitives.Subtract(squares, squares[0], squares);
        var mean = TensorPrimitives.Average<double>(squares);
        if (mean == 0)
        {
            chances.Fill(1.0 / chances.Length);
            return;
        }

        TensorPrimitives.Divide(squares, mean, squares);
        var target = Math.Log(perplexity);
        var (low, high, log) = (double.NegativeInfinity, double.PositiveInfinity, 0.0);

        // Where more than that are at the least distance, there is no such entropy.
        for (var step = 0; step < MostSteps && log < LargestLog; step++)
        {
            var (entropy, slope) = Entropy(squares, Math.Exp(log), chances);
            if (Math.Abs(entropy - target) < Tolerance)
            {
                break;
            }

            (low, high) = entropy > target ? (log, high) : (low, log);
            var next = log + Math.Clamp((target - entropy) / slope, -2, 2);
            log =
                next > low && next < high ? next
                : double.IsInfinity(low) ? high - 2
                : double.IsInfinity(high) ? low + 2
                : (low + high) / 2;
        }

        TensorPrimitives.Divide(chances, TensorPrimitives.Sum<double>(chances), chances);
    }

    /// <summary>The entropy at a β and how it changes with ln β; fills the chances without their common factor.</summary>
    static (double Entropy, double Slope) Entropy(
        ReadOnlySpan<double> squares,
        double beta,
        Span<double> chances
    )
    {
        TensorPrimitives.Multiply(squares, -beta, chances);
        TensorPrimitives.Exp(chances, chances);
        var (sum, first, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < chances.Length; i++)
        {
            var scaled = beta * squares[i];
            sum += chances[i];
            first += chances[i] * scaled;
            second += chances[i] * scaled * scaled;
        }

        var mean = first / sum;
        return (Math.Log(sum) + mean, -((second / sum) - (mean * mean)));
    }
}
