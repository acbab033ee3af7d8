using System.ComponentModel.DataAnnotations;
using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class TsneTests : EmbedderContract
{
    protected override IEmbedder Create(int seed, int threads) =>
        new Tsne(
            new TsneOptions
            {
                Seed = seed,
                Threads = threads,
                Iterations = 300,
            }
        );

    static TsneEmbedding Fit(Matrix points, TsneRepulsion repulsion, int iterations = 750) =>
        new Tsne(
            new TsneOptions
            {
                Repulsion = repulsion,
                Iterations = iterations,
                EarlyIterations = Math.Min(iterations, 250),
            }
        ).Fit(points);

    [Fact]
    public void A_picture_of_digits_is_trustworthy()
    {
        var points = Points.Digits();
        var fit = new Tsne(new TsneOptions()).Fit(points);

        var score = Trustworthiness.Of(points, fit.Points, new TrustworthinessOptions { Neighbors = 5 });

        Assert.InRange(score.Trustworthiness, 0.985, 1);
        Assert.Equal(30, fit.Perplexity);
        Assert.InRange(fit.Divergence, 0.5, 0.8);
        Assert.Equal(0, fit.Points.Column(0).Average(), tolerance: 1e-9);
    }

    [Theory]
    [InlineData(TsneRepulsion.Exact)]
    [InlineData(TsneRepulsion.BarnesHut)]
    [InlineData(TsneRepulsion.Fft)]
    public void Divergence_falls_with_the_steps(TsneRepulsion repulsion)
    {
        var points = Points.Even(400, 5);

        int[] steps = [250, 280, 320, 500];
        var fits = steps.Select(iterations => Fit(points, repulsion, iterations).Divergence).ToList();

        Assert.Equal(fits.OrderDescending(), fits);
        Assert.InRange(fits[^1], 0.1, 1.4);
    }

    [Fact]
    public void All_ways_to_repulse_end_alike()
    {
        var (points, _) = Points.Blobs(clusters: 5, size: 80, columns: 4);

        var exact = Fit(points, TsneRepulsion.Exact).Divergence;

        Assert.InRange(Fit(points, TsneRepulsion.BarnesHut).Divergence / exact, 0.95, 1.05);
        Assert.InRange(Fit(points, TsneRepulsion.Fft).Divergence / exact, 0.95, 1.05);
    }

    [Theory]
    [InlineData(TsneRepulsion.BarnesHut, TsneStart.Random)]
    [InlineData(TsneRepulsion.Fft, TsneStart.Pca)]
    public void Threads_change_no_picture_of_many_points(TsneRepulsion repulsion, TsneStart start)
    {
        var points = Points.Even(2000, 3);
        double[] Places(int threads) => new Tsne(
                new TsneOptions
                {
                    Repulsion = repulsion,
                    Start = start,
                    Iterations = 60,
                    EarlyIterations = 30,
                    Threads = threads,
                }
            ).Fit(points).Points.Values.ToArray();

        Assert.Equal(Places(1), Places(3));
    }

    [Fact]
    public void Few_points_lower_the_perplexity()
    {
        Assert.Equal(3, new Tsne(new TsneOptions()).Fit(Points.Even(10, 2)).Perplexity);
        Assert.Equal(1, new Tsne(new TsneOptions()).Fit(Points.Even(4, 1)).Perplexity);
        Assert.Equal(
            "t-SNE needs at least 4 points, not 3. (Parameter 'points')",
            Assert.Throws<ArgumentException>(() => new Tsne(new TsneOptions()).Fit(Points.Even(3, 2))).Message
        );
    }

    [Fact]
    public void Equal_points_lie_together()
    {
        var (blobs, _) = Points.Blobs(clusters: 3, size: 20, columns: 3);
        var points = blobs.Take([.. Enumerable.Range(0, 60), .. Enumerable.Repeat(0, 20)]);

        var places = Fit(points, TsneRepulsion.Auto).Points;

        var nearest = ExactNeighbors.Of(places, 10, Metric.Euclidean, threads: 1);
        Assert.All(nearest.IndicesOf(70).ToArray(), row => Assert.True(row is < 20 or >= 60));
    }

    [Fact]
    public void A_new_point_lies_where_it_would_whoever_comes_with_it()
    {
        var fit = Fit(Points.Even(300, 3), TsneRepulsion.Auto);
        var others = Points.Even(40, 3, seed: 2);

        var (together, alone) = (fit.Transform(others), fit.Transform(others.Take([7])));

        Assert.Equal(together[7].ToArray(), alone[0].ToArray());
    }

    [Fact]
    public void New_points_keep_their_neighbors()
    {
        var points = Points.Digits();
        int[] old = [.. Enumerable.Range(0, points.Rows).Where(row => row % 5 > 0)];
        var fresh = points.Take([.. Enumerable.Range(0, points.Rows).Where(row => row % 5 == 0)]);
        var fit = Fit(points.Take(old), TsneRepulsion.Auto, 500);

        var places = fit.Transform(fresh);

        var before = ExactNeighbors.Between(fresh, points.Take(old), 10, Metric.Euclidean, threads: 0);
        var after = ExactNeighbors.Between(places, fit.Points, 10, Metric.Euclidean, threads: 0);
        var kept = Enumerable
            .Range(0, fresh.Rows)
            .Average(row =>
                before.IndicesOf(row).ToArray().Intersect(after.IndicesOf(row).ToArray()).Count()
            );
        Assert.InRange(kept, 4, 10);
    }

    [Fact]
    public void Settings_that_do_not_go_together_are_refused() =>
        Assert.Contains(
            "early_iterations is 250, but can be no more than iterations: 100.",
            Assert.Throws<ValidationException>(() => new Tsne(new TsneOptions { Iterations = 100 })).Message,
            StringComparison.Ordinal
        );
}
