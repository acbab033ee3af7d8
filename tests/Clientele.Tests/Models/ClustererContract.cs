using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>What every clusterer keeps to; a new one derives from this class.</summary>
public abstract class ClustererContract
{
    protected abstract IClusterer Create(int clusters, int seed, int threads);

    /// <summary>Columns of the points that it takes.</summary>
    protected virtual int Columns => 2;

    /// <summary>Least share of the points learned from that an assignment puts into their own clusters.</summary>
    protected virtual double KeptLabels => 1;

    [Fact]
    public void The_same_seed_gives_the_same_clusters()
    {
        var points = Points.Even(500, Columns);

        Assert.Equal(Create(4, 7, 1).Fit(points).Labels, Create(4, 7, 1).Fit(points).Labels);
    }

    [Theory]
    [InlineData(700)]
    [InlineData(70_000)]
    public void The_number_of_threads_changes_nothing(int rows)
    {
        var points = Points.Even(rows, Columns);

        var (one, many) = (Create(4, 7, 1).Fit(points), Create(4, 7, 3).Fit(points));

        Assert.Equal(one.Labels, many.Labels);
        var others = Points.Even(50, Columns, seed: 2);
        Assert.Equal(one.Assign(others).Confidence, many.Assign(others).Confidence);
    }

    [Fact]
    public void Separate_clouds_are_found()
    {
        var (points, clouds) = Points.Blobs(clusters: 3, size: 40, Columns);

        Assert.Equal(1, AdjustedRand.Of(clouds, Create(3, 1, 1).Fit(points).Labels));
    }

    [Fact]
    public void The_order_of_the_rows_does_not_change_the_partition()
    {
        var (points, _) = Points.Blobs(clusters: 3, size: 40, Columns);
        var order = Enumerable.Range(0, points.Rows).ToArray();
        new Random(5).Shuffle(order);

        var before = Create(3, 1, 1).Fit(points).Labels;
        var after = Create(3, 1, 1).Fit(points.Take(order)).Labels;

        Assert.Equal(1, AdjustedRand.Of([.. order.Select(row => before[row])], after));
    }

    [Fact]
    public void Predicting_the_points_themselves_gives_their_labels()
    {
        var points = Points.Even(333, Columns);
        var fit = Create(5, 1, 1).Fit(points);

        var again = fit.Assign(points);
        var kept = again.Labels.Zip(fit.Labels).Count(pair => pair.First == pair.Second);
        Assert.InRange(kept, KeptLabels * points.Rows, points.Rows);
        Assert.All(again.Confidence, confidence => Assert.InRange(confidence, 0, 1));
    }

    [Fact]
    public void Labels_run_from_0_to_the_number_of_clusters_or_are_noise()
    {
        var fit = Create(5, 1, 1).Fit(Points.Even(200, Columns));

        Assert.Equal(200, fit.Labels.Length);
        Assert.Equal(
            Enumerable.Range(0, fit.Clusters),
            fit.Labels.Where(label => label != IClustering.Noise).Distinct().Order()
        );
    }

    [Fact]
    public void Points_of_other_columns_are_not_assigned()
    {
        var fit = Create(3, 1, 1).Fit(Points.Even(30, Columns));

        Assert.Throws<ArgumentException>(() => fit.Assign(new Matrix(5, Columns + 1)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_refused_by_its_place(double value)
    {
        var points = Points.Even(30, Columns);
        points[17][0] = value;

        var error = Assert.Throws<ArgumentException>(() => Create(3, 1, 1).Fit(points));

        Assert.Contains("row 17, column 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_fit_ends()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            Create(3, 1, 1).Fit(Points.Even(100, Columns), cancel.Token)
        );
    }
}
