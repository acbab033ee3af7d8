using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class HdbscanTests : ClustererContract
{
    protected override IClusterer Create(int clusters, int seed, int threads) =>
        new Hdbscan(
            new HdbscanOptions
            {
                MinClusterSize = 10,
                MinSamples = 4,
                Threads = threads,
            }
        );

    static HdbscanClustering Fit(Matrix points, HdbscanOptions options) => new Hdbscan(options).Fit(points);

    /// <summary>Stabilities as in R's dbscan 1.1-11: hdbscan(iris[, 1:4], minPts = 5).</summary>
    [Fact]
    public void Irises_cluster_as_in_R()
    {
        var fit = Fit(Points.Iris().Points, new HdbscanOptions { MinClusterSize = 5 });

        Assert.Equal([.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 100)], fit.Labels);
        var chosen = fit.Tree.Branches.Where(b => b.Label >= 0).OrderBy(b => b.Label).ToList();
        Assert.Equal(135.3437, chosen[0].Stability, 1e-4);
        Assert.Equal(150.9864, chosen[1].Stability, 1e-4);
    }

    [Theory]
    [InlineData(5, 1, ClusterSelection.ExcessOfMass)]
    [InlineData(5, 3, ClusterSelection.ExcessOfMass)]
    [InlineData(8, 6, ClusterSelection.ExcessOfMass)]
    [InlineData(4, 2, ClusterSelection.Leaf)]
    public void Clusters_are_those_of_the_definition(int size, int minSamples, ClusterSelection selection)
    {
        var options = new HdbscanOptions
        {
            MinClusterSize = size,
            MinSamples = minSamples,
            Selection = selection,
        };
        Assert.All(
            Enumerable.Range(1, 3),
            seed =>
            {
                var points = Points.Even(70, 2, seed);

                var (fit, defined) = (Fit(points, options), DensityDefinition.Of(points, options));

                Assert.Equal(1, AdjustedRand.Of(defined.Labels, fit.Labels));
                Assert.All(
                    fit.OutlierScores.Zip(defined.OutlierScores),
                    pair => Assert.Equal(pair.Second, pair.First, 1e-9)
                );
            }
        );
    }

    [Fact]
    public void Clusters_that_part_below_a_distance_stay_one()
    {
        // Four groups: two pairs 0.5 apart, the pairs 10 from each other.
        var random = new Random(1);
        double[] middles = [0, 0.5, 10, 10.5];
        var points = new Matrix(
            [.. middles.SelectMany(m => Enumerable.Range(0, 20).Select(_ => m + (random.NextDouble() / 10)))],
            columns: 1
        );
        var options = new HdbscanOptions { MinClusterSize = 8, Selection = ClusterSelection.Leaf };

        Assert.True(Fit(points, options).Clusters >= 4, "Leaves should be small.");
        var kept = Fit(points, options with { SelectionEpsilon = 1 });

        Assert.Equal(2, kept.Clusters);
        Assert.Equal(0, kept.Labels.Take(40).Distinct().Single());
        Assert.Equal(1, kept.Labels.Skip(40).Distinct().Single());
    }

    [Fact]
    public void A_new_point_is_as_strong_as_its_density()
    {
        var (points, clouds) = Points.Blobs(clusters: 3, size: 50, columns: 2);
        var fit = Fit(points, new HdbscanOptions { MinClusterSize = 10 });
        var middle = points[60].ToArray();

        var assigned = fit.Assign(new Matrix([.. middle, middle[0] + 3, middle[1], 500, 500], columns: 2));

        Assert.Equal(fit.Labels[60], assigned.Labels[0]);
        Assert.Equal(clouds[60], assigned.Labels[1]);
        Assert.True(assigned.Confidence[1] < assigned.Confidence[0]);
        Assert.Equal((IClustering.Noise, 0), (assigned.Labels[2], assigned.Confidence[2]));
    }

    [Fact]
    public void Ties_and_equal_points_are_the_same_in_whatever_order_they_come()
    {
        var random = new Random(2);
        var points = new Matrix(
            [.. Enumerable.Range(0, 800).Select(_ => (double)random.Next(9) * random.Next(4))],
            2
        );
        var order = Enumerable.Range(0, points.Rows).ToArray();
        random.Shuffle(order);
        var options = new HdbscanOptions { MinClusterSize = 7 };

        var (before, after) = (Fit(points, options), Fit(points.Take(order), options));

        Assert.Equal(1, AdjustedRand.Of([.. order.Select(row => before.Labels[row])], after.Labels));
        Assert.All(
            order.Select(row => before.Probabilities[row]).Zip(after.Probabilities),
            pair => Assert.Equal(pair.First, pair.Second, 1e-12)
        );
        Assert.All(before.OutlierScores, score => Assert.InRange(score, 0, 1));
    }

    [Fact]
    public void Fewer_points_than_neighbors_are_refused_and_one_alone_is_noise()
    {
        var error = Assert.Throws<ArgumentException>(() => Create(1, 1, 1).Fit(Points.Even(3, 2)));

        Assert.StartsWith(
            "min_samples is 4, but can be no more than the points: 3.",
            error.Message,
            StringComparison.Ordinal
        );
        var alone = Fit(new Matrix([1, 2], columns: 2), new HdbscanOptions { MinSamples = 1 });
        Assert.Equal([IClustering.Noise], alone.Labels);
        Assert.Equal(0, alone.Clusters);
    }
}
