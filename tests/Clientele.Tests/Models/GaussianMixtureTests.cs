using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class GaussianMixtureTests : ClustererContract
{
    protected override IClusterer Create(int clusters, int seed, int threads) =>
        new GaussianMixture(
            new GaussianMixtureOptions
            {
                Clusters = clusters,
                Seed = seed,
                Threads = threads,
                Starts = 3,
                Iterations = 15,
            }
        );

    static MixtureClustering Fit(Matrix points, int clusters, CovarianceShape shape) =>
        new GaussianMixture(new GaussianMixtureOptions { Clusters = clusters, Covariance = shape }).Fit(
            points
        );

    /// <summary>scikit-learn 1.2.1 with 30 starts, tol 1e-9; mclust 6.0.0 finds the same or less likely ones.</summary>
    [Theory]
    [InlineData(CovarianceShape.Full, 1, -379.91463020, 829.97815451, 787.82926039)]
    [InlineData(CovarianceShape.Full, 2, -214.35470460, 574.01783272, 486.70940919)]
    [InlineData(CovarianceShape.Full, 3, -180.18547764, 580.83890821, 448.37095527)]
    [InlineData(CovarianceShape.Tied, 3, -256.35404325, 632.96333353, 560.70808649)]
    [InlineData(CovarianceShape.Tied, 4, -223.04863994, 591.40570341, 504.09727988)]
    [InlineData(CovarianceShape.Diagonal, 2, -386.18534731, 857.55149413, 806.37069412)]
    [InlineData(CovarianceShape.Diagonal, 4, -264.84756587, 705.06736704, 599.69513174)]
    [InlineData(CovarianceShape.Spherical, 3, -384.31409513, 853.80899026, 802.62819026)]
    [InlineData(CovarianceShape.Spherical, 4, -334.28607729, 783.81676635, 714.57215458)]
    public void Irises_are_as_likely_as_in_scikit_learn(
        CovarianceShape shape,
        int clusters,
        double likelihood,
        double bic,
        double aic
    )
    {
        var fit = Fit(Points.Iris().Points, clusters, shape);

        Assert.True(fit.Converged);
        Assert.Equal(likelihood, fit.LogLikelihood, tolerance: 1e-3);
        Assert.Equal(bic, fit.Bic, tolerance: 2e-3);
        Assert.Equal(aic, fit.Aic, tolerance: 2e-3);
    }

    [Fact]
    public void A_single_component_has_the_mean_and_the_covariance_of_the_points()
    {
        var fit = new GaussianMixture(new GaussianMixtureOptions { Clusters = 1, Regularization = 0 }).Fit(
            new Matrix([1, 1, 2, 3, 6, 8], columns: 2)
        );

        Assert.Equal([3, 4], fit.Mixture.Means[0].ToArray(), Near);
        Assert.Equal(
            [14 / 3.0, 19 / 3.0, 19 / 3.0, 26 / 3.0],
            fit.Mixture.Covariances[0].Values.ToArray(),
            Near
        );
    }

    [Fact]
    public void Shares_add_up_to_1_and_the_greatest_is_the_confidence()
    {
        var (points, _) = Points.Iris();
        var fit = Fit(points, 3, CovarianceShape.Full);

        var shares = fit.Responsibilities(points);
        var assigned = fit.Assign(points);

        for (var row = 0; row < points.Rows; row++)
        {
            Assert.Equal(1, shares[row].ToArray().Sum(), tolerance: 1e-12);
            Assert.Equal(assigned.Confidence[row], shares[row].ToArray().Max());
            Assert.Equal(assigned.Confidence[row], shares[row][assigned.Labels[row]]);
        }
    }

    [Fact]
    public void Log_likelihoods_of_the_points_add_up_to_that_of_the_fit()
    {
        var points = Points.Even(303, 3);
        var fit = Fit(points, 4, CovarianceShape.Full);

        Assert.Equal(fit.LogLikelihood, fit.LogLikelihoods(points).Sum(), tolerance: 1e-8);
    }

    [Fact]
    public void A_density_is_the_formula_worked_by_hand()
    {
        var mixture = new Mixture(
            [0.25, 0.75],
            new Matrix([0, 0, 1, 2], columns: 2),
            [new Matrix([1, 0, 0, 4], columns: 2), new Matrix([2, 1, 1, 2], columns: 2)],
            0
        );
        var fit = new MixtureClustering([], mixture, CovarianceShape.Full, 0, Converged: true, 1);

        // At (1, 0): exp(−½)/(2π·2) and, with Δ = (0, −2), Δᵀ Σ⁻¹ Δ = 4·2/3, exp(−4/3)/(2π·√3).
        var first = 0.25 * Math.Exp(-0.5) / (4 * Math.PI);
        var second = 0.75 * Math.Exp(-4.0 / 3) / (2 * Math.PI * Math.Sqrt(3));
        var point = new Matrix([1, 0], columns: 2);
        Assert.Equal(Math.Log(first + second), fit.LogLikelihoods(point)[0], tolerance: 1e-12);
        Assert.Equal(second / (first + second), fit.Responsibilities(point)[0][1], tolerance: 1e-12);
    }

    [Theory]
    [InlineData(CovarianceShape.Full, 3, 5)]
    [InlineData(CovarianceShape.Diagonal, 2, 1)]
    public void Points_of_one_place_do_not_break_a_fit_and_are_told(
        CovarianceShape shape,
        int columns,
        int seed
    )
    {
        var points = Points.Even(60, columns, seed);
        for (var row = 0; row < 30; row++)
        {
            points[row].Fill(7);
        }

        var fit = Fit(points, 2, shape);

        Assert.Equal(1, fit.Mixture.Collapsed);
        Assert.True(double.IsFinite(fit.LogLikelihood));
        Assert.Single(fit.Labels.Take(30).Distinct());
    }

    [Fact]
    public void Columns_that_never_vary_or_repeat_each_other_do_not_break_a_fit()
    {
        var points = Points.Even(200, 4);
        for (var row = 0; row < points.Rows; row++)
        {
            (points[row][1], points[row][2]) = (1e6, points[row][0] * 1e3);
        }

        var fit = Fit(points, 3, CovarianceShape.Full);

        Assert.True(double.IsFinite(fit.LogLikelihood));
        Assert.True(fit.Mixture.Regularization >= 1e-6);
    }

    [Fact]
    public void Fewer_different_points_than_components_leave_fewer_clusters()
    {
        var fit = Fit(new Matrix([1, 1, 1, 5, 5, 5], columns: 1), 4, CovarianceShape.Full);

        Assert.Equal(2, fit.Clusters);
        Assert.Equal(2, fit.Labels.Distinct().Count());
    }

    [Fact]
    public void Points_too_far_apart_for_squares_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Fit(new Matrix([1e200, -1e200, 3e199, 0], columns: 1), 2, CovarianceShape.Full)
        );

    [Fact]
    public void Distance_from_zero_does_not_blur_the_clusters()
    {
        var (points, clouds) = Points.Blobs(clusters: 3, size: 40, columns: 2);
        foreach (ref var value in points.Values)
        {
            value += 1e7;
        }

        Assert.Equal(1, AdjustedRand.Of(clouds, Fit(points, 3, CovarianceShape.Full).Labels));
    }

    [Fact]
    public void Crossing_clouds_that_k_means_cuts_apart_are_found_and_the_heaviest_comes_first()
    {
        var random = new Random(3);
        var points = new Matrix(900, 2);
        int[] clouds = [.. Enumerable.Range(0, 900).Select(i => i < 300 ? 0 : 1)];
        for (var row = 0; row < 900; row++)
        {
            var (along, across) = (Normal(random) * 5, Normal(random) * 0.2);
            (points[row][0], points[row][1]) = clouds[row] == 0 ? (along, across) : (across, along);
        }

        var fit = Fit(points, 2, CovarianceShape.Full);

        Assert.True(AdjustedRand.Of(clouds, fit.Labels) > 0.8);
        Assert.True(fit.Mixture.Weights[0] > 0.6);
    }

    static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;
}
