using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class TrustworthinessTests
{
    static Matrix Waves(int rows) =>
        new(
            [
                .. Enumerable
                    .Range(0, rows * 4)
                    .Select(p => (i: p / 4, j: p % 4))
                    .Select(p => Math.Sin((1.7 * p.i) + (2.3 * p.j * p.j) + (0.31 * p.i * p.j))),
            ],
            columns: 4
        );

    static Matrix FirstTwo(Matrix points) =>
        new([.. Enumerable.Range(0, points.Rows * 2).Select(p => points[p / 2][p % 2])], columns: 2);

    /// <summary>scikit-learn 1.2.1: sklearn.manifold.trustworthiness; recall from its NearestNeighbors.</summary>
    [Theory]
    [InlineData(1, Metric.Euclidean, 0.8186111111111112)]
    [InlineData(1, Metric.Manhattan, 0.8846717171717172)]
    [InlineData(1, Metric.Cosine, 0.8175505050505051)]
    [InlineData(5, Metric.Euclidean, 0.7635677083333333)]
    [InlineData(5, Metric.Manhattan, 0.8366979166666667)]
    [InlineData(5, Metric.Cosine, 0.7676979166666666)]
    [InlineData(12, Metric.Euclidean, 0.7881611570247934)]
    [InlineData(12, Metric.Manhattan, 0.8491758494031221)]
    [InlineData(12, Metric.Cosine, 0.7937350780532598)]
    public void It_is_that_of_scikit_learn(int neighbors, Metric metric, double expected)
    {
        var points = Waves(200);

        var score = Trustworthiness.Of(
            points,
            FirstTwo(points),
            new() { Neighbors = neighbors, Metric = metric }
        );

        Assert.Equal(expected, score.Trustworthiness, tolerance: 1e-12);
        Assert.Equal((0, 0), (score.TrustworthinessError, score.NeighborRecallError));
    }

    [Theory]
    [InlineData(1, 0.21)]
    [InlineData(5, 0.272)]
    [InlineData(12, 0.3154166666666666)]
    public void Neighbor_recall_is_the_share_that_scikit_learn_finds(int neighbors, double expected)
    {
        var points = Waves(200);

        var score = Trustworthiness.Of(points, FirstTwo(points), new() { Neighbors = neighbors });

        Assert.Equal(expected, score.NeighborRecall, tolerance: 1e-12);
    }

    [Fact]
    public void Places_of_the_same_shape_keep_everything()
    {
        var points = Waves(60);
        var doubled = new Matrix([.. points.Values.ToArray().Select(v => (2 * v) + 1)], 4);

        var score = Trustworthiness.Of(points, doubled, new() { Neighbors = 5 });

        Assert.Equal((1, 1), (score.Trustworthiness, score.NeighborRecall));
    }

    [Fact]
    public void A_sample_lies_near_the_whole_within_its_error()
    {
        var points = Waves(1_500);
        var places = FirstTwo(points);

        var whole = Trustworthiness.Of(points, places, new());
        var sample = Trustworthiness.Of(points, places, new() { Sample = 300 });

        Assert.InRange(sample.TrustworthinessError, 1e-6, 0.02);
        Assert.InRange(
            Math.Abs(sample.Trustworthiness - whole.Trustworthiness),
            0,
            4 * sample.TrustworthinessError
        );
        Assert.InRange(
            Math.Abs(sample.NeighborRecall - whole.NeighborRecall),
            0,
            4 * sample.NeighborRecallError
        );
    }

    [Fact]
    public void Equal_points_are_ranked_by_row_and_threads_change_nothing()
    {
        var points = new Matrix([.. Enumerable.Range(0, 200).Select(i => (double)(i % 5))], columns: 1);
        var places = Points.Even(200, 2);

        var one = Trustworthiness.Of(points, places, new() { Threads = 1 });
        var three = Trustworthiness.Of(points, places, new() { Threads = 3 });

        Assert.Equal(one, three);
        Assert.InRange(one.Trustworthiness, 0, 1);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var points = Waves(30);

        var large = Assert.Throws<ArgumentException>(() =>
            Trustworthiness.Of(points, FirstTwo(points), new() { Neighbors = 15 })
        );
        Assert.Throws<ArgumentException>(() =>
            Trustworthiness.Of(points, Points.Even(29, 2), new() { Neighbors = 3 })
        );

        Assert.StartsWith(
            "neighbors is 15, but must be less than half the points: 30.",
            large.Message,
            StringComparison.Ordinal
        );
    }
}
