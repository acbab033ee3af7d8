using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>A space that <see cref="Umap"/> learned.</summary>
/// <param name="Points">The points that were learned from, laid out: n × components.</param>
/// <param name="Learned">Those points themselves: n × d.</param>
/// <param name="Options">How they were laid out.</param>
public sealed record UmapEmbedding(Matrix Points, Matrix Learned, UmapOptions Options) : IEmbedding
{
    /// <inheritdoc/>
    /// <remarks>
    /// A new point begins at the mean of its neighbors, weighted by how surely they are such, and is then moved among points
    /// that stay, by steps of a quarter of the length and a third of the epochs (100, above 10,000 new points 30).
    /// New points do not act on each other. One that was learned from, digit for digit, gets its place of old.
    /// </remarks>
    public Matrix Transform(Matrix points, CancellationToken cancel = default)
    {
        Require.Finite(points, "UMAP");
        if (points.Columns != Learned.Columns)
        {
            throw new ArgumentException(
                $"The points have {points.Columns} columns, but those learned from have {Learned.Columns}.",
                nameof(points)
            );
        }

        var others = Math.Min(Options.Neighbors, Learned.Rows);
        var neighbors = ExactNeighbors.Between(
            points,
            Learned,
            others,
            Options.Metric,
            Options.Threads,
            cancel
        );
        var memberships = Memberships.Of(neighbors, Options.LocalConnectivity - 1, Options.Threads, cancel);
        var epochs =
            Options.Epochs > 0 ? (Options.Epochs + 2) / 3
            : points.Rows <= Umap.FewRows ? 100
            : 30;
        var layout = new UmapLayout(
            FuzzyGraph.OneWay(neighbors, memberships),
            Options with
            {
                LearningRate = Options.LearningRate / 4,
            },
            epochs
        );
        var fixedPlaces = Array.ConvertAll(Points.Values.ToArray(), place => (float)place);
        var places = Start(neighbors, memberships);
        layout.Run(places, fixedPlaces, cancel);
        var laid = new Matrix(Array.ConvertAll(places, place => (double)place), Points.Columns);
        PutBack(points, neighbors, laid);
        return laid;
    }

    float[] Start(NeighborGraph neighbors, double[] memberships)
    {
        var start = new float[neighbors.Rows * Points.Columns];
        var mean = new double[Points.Columns];
        for (var row = 0; row < neighbors.Rows; row++)
        {
            Array.Clear(mean);
            var weights = memberships.AsSpan(row * neighbors.Neighbors, neighbors.Neighbors);
            for (var i = 0; i < weights.Length; i++)
            {
                TensorPrimitives.MultiplyAdd(Points[neighbors.IndicesOf(row)[i]], weights[i], mean, mean);
            }

            var sum = TensorPrimitives.Sum<double>(weights);
            for (var column = 0; column < mean.Length; column++)
            {
                start[(row * mean.Length) + column] = (float)(mean[column] / sum);
            }
        }

        return start;
    }

    /// <summary>Gives points that were learned from their places; of equal ones that of the first.</summary>
    void PutBack(Matrix points, NeighborGraph neighbors, Matrix laid)
    {
        for (var row = 0; row < points.Rows; row++)
        {
            foreach (var near in neighbors.IndicesOf(row))
            {
                if (points[row].SequenceEqual(Learned[near]))
                {
                    Points[near].CopyTo(laid[row]);
                    break;
                }
            }
        }
    }
}
