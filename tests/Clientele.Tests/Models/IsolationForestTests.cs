using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class IsolationForestTests
{
    static Isolation Fit(Matrix points, int threads = 1, int seed = 0, double? contamination = null) =>
        new IsolationForest(
            new IsolationOptions
            {
                Trees = 200,
                Seed = seed,
                Threads = threads,
                Contamination = contamination,
            }
        ).Fit(points);

    /// <summary>scikit-learn 1.2.1, 500 trees, mean over five seeds.</summary>
    [Theory]
    [InlineData(0, 0.4088)]
    [InlineData(14, 0.5808)]
    [InlineData(41, 0.6142)]
    [InlineData(131, 0.6465)]
    public void Irises_score_as_in_scikit_learn(int row, double expected)
    {
        var points = Points.Iris().Points;
        var scores = Enumerable.Range(0, 4).Select(seed => Fit(points, seed: seed).Scores(points)[row]);

        Assert.Equal(expected, scores.Average(), tolerance: 0.02);
    }

    [Fact]
    public void Points_far_from_all_others_score_highest()
    {
        var (clouds, _) = Points.Blobs(clusters: 2, size: 300, columns: 3);
        var points = new Matrix([.. clouds.Values, -60, 70, 50, 10, 90, -40], 3);

        var scores = Fit(points).Scores(points);

        Assert.True(scores[600..].Min() > scores[..600].Max());
        Assert.All(scores[600..], score => Assert.InRange(score, 0.6, 1));
        Assert.InRange(scores[..600].Average(), 0.3, 0.55);
    }

    [Fact]
    public void A_share_of_outliers_is_as_many_rows()
    {
        var points = Points.Even(400, 2);
        var isolation = Fit(points, contamination: 0.05);

        Assert.Equal(20, isolation.Scores(points).Count(score => score >= isolation.Threshold));
        Assert.DoesNotContain(
            Fit(points, contamination: 0).Scores(points),
            score => score >= Fit(points, contamination: 0).Threshold
        );
    }

    [Fact]
    public void Threads_change_nothing_and_scales_hardly_anything()
    {
        var points = Points.Even(1500, 3);
        var scaled = new Matrix([.. points.Values.ToArray().Select((v, i) => i % 3 == 1 ? 1e6 * v : v)], 3);

        var scores = Fit(points, threads: 1).Scores(points, threads: 1);

        Assert.Equal(scores, Fit(points, threads: 3).Scores(points, threads: 3));
        Assert.All(
            scores.Zip(Fit(scaled).Scores(scaled)),
            pair => Assert.Equal(pair.First, pair.Second, 1e-9)
        );
    }

    [Fact]
    public void Rows_that_are_all_the_same_are_as_usual_as_can_be() =>
        Assert.All(
            Fit(new Matrix(50, 2)).Scores(new Matrix(50, 2)),
            score => Assert.Equal(0.5, score, 1e-12)
        );

    [Fact]
    public void Huge_values_are_set_apart_too()
    {
        var points = new Matrix([-1e308, 0, 1, 2, 3, 1e308], 1);

        Assert.All(Fit(points).Scores(points), score => Assert.InRange(score, 0, 1));
    }

    [Fact]
    public void What_does_not_suit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Fit(new Matrix(1, 2)));
        Assert.Throws<ArgumentException>(() => Fit(new Matrix([1, double.NaN], 1)));
        Assert.Throws<ArgumentException>(() => Fit(Points.Even(9, 2)).Scores(new Matrix(1, 3)));
    }
}
