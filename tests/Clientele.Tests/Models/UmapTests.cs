using System.ComponentModel.DataAnnotations;
using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class UmapTests : EmbedderContract
{
    protected override IEmbedder Create(int seed, int threads) =>
        new Umap(new UmapOptions { Seed = seed, Threads = threads });

    /// <summary>Values of the reference implementation, umap-learn 0.5.3.</summary>
    [Theory]
    [InlineData(0.1, 1, 1.5769434604035877, 0.8950608780665811)]
    [InlineData(0, 1, 1.9328083975445214, 0.7904949732966148)]
    [InlineData(0.5, 1, 0.5830300205483709, 1.334166992455648)]
    [InlineData(0.99, 1.5, 0.10626193655085653, 1.5164577440640417)]
    public void The_curve_is_fitted_as_by_the_reference(double minDistance, double spread, double a, double b)
    {
        var curve = UmapCurve.Of(minDistance, spread);

        Assert.Equal(a, curve.A, tolerance: 1e-4);
        Assert.Equal(b, curve.B, tolerance: 1e-4);
    }

    [Fact]
    public void Memberships_of_a_neighborhood_add_up_to_the_logarithm_of_its_size()
    {
        var graph = ExactNeighbors.Of(Points.Even(300, 3), 14, Metric.Euclidean, threads: 1);

        var memberships = Memberships.Of(graph, localConnectivity: 1, threads: 1, cancel: default);

        Assert.All(
            memberships.Chunk(14),
            neighborhood =>
            {
                Assert.Equal(Math.Log2(15), neighborhood.Sum(), tolerance: 1e-4);
                Assert.Equal(1, neighborhood[0]);
                Assert.Equal(neighborhood.OrderDescending(), neighborhood);
            }
        );
    }

    [Fact]
    public void Both_sides_of_an_edge_are_joined_by_hand()
    {
        // 0 → 1 with .5, 1 → 0 with .4, 2 → 0 with 1.
        var graph = new NeighborGraph(1, [1, 0, 0], [1, 1, 1]);

        var union = FuzzyGraph.Union(graph, [.5, .4, 1], mix: 1, threads: 1, cancel: default);
        var both = FuzzyGraph.Union(graph, [.5, .4, 1], mix: 0, threads: 1, cancel: default);

        Assert.Equal([0, 2, 3, 4], union.Starts);
        Assert.Equal([1, 2, 0, 0], union.Others);
        Assert.Equal([.7, 1, .7, 1], union.Weights.Select(w => Math.Round(w, 12)));
        Assert.Equal([1, 0], both.Others);
        Assert.Equal([.2, .2], both.Weights.Select(w => Math.Round(w, 12)));
    }

    [Fact]
    public void Digits_keep_their_neighborhoods()
    {
        var points = Points.Digits();
        var fit = new Umap(new UmapOptions { Epochs = 200 }).Fit(points);

        var score = Trustworthiness.Of(points, fit.Points, new TrustworthinessOptions { Neighbors = 5 });

        Assert.InRange(score.Trustworthiness, 0.975, 1);
    }

    [Fact]
    public void Threads_change_nothing_where_there_are_many_blocks()
    {
        var points = Points.Even(5_000, 5);
        UmapOptions Options(int threads) =>
            new()
            {
                Epochs = 4,
                Threads = threads,
                Search = NeighborSearch.Descent,
            };

        Assert.Equal(
            new Umap(Options(1)).Fit(points).Points.Values.ToArray(),
            new Umap(Options(3)).Fit(points).Points.Values.ToArray()
        );
    }

    [Theory]
    [InlineData(Metric.Euclidean, UmapStart.Random, NeighborSearch.Exact, 1)]
    [InlineData(Metric.Manhattan, UmapStart.Spectral, NeighborSearch.Descent, 3)]
    [InlineData(Metric.Cosine, UmapStart.Spectral, NeighborSearch.Automatic, 5)]
    public void Clouds_stay_apart_in_every_metric_start_search_and_number_of_dimensions(
        Metric metric,
        UmapStart start,
        NeighborSearch search,
        int components
    )
    {
        var (points, clouds) = Points.Blobs(clusters: 3, size: 60, columns: 4, seed: 3);
        var fit = new Umap(
            new UmapOptions
            {
                Metric = metric,
                Start = start,
                Search = search,
                Components = components,
                Epochs = 200,
            }
        ).Fit(points);

        Assert.Equal(components, fit.Points.Columns);
        var neighbors = ExactNeighbors.Of(fit.Points, 3, Metric.Euclidean, threads: 1);
        var strangers = Enumerable
            .Range(0, points.Rows)
            .Sum(row => neighbors.IndicesOf(row).ToArray().Count(n => clouds[n] != clouds[row]));
        // Of the cosine, a cloud at 0 lies in all directions.
        Assert.InRange(strangers, 0, metric == Metric.Cosine ? 200 : 0);
    }

    [Fact]
    public void Rows_of_words_are_laid_out_by_the_share_of_columns_that_differ()
    {
        var random = new Random(4);
        var points = new Matrix(
            [
                .. Enumerable
                    .Range(0, 120 * 12)
                    .Select(i => random.NextDouble() < 0.2 ? random.Next(9) : i / (12 * 60) * 10.0),
            ],
            columns: 12
        );

        var places = new Umap(new UmapOptions { Metric = Metric.Hamming }).Fit(points).Points;

        var neighbors = ExactNeighbors.Of(places, 5, Metric.Euclidean, threads: 1);
        Assert.All(
            Enumerable.Range(0, 120),
            row => Assert.All(neighbors.IndicesOf(row).ToArray(), other => Assert.Equal(row / 60, other / 60))
        );
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public void Fewer_points_than_a_neighborhood_are_laid_out_too(int rows)
    {
        var places = new Umap(new UmapOptions()).Fit(Points.Even(rows, 3)).Points;

        Assert.Equal(rows, places.Rows);
        Assert.All(places.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Bad_settings_are_told_together()
    {
        var error = Assert.Throws<ValidationException>(() =>
            new Umap(new UmapOptions { Neighbors = 1, MinDistance = 2 })
        );

        Assert.Contains(
            "neighbors is 1, but must lie between 2 and 1000.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "min_distance is 2, but can be no more than spread: 1.",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
