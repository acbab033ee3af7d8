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

    /// <summary>Up to so many numbers it is the quicker way to compare every point with every other (measured: 10 to 64 columns).</summary>
    const long ExactValues = 1_500_000;

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
        var neighbors = IsExact(points)
            ? ExactNeighbors.Of(points, others, _options.Metric, _options.Threads, cancel)
            : Descent(others).Of(points, cancel);
        var memberships = Memberships.Of(neighbors, _options.LocalConnectivity, _options.Threads, cancel);
        return FuzzyGraph.Union(neighbors, memberships, _options.SetOperationMix, _options.Threads, cancel);
    }

    bool IsExact(Matrix points) =>
        _options.Search == NeighborSearch.Exact
        || (_options.Search == NeighborSearch.Automatic && points.Values.Length <= ExactValues);

    NeighborDescent Descent(int neighbors) =>
        new(
            new NeighborDescentOptions
            {
                Neighbors = neighbors,
                Metric = _options.Metric,
                Seed = _options.Seed,
                Threads = _options.Threads,
            }
        );

    /// <summary>Where the points begin: each dimension from 0 to <see cref="Side"/>.</summary>
    float[] Start(FuzzyGraph graph, Matrix points, CancellationToken cancel)
    {
        var places =
            _options.Start == UmapStart.Spectral
                ? new SpectralStart(graph, _options.Components, _options.Seed, _options.Threads).Of(
                    points,
                    cancel
                )
                : new Matrix(graph.Rows, _options.Components);
        var start = new float[places.Values.Length];
        var random = new Random(Seeds.Of(_options.Seed, 0));
        for (var dimension = 0; dimension < places.Columns; dimension++)
        {
            var column = places.Column(dimension);
            var (least, most) = (column.Min(), column.Max());
            for (var row = 0; row < column.Length; row++)
            {
                // What begins at one place would stay together: a little chance parts it.
                var chance = random.NextDouble();
                start[(row * places.Columns) + dimension] = (float)(
                    most > least
                        ? (Side * (column[row] - least) / (most - least)) + (1e-4 * chance)
                        : Side * chance
                );
            }
        }

        return start;
    }
}
