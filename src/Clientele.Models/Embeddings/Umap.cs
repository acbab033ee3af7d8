namespace Clientele.Models;

/// <summary>Uniform manifold approximation and projection: neighbors stay neighbors, the rest moves apart.</summary>
/// <remarks>
/// Time of the search for neighbors, then O(epochs·n·neighbors); O(n·(neighbors + d)) memory. Scale the columns first.
/// Source: McInnes, Healy and Melville (2018), "UMAP: Uniform Manifold Approximation and Projection for Dimension Reduction".
/// </remarks>
public sealed class Umap(UmapOptions options) : IEmbedder
{
    /// <summary>Up to so many points there are 500 epochs, and 200 above.</summary>
    internal const int FewRows = 10_000;

    /// <summary>Side of the square in which points begin.</summary>
    const double Side = 10;

    readonly UmapOptions _options = Require.Valid(options);

    /// <inheritdoc cref="IEmbedder.Fit"/>
    public UmapEmbedding Fit(Matrix points, CancellationToken cancel = default)
    {
        Require.Finite(points, "UMAP");
        if (points.Rows < 2)
        {
            throw new ArgumentException("UMAP needs at least 2 points, not 1.", nameof(points));
        }

        var graph = Graph(points, cancel);
        var start = Start(graph, points, cancel);
        var epochs =
            _options.Epochs > 0 ? _options.Epochs
            : points.Rows <= FewRows ? 500
            : 200;
        new UmapLayout(graph, _options, epochs).Run(start, cancel);
        return new UmapEmbedding(
            new Matrix([.. start.Select(place => (double)place)], _options.Components),
            points,
            _options
        );
    }

    IEmbedding IEmbedder.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    FuzzyGraph Graph(Matrix points, CancellationToken cancel)
    {
        var others = Math.Min(_options.Neighbors, points.Rows) - 1;
        var neighbors = ExactNeighbors.Of(points, others, _options.Metric, _options.Threads, cancel);
        var memberships = Memberships.Of(neighbors, _options.LocalConnectivity, _options.Threads, cancel);
        return FuzzyGraph.Union(neighbors, memberships, _options.SetOperationMix, _options.Threads, cancel);
    }

    float[] Start(FuzzyGraph graph, Matrix points, CancellationToken cancel)
    {
        var random = new Random(Seeds.Of(_options.Seed, 0));
        var (dimensions, places) = (_options.Components, new double[graph.Rows * _options.Components]);
        if (_options.Start == UmapStart.Spectral)
        {
            places = new SpectralStart(graph, dimensions, _options.Seed, _options.Threads).Of(points, cancel);
        }

        var start = new float[places.Length];
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            var column = Enumerable
                .Range(0, graph.Rows)
                .Select(row => places[(row * dimensions) + dimension]);
            var (least, most) = (column.Min(), column.Max());
            for (var row = 0; row < graph.Rows; row++)
            {
                // What begins at one place would stay together: a little chance parts it.
                var place = places[(row * dimensions) + dimension];
                start[(row * dimensions) + dimension] = (float)(
                    most > least
                        ? (Side * (place - least) / (most - least)) + (1e-4 * (random.NextDouble() - 0.5))
                        : Side * random.NextDouble()
                );
            }
        }

        return start;
    }
}
