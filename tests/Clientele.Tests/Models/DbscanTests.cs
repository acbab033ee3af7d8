using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class DbscanTests : ClustererContract
{
    protected override IClusterer Create(int clusters, int seed, int threads) =>
        new Dbscan(
            new DbscanOptions
            {
                Eps = 0.9,
                MinSamples = 4,
                Threads = threads,
            }
        );

    static DbscanClustering Fit(Matrix points, double eps, int minSamples, int threads = 1) =>
        new Dbscan(
            new DbscanOptions
            {
                Eps = eps,
                MinSamples = minSamples,
                Threads = threads,
            }
        ).Fit(points);

    /// <summary>scikit-learn 1.2.1: noise and the sizes of the clusters in their order, and the number of cores.</summary>
    [Theory]
    [InlineData(0.5, 5, new[] { 17, 49, 84 }, 117)]
    [InlineData(0.4, 5, new[] { 32, 46, 36, 14, 22 }, 89)]
    [InlineData(0.6, 10, new[] { 13, 49, 88 }, 112)]
    [InlineData(0.8, 4, new[] { 2, 50, 98 }, 147)]
    public void Irises_cluster_as_in_scikit_learn(double eps, int minSamples, int[] sizes, int cores)
    {
        var fit = Fit(Points.Iris().Points, eps, minSamples);

        Assert.Equal(sizes, Enumerable.Range(-1, sizes.Length).Select(l => fit.Labels.Count(x => x == l)));
        Assert.Equal(cores, fit.CoreRows.Length);
    }

    [Theory]
    [InlineData(0.02, 3)]
    [InlineData(0.04, 6)]
    [InlineData(0.06, 25)]
    public void Clusters_are_those_of_the_definition(double eps, int minSamples)
    {
        var points = Points.Even(1500, 2, seed: 9);

        var fit = Fit(points, eps, minSamples, threads: 3);

        Assert.Equal(Definition(points, eps, minSamples), fit.Labels);
        Assert.True(fit.Clusters > 1, "The case should have clusters.");
        Assert.Contains(PointKind.Border, fit.Kinds());
    }

    [Fact]
    public void A_point_between_two_clusters_goes_with_the_nearer_in_whatever_order()
    {
        // Two groups of three and a point 1.0 from one, 0.9 from the other.
        double[] line = [0, 0.1, 0.2, 2.1, 2.2, 2.3, 1.2];

        var fit = Fit(new Matrix(line, columns: 1), 1, 4);
        var reversed = Fit(new Matrix([.. line.Reverse()], columns: 1), 1, 4);

        Assert.Equal([0, 0, 0, 1, 1, 1, 1], fit.Labels);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], reversed.Labels);
    }

    [Fact]
    public void Without_cores_all_is_noise()
    {
        var fit = Fit(Points.Even(20, 2), 0.01, 5);

        Assert.Equal(0, fit.Clusters);
        Assert.All(fit.Labels, label => Assert.Equal(IClustering.Noise, label));
        Assert.Equal([IClustering.Noise], fit.Assign(new Matrix([0.5, 0.5], columns: 2)).Labels);
    }

    [Fact]
    public void A_point_at_exactly_the_distance_is_near()
    {
        var steps = new Matrix([0, 0.1, 0.2, 0.3, 0.4], columns: 1);

        Assert.Equal(1, Fit(steps, 0.5, 5).Clusters);
        Assert.Equal([0, 0, -1], Fit(new Matrix([1, 3, 5.5], columns: 1), 2, 2).Labels);
    }

    [Fact]
    public void Confidence_falls_to_the_edge_of_a_cluster_and_rises_again_beyond()
    {
        var fit = Fit(new Matrix([0, 0, 0], columns: 1), 2, 3);

        var assigned = fit.Assign(new Matrix([0, 1, 2, 4], columns: 1));

        Assert.Equal([0, 0, 0, -1], assigned.Labels);
        Assert.Equal([1, 0.5, 0, 0.5], assigned.Confidence);
    }

    [Fact]
    public void Very_many_equal_points_take_no_time()
    {
        var points = new Matrix(new double[400_000], columns: 2);

        Assert.Equal(1, Fit(points, 0.5, 5).Clusters);
    }

    [Fact]
    public void Distances_to_make_a_core_turn_up_where_noise_begins()
    {
        var (blobs, _) = Points.Blobs(clusters: 3, size: 100, columns: 2);
        var points = new Matrix([.. blobs.Values, 40, 40, -30, 7, 90, -5], columns: 2);

        var curve = KDistances.Of(points, minSamples: 5);

        Assert.Equal(303, curve.Distances.Length);
        Assert.Equal(curve.Distances.Order(), curve.Distances);
        Assert.InRange(curve.Knee!.Value, 0.2, 2);
        Assert.Equal(3, Fit(points, curve.Knee.Value, 5).Clusters);
        Assert.Null(KDistances.Of(new Matrix([1, 2, 3, 4], columns: 1), 2).Knee);
        Assert.Throws<ArgumentException>(() => KDistances.Of(points, 1));
    }

    [Fact]
    public void A_grid_finds_what_single_fits_find()
    {
        var points = Points.Even(800, 2);
        double[] eps = [0.03, 0.05];
        int[] enough = [1, 4, 9];

        var cells = DbscanGrid.Of(points, eps, enough, new SampleOptions { Size = 300 });

        Assert.Equal(
            eps.SelectMany(e => enough.Select(m => (e, m))),
            cells.Select(c => (c.Eps, c.MinSamples))
        );
        Assert.All(
            cells,
            cell =>
            {
                var fit = Fit(points, cell.Eps, cell.MinSamples);
                Assert.Equal(fit.Clusters, cell.Clusters);
                Assert.Equal(fit.Labels.Count(l => l < 0) / 800.0, cell.NoiseShare, 1e-12);
                Assert.Equal(fit.Clusters >= 2, double.IsFinite(cell.Silhouette));
            }
        );
        Assert.Throws<ArgumentException>(() => DbscanGrid.Of(points, eps, [801], new SampleOptions()));
    }

    /// <summary>Cores, their connected clusters in the order of rows, and the nearest core of every other point.</summary>
    static int[] Definition(Matrix points, double eps, int minSamples)
    {
        var rows = Enumerable.Range(0, points.Rows).ToArray();
        var near = rows.Select(i => rows.Where(j => EveryPair.Apart(points, i, j) <= eps).ToArray())
            .ToArray();
        var labels = new int[points.Rows];
        Array.Fill(labels, IClustering.Noise);
        var clusters = 0;
        foreach (var row in rows.Where(row => near[row].Length >= minSamples))
        {
            if (labels[row] != IClustering.Noise)
            {
                continue;
            }

            var open = new Stack<int>([row]);
            labels[row] = clusters;
            while (open.TryPop(out var next))
            {
                foreach (var other in near[next].Where(o => near[o].Length >= minSamples && labels[o] < 0))
                {
                    labels[other] = clusters;
                    open.Push(other);
                }
            }

            clusters++;
        }

        int Border(int row) =>
            near[row]
                .Where(o => near[o].Length >= minSamples)
                .OrderBy(o => EveryPair.Apart(points, row, o))
                .FirstOrDefault(-1);
        return
        [
            .. rows.Select(r =>
                near[r].Length >= minSamples ? labels[r]
                : Border(r) is >= 0 and var core ? labels[core]
                : -1
            ),
        ];
    }
}
