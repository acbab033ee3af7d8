namespace Clientele.Models;

/// <summary>Points laid out by t-SNE.</summary>
/// <param name="Learned">n × d: the points that were learned from, beside which others are placed.</param>
/// <param name="Points">n × 2: where they lie; their mean is 0.</param>
/// <param name="Metric">How far apart two points are.</param>
/// <param name="Perplexity">The perplexity that was used.</param>
/// <param name="Divergence">Kullback-Leibler divergence of the picture from the points: 0 would tell all.</param>
public sealed record TsneEmbedding(
    Matrix Learned,
    Matrix Points,
    Metric Metric,
    double Perplexity,
    double Divergence
) : IEmbedding
{
    const int RowsABlock = 256;

    /// <summary>Perplexity of a new point: few neighbors tell its place best.</summary>
    const double NewPerplexity = 5;

    /// <summary>Lays other points out beside those that were learned from, each alone; one that is equal to a learned one lies there.</summary>
    /// <remarks>
    /// A point starts at the mean of its neighbors, weighted by their chances, and takes 250 steps in the field of all learned points.
    /// Source: Poličar, Stražar and Zupan (2023), Machine Learning 112.
    /// </remarks>
    /// <inheritdoc/>
    public Matrix Transform(Matrix points, CancellationToken cancel = default)
    {
        Require.Columns(points, Learned.Columns, "The points that were learned from have");
        var perplexity = Math.Min(NewPerplexity, Perplexity);
        var graph = ExactNeighbors.Between(
            points,
            Learned,
            Math.Min((int)Math.Ceiling(Tsne.NeighborsAPerplexity * perplexity), Learned.Rows),
            Metric,
            threads: 0,
            cancel
        );
        var chances = Models.Perplexity.Chances(graph, perplexity, threads: 0, cancel);
        var field = new CauchyField(threads: 0);
        field.Fill([.. Points.Values.ToArray().Select(v => (float)v)], cancel);
        var places = new Matrix(points.Rows, columns: 2);
        Blocks.For(
            (points.Rows + RowsABlock - 1) / RowsABlock,
            threads: 0,
            block =>
            {
                var end = Math.Min((block + 1) * RowsABlock, points.Rows);
                for (var row = block * RowsABlock; row < end; row++)
                {
                    (places[row][0], places[row][1]) = Place(graph, chances, row, field);
                }
            },
            cancel
        );
        return places;
    }

    (double X, double Y) Place(NeighborGraph graph, float[] chances, int row, CauchyField field)
    {
        var neighbors = graph.IndicesOf(row);
        if (graph.DistancesOf(row)[0] == 0)
        {
            return (Points[neighbors[0]][0], Points[neighbors[0]][1]);
        }

        var weights = chances.AsSpan(row * graph.Neighbors, graph.Neighbors);
        var newcomer = new TsneNewcomer(weights.ToArray(), Points.Take(neighbors));
        return newcomer.Settle(field);
    }
}
