using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class KMedoidsTests : ClustererContract
{
    protected override IClusterer Create(int clusters, int seed, int threads) =>
        new KMedoids(
            new KMedoidsOptions
            {
                Clusters = clusters,
                Seed = seed,
                Threads = threads,
                SampleSize = 1000,
            }
        );

    static MedoidClustering Fit(Matrix points, int clusters, Metric metric) =>
        new KMedoids(new KMedoidsOptions { Clusters = clusters, Metric = metric }).Fit(points);

    [Theory]
    [InlineData(Metric.Euclidean, 1)]
    [InlineData(Metric.Euclidean, 3)]
    [InlineData(Metric.Manhattan, 2)]
    [InlineData(Metric.Cosine, 3)]
    [InlineData(Metric.Hamming, 2)]
    public void No_swap_of_a_medoid_for_another_point_lowers_the_loss(Metric metric, int clusters)
    {
        var points = Points.Even(60, 3);
        foreach (ref var value in points.Values)
        {
            value = metric == Metric.Hamming ? Math.Round(3 * value) : value - 0.5;
        }

        var fit = Fit(points, clusters, metric);

        Assert.True(fit.Converged);
        Assert.Equal(Loss(points, fit.Rows, metric), fit.Loss, tolerance: 1e-9);
        for (var medoid = 0; medoid < clusters; medoid++)
        {
            for (var other = 0; other < points.Rows; other++)
            {
                var swapped = fit.Rows.ToArray();
                swapped[medoid] = other;
                Assert.True(Loss(points, swapped, metric) >= fit.Loss - 1e-9);
            }
        }
    }

    [Fact]
    public void Medoids_are_points_of_their_own_clusters()
    {
        var points = Points.Even(300, 2);
        var fit = Fit(points, 5, Metric.Euclidean);

        Assert.Equal([0, 1, 2, 3, 4], fit.Rows.Select(row => fit.Labels[row]));
        Assert.All(
            Enumerable.Range(0, 5),
            m => Assert.Equal(points[fit.Rows[m]].ToArray(), fit.Medoids[m].ToArray())
        );
        Assert.Equal(300, fit.Sample);
    }

    [Fact]
    public void A_sample_of_many_points_is_told_and_all_points_are_labelled()
    {
        var (points, clouds) = Points.Blobs(clusters: 3, size: 1000, columns: 2);
        var fit = Assert.IsType<MedoidClustering>(Create(3, 1, 1).Fit(points));

        Assert.Equal(1000, fit.Sample);
        Assert.Equal(1, AdjustedRand.Of(clouds, fit.Labels));
        Assert.Equal(Loss(points, fit.Rows, Metric.Euclidean), fit.Loss, tolerance: 1e-6);
    }

    [Fact]
    public void A_medoid_is_sure_and_a_point_between_two_is_not()
    {
        var fit = Fit(new Matrix([0, 1, 2, 8, 9, 10], columns: 1), 2, Metric.Euclidean);

        var confidence = fit.Assign(new Matrix([1, 9, 5], columns: 1)).Confidence;

        Assert.Equal([1, 1, 0], confidence);
    }

    [Fact]
    public void Directions_alone_count_for_the_cosine()
    {
        var points = new Matrix([1, 0, 50, 1, 0, 1, 2, 90, 0, 0], columns: 2);

        var labels = Fit(points, 3, Metric.Cosine).Labels;

        Assert.Equal(labels[0], labels[1]);
        Assert.Equal(labels[2], labels[3]);
        Assert.Equal(3, labels.Distinct().Count());
    }

    [Fact]
    public void Fewer_different_points_than_clusters_leave_some_clusters_empty()
    {
        var fit = Fit(new Matrix([1, 1, 1, 5, 5, 5], columns: 1), 4, Metric.Euclidean);

        Assert.Equal(0, fit.Loss);
        Assert.Equal(2, fit.Labels.Distinct().Count());
    }

    static double Loss(Matrix points, int[] medoids, Metric metric) =>
        Enumerable
            .Range(0, points.Rows)
            .Sum(row =>
                medoids.Min(medoid => Apart(points[row].ToArray(), points[medoid].ToArray(), metric))
            );

    static double Apart(double[] a, double[] b, Metric metric)
    {
        var pairs = a.Zip(b).ToList();
        return metric switch
        {
            Metric.Euclidean => Math.Sqrt(pairs.Sum(p => Math.Pow(p.First - p.Second, 2))),
            Metric.Manhattan => pairs.Sum(p => Math.Abs(p.First - p.Second)),
            Metric.Cosine => 1
                - (
                    pairs.Sum(p => p.First * p.Second)
                    / Math.Sqrt(a.Sum(x => x * x))
                    / Math.Sqrt(b.Sum(x => x * x))
                ),
            _ => pairs.Average(p => p.First == p.Second ? 0.0 : 1),
        };
    }
}
