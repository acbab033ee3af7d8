using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class MiniBatchKMeansTests : CenterClustererContract
{
    protected override IClusterer Create(int clusters, int seed, int threads) =>
        new MiniBatchKMeans(
            new MiniBatchKMeansOptions
            {
                Clusters = clusters,
                Seed = seed,
                Threads = threads,
                BatchSize = 200,
            }
        );

    [Fact]
    public void Inertia_is_close_to_that_of_k_means()
    {
        var points = Points.Even(20_000, 3);

        var all = new KMeans(new KMeansOptions { Clusters = 6, Starts = 3 }).Fit(points);
        var batches = new MiniBatchKMeans(new MiniBatchKMeansOptions { Clusters = 6 }).Fit(points);

        Assert.True(batches.Converged);
        Assert.InRange(batches.Inertia / all.Inertia, 0.99, 1.05);
    }

    [Fact]
    public void Batches_that_run_out_are_told()
    {
        var fit = new MiniBatchKMeans(new MiniBatchKMeansOptions { Batches = 2 }).Fit(Points.Even(5000, 2));

        Assert.False(fit.Converged);
        Assert.Equal(2, fit.Passes);
    }

    [Fact]
    public void A_center_that_lost_all_points_takes_one_far_from_its_own()
    {
        // Ten far points among ten thousand are in no batch of one, so that centers know only the others.
        var points = Points.Even(10_000, 1);
        for (var row = 0; row < 10; row++)
        {
            points[row * 1000][0] = 1000 + row;
        }

        var fit = new MiniBatchKMeans(
            new MiniBatchKMeansOptions
            {
                Clusters = 40,
                BatchSize = 1,
                Batches = 5,
            }
        ).Fit(points);

        Assert.Equal(40, fit.Labels.Distinct().Count());
    }
}
