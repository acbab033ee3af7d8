using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>What every embedder keeps to; a new one derives from this class.</summary>
public abstract class EmbedderContract
{
    const int Columns = 4;

    /// <summary>An embedder into two dimensions.</summary>
    protected abstract IEmbedder Create(int seed, int threads);

    [Fact]
    public void The_same_seed_gives_the_same_places()
    {
        var points = Points.Even(300, Columns);

        Assert.Equal(Fit(points).Points.Values.ToArray(), Fit(points).Points.Values.ToArray());
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var (points, others) = (Points.Even(700, Columns), Points.Even(90, Columns, seed: 2));

        var (one, many) = (Create(7, 1).Fit(points), Create(7, 3).Fit(points));

        Assert.Equal(one.Points.Values.ToArray(), many.Points.Values.ToArray());
        Assert.Equal(one.Transform(others).Values.ToArray(), many.Transform(others).Values.ToArray());
    }

    [Fact]
    public void Every_point_gets_a_place_of_two_finite_numbers()
    {
        var (points, others) = (Points.Even(200, Columns), Points.Even(30, Columns, seed: 2));
        var fit = Fit(points);

        Assert.Equal((200, 2), (fit.Points.Rows, fit.Points.Columns));
        Assert.All(fit.Points.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
        var places = fit.Transform(others);
        Assert.Equal((30, 2), (places.Rows, places.Columns));
        Assert.All(places.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Equal_points_get_finite_places()
    {
        var points = new Matrix([.. Enumerable.Range(0, 60).SelectMany(i => new double[] { i / 30, 1 })], 2);

        Assert.All(Fit(points).Points.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Separate_clouds_stay_apart()
    {
        var (points, clouds) = Points.Blobs(clusters: 3, size: 60, Columns);
        var fit = Fit(points);

        var neighbors = ExactNeighbors.Of(fit.Points, 5, Metric.Euclidean, threads: 1);
        Assert.All(
            Enumerable.Range(0, points.Rows),
            row => Assert.All(neighbors.IndicesOf(row).ToArray(), n => Assert.Equal(clouds[row], clouds[n]))
        );
        var score = Trustworthiness.Of(points, fit.Points, new TrustworthinessOptions { Neighbors = 5 });
        Assert.InRange(score.Trustworthiness, 0.9, 1);
    }

    [Fact]
    public void Points_that_were_learned_from_stay_where_they_are()
    {
        var points = Points.Even(150, Columns);
        var fit = Fit(points);
        int[] rows = [149, 3, 77];

        var again = fit.Transform(points.Take(rows)).Values.ToArray();

        var places = fit.Points.Take(rows).Values.ToArray();
        Assert.All(places.Zip(again), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-9));
    }

    [Fact]
    public void New_points_come_to_lie_in_their_cloud()
    {
        var (points, clouds) = Points.Blobs(clusters: 3, size: 60, Columns);
        var (others, own) = Points.Blobs(clusters: 3, size: 10, Columns, seed: 2);
        var fit = Fit(points);

        var places = fit.Transform(others);

        var nearest = ExactNeighbors.Between(places, fit.Points, 1, Metric.Euclidean, threads: 1);
        Assert.Equal(own, nearest.Indices.Select(row => clouds[row]));
    }

    [Fact]
    public void A_single_point_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Fit(new Matrix([1, 2, 3, 4], Columns)));

        Assert.Contains("1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_of_other_columns_get_no_place()
    {
        var fit = Fit(Points.Even(40, Columns));

        Assert.Throws<ArgumentException>(() => fit.Transform(new Matrix(5, Columns + 1)));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_refused_by_its_place(double value)
    {
        var (fit, points) = (Fit(Points.Even(40, Columns)), Points.Even(40, Columns, seed: 2));
        points[17][0] = value;

        var learning = Assert.Throws<ArgumentException>(() => Fit(points));
        var placing = Assert.Throws<ArgumentException>(() => fit.Transform(points));

        Assert.Contains("row 17, column 0", learning.Message, StringComparison.Ordinal);
        Assert.Contains("row 17, column 0", placing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_fit_ends()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            Create(3, 1).Fit(Points.Even(100, Columns), cancel.Token)
        );
    }

    IEmbedding Fit(Matrix points) => Create(7, 1).Fit(points);
}
