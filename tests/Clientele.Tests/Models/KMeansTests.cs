using Clientele.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Models;

public sealed class KMeansTests : CenterClustererContract
{
    protected override IClusterer Create(int clusters, int seed, int threads) =>
        new KMeans(
            new KMeansOptions
            {
                Clusters = clusters,
                Seed = seed,
                Threads = threads,
                Starts = 5,
            }
        );

    /// <summary>scikit-learn 1.2.1 with 50 starts, on the raw columns.</summary>
    [Theory]
    [InlineData(2, 152.3479517603579, 0.6810461692117462, 513.9245459802768, 0.40429283717304215)]
    [InlineData(3, 78.851441426146, 0.5528190123564094, 561.62775662962, 0.6619715465007497)]
    [InlineData(4, 57.22847321428572, 0.4980505049972871, 530.7658081872851, 0.7803069838811083)]
    public void Irises_cluster_as_in_scikit_learn(
        int k,
        double inertia,
        double silhouette,
        double ch,
        double db
    )
    {
        var points = Points.Iris().Points;
        var fit = new KMeans(new KMeansOptions { Clusters = k, Starts = 50 }).Fit(points);

        Assert.Equal(inertia, fit.Inertia, tolerance: 1e-9 * inertia);
        Assert.Equal(silhouette, Silhouette.Of(points, fit.Labels).Mean, tolerance: 1e-9);
        Assert.Equal(ch, CalinskiHarabasz.Of(points, fit.Labels), tolerance: 1e-7);
        Assert.Equal(db, DaviesBouldin.Of(points, fit.Labels), tolerance: 1e-9);
    }

    [Theory]
    [InlineData(2, 0.5399218294207123)]
    [InlineData(3, 0.7302382722834697)]
    [InlineData(4, 0.6498176853819967)]
    public void Irises_agree_with_their_species_as_in_scikit_learn(int k, double expected)
    {
        var (points, species) = Points.Iris();
        var fit = new KMeans(new KMeansOptions { Clusters = k, Starts = 50 }).Fit(points);

        Assert.Equal(expected, AdjustedRand.Of(species, fit.Labels), tolerance: 1e-12);
    }

    [Fact]
    public void Random_starts_find_the_same_best_clusters_of_irises()
    {
        var fit = new KMeans(
            new KMeansOptions
            {
                Clusters = 3,
                Starts = 50,
                Start = KMeansStart.Random,
            }
        ).Fit(Points.Iris().Points);

        Assert.Equal(78.851441426146, fit.Inertia, tolerance: 1e-9);
    }

    [Fact]
    public void A_single_cluster_is_the_mean()
    {
        var fit = new KMeans(new KMeansOptions { Clusters = 1 }).Fit(new Matrix([1, 2, 3, 6], columns: 1));

        Assert.Equal(3, fit.Centers[0][0]);
        Assert.Equal(14, fit.Inertia);
        Assert.True(fit.Converged);
    }

    [Fact]
    public void As_many_clusters_as_points_leave_no_inertia()
    {
        var points = Points.Even(9, 2);

        Assert.Equal(0, new KMeans(new KMeansOptions { Clusters = 9 }).Fit(points).Inertia);
    }

    [Fact]
    public void Fewer_different_points_than_clusters_leave_some_clusters_empty()
    {
        var fit = new KMeans(new KMeansOptions { Clusters = 4 }).Fit(
            new Matrix([1, 1, 1, 5, 5, 5], columns: 1)
        );

        Assert.Equal(0, fit.Inertia);
        Assert.Equal(2, fit.Labels.Distinct().Count());
    }

    [Theory]
    [InlineData(KMeansStart.PlusPlus)]
    [InlineData(KMeansStart.Random)]
    public void No_cluster_of_different_points_is_left_empty(KMeansStart start) =>
        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(12, new KMeans(
                        new KMeansOptions
                        {
                            Clusters = 12,
                            Starts = 1,
                            Start = start,
                            Seed = seed,
                        }
                    ).Fit(Points.Even(40, 2, seed)).Labels.Distinct().Count()));

    [Fact]
    public void Passes_that_run_out_are_told()
    {
        var options = new KMeansOptions
        {
            Clusters = 8,
            Iterations = 1,
            Starts = 1,
            Tolerance = 0,
        };

        Assert.False(new KMeans(options).Fit(Points.Even(2000, 3)).Converged);
    }

    [Fact]
    public void Distance_from_zero_does_not_blur_the_clusters()
    {
        var (points, clouds) = Points.Blobs(clusters: 3, size: 40, columns: 2);
        foreach (ref var value in points.Values)
        {
            value += 1e9;
        }

        Assert.Equal(
            1,
            AdjustedRand.Of(clouds, new KMeans(new KMeansOptions { Clusters = 3 }).Fit(points).Labels)
        );
    }

    [Fact]
    public void Every_point_is_with_its_nearest_center_and_every_center_is_a_mean() =>
        Prop.ForAll(
                Gen.Choose(1, 10_000).Zip(Gen.Choose(1, 12)).ToArbitrary(),
                sample =>
                {
                    var points = Points.Even(120, columns: 1 + (sample.Item1 % 11), sample.Item1);
                    var fit = new KMeans(
                        new KMeansOptions
                        {
                            Clusters = sample.Item2,
                            Starts = 1,
                            Tolerance = 0,
                        }
                    ).Fit(points);
                    return fit.Converged && IsFixedPoint(points, fit);
                }
            )
            .QuickCheckThrowOnFailure();

    static bool IsFixedPoint(Matrix points, CenterClustering fit)
    {
        var means = new Matrix(fit.Centers.Rows, points.Columns);
        for (var i = 0; i < points.Rows; i++)
        {
            var distances = Enumerable
                .Range(0, fit.Centers.Rows)
                .Select(c => Distance(points, i, fit, c))
                .ToList();
            if (distances[fit.Labels[i]] > distances.Min() + 1e-9)
            {
                return false;
            }

            for (var j = 0; j < points.Columns; j++)
            {
                means[fit.Labels[i]][j] += points[i][j] / fit.Labels.Count(l => l == fit.Labels[i]);
            }
        }

        return means
            .Values.ToArray()
            .Zip(fit.Centers.Values.ToArray())
            .All(p => Math.Abs(p.First - p.Second) < 1e-9);
    }

    static double Distance(Matrix points, int row, CenterClustering fit, int center) =>
        Enumerable.Range(0, points.Columns).Sum(j => Math.Pow(points[row][j] - fit.Centers[center][j], 2));
}
