using System.ComponentModel.DataAnnotations;
using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class PcaTests : EmbedderContract
{
    protected override IEmbedder Create(int seed, int threads) =>
        new Pca(new PcaOptions { Seed = seed, Threads = threads });

    static PcaEmbedding Fit(Matrix points, int components, PcaSolver solver = PcaSolver.Auto) =>
        new Pca(new PcaOptions { Components = components, Solver = solver }).Fit(points);

    static void Near(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));

    [Fact]
    public void Three_points_on_a_line_vary_along_it_alone()
    {
        var fit = Fit(new Matrix([1, 2, 2, 4, 3, 6], columns: 2), 2);

        Near([5, 0], fit.Components.Variances, 1e-15);
        Near([1 / Math.Sqrt(5), 2 / Math.Sqrt(5)], fit.Components.Axes[0].ToArray(), 1e-15);
        Near([-Math.Sqrt(5), 0, Math.Sqrt(5)], fit.Points.Column(0), 1e-15);
        Assert.Equal([2.0, 4.0], fit.Components.Means);
    }

    [Fact]
    public void Irises_vary_as_scikit_learn_says()
    {
        var components = Fit(Points.Iris().Points, 4).Components;

        Near([4.22824171, 0.24267075, 0.0782095, 0.02383509], components.Variances, 5e-9);
        Near([0.92461872, 0.05306648, 0.01710261, 0.00521218], components.Ratios, 5e-9);
        Assert.Equal(1, components.CumulativeRatios[^1], tolerance: 1e-12);
        double[] loadings = [0.36138659, -0.08452251, 0.85667061, 0.3582892];
        Near(loadings, components.Axes[0].ToArray(), 5e-9);
        Near([0.65658877, 0.73016143, -0.17337266, -0.07548102], components.Axes[1].ToArray(), 5e-9);
    }

    [Fact]
    public void The_largest_loading_of_every_axis_is_positive() =>
        Assert.All(
            Enumerable.Range(0, 10).Select(seed => Fit(Points.Even(50, 5, seed), 5).Components.Axes),
            axes =>
                Assert.All(
                    Enumerable.Range(0, axes.Rows).Select(i => axes[i].ToArray()),
                    axis => Assert.True(axis.MaxBy(Math.Abs) > 0)
                )
        );

    [Theory]
    [InlineData(0.5, 5)]
    [InlineData(0.9, 21)]
    [InlineData(0.95, 29)]
    [InlineData(0.99, 41)]
    public void As_few_axes_are_kept_as_hold_a_share(double share, int axes)
    {
        var components = new Pca(new PcaOptions { Share = share }).Components(Points.Digits());

        Assert.Equal(axes, components.Axes.Rows);
        Assert.True(components.CumulativeRatios[^1] >= share);
        Assert.True(components.CumulativeRatios[^2] < share);
        Assert.Equal(1202.1477121607033, components.TotalVariance, tolerance: 1e-9);
    }

    [Fact]
    public void A_picture_of_digits_is_as_trustworthy_as_known()
    {
        var points = Points.Digits();
        var fit = Fit(points, 2);

        Near([179.0069301, 163.71774688], fit.Components.Variances, 5e-8);
        var score = Trustworthiness.Of(points, fit.Points, new TrustworthinessOptions { Neighbors = 5 });
        // Many digits are equally far apart: which of them count as neighbors differs in the last places.
        Assert.Equal(0.8304249707527576, score.Trustworthiness, tolerance: 1e-5);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(37)]
    public void All_axes_give_the_points_back(int columns)
    {
        var points = Points.Even(131, columns);
        var fit = Fit(points, columns);

        Near(points.Values.ToArray(), fit.Components.Inverse(fit.Points).Values.ToArray(), 1e-13);
        Assert.Equal(0, fit.Points.Column(columns - 1).Average(), tolerance: 1e-13);
    }

    [Fact]
    public void Coordinates_are_uncorrelated_and_vary_as_told()
    {
        var fit = Fit(Points.Even(9000, 11), 6);

        for (var i = 0; i < 6; i++)
        {
            var one = fit.Points.Column(i);
            Assert.Equal(fit.Components.Variances[i], one.Sum(v => v * v) / 8999, tolerance: 1e-13);
            Assert.All(
                Enumerable.Range(0, i),
                j => Assert.Equal(0, Correlation.Pearson(one, fit.Points.Column(j)), tolerance: 1e-11)
            );
        }
    }

    [Fact]
    public void Points_far_from_0_keep_their_digits()
    {
        var near = Points.Even(500, 3);
        var far = new Matrix([.. near.Values.ToArray().Select(v => v + 1e8)], columns: 3);

        Near(Fit(near, 3).Components.Variances, Fit(far, 3).Components.Variances, 1e-9);
    }

    [Fact]
    public void A_random_start_finds_the_first_axes()
    {
        var points = Points.Digits();

        var (all, few) = (Fit(points, 8), Fit(points, 8, PcaSolver.Randomized));

        Near(all.Components.Variances, few.Components.Variances, 1e-3);
        Near(all.Components.Axes[0].ToArray(), few.Components.Axes[0].ToArray(), 1e-5);
        Assert.Equal(all.Components.TotalVariance, few.Components.TotalVariance, tolerance: 1e-9);
        Assert.Equal(
            few.Points.Values.ToArray(),
            Fit(points, 8, PcaSolver.Randomized).Points.Values.ToArray()
        );
    }

    [Fact]
    public void A_random_start_is_exact_where_there_are_no_other_axes()
    {
        var flat = Fit(Points.Even(70, 3), 3);
        var wide = flat.Points.Rows;
        var points = new Matrix(wide, 40);
        for (var row = 0; row < wide; row++)
        {
            for (var column = 0; column < 40; column++)
            {
                points[row][column] = flat.Points[row][column % 3] * (1 + (column % 7));
            }
        }

        var (all, few) = (Fit(points, 5), Fit(points, 5, PcaSolver.Randomized));

        Near(all.Components.Variances, few.Components.Variances, 1e-10);
        Assert.Equal(0, few.Components.Variances[4], tolerance: 1e-10);
    }

    [Fact]
    public void The_threads_of_a_random_start_change_nothing()
    {
        var points = Points.Even(9000, 20);
        double[] Values(int threads) =>
            new Pca(new PcaOptions { Solver = PcaSolver.Randomized, Threads = threads })
                .Fit(points)
                .Points.Values.ToArray();

        Assert.Equal(Values(1), Values(3));
    }

    [Fact]
    public void What_never_varies_has_no_share()
    {
        var components = new Pca(new PcaOptions { Share = 0.9 }).Components(
            new Matrix([3, 4, 3, 4, 3, 4], columns: 2)
        );

        Assert.Equal([0.0], components.Variances);
        Assert.Equal([0.0], components.CumulativeRatios);
    }

    [Fact]
    public void More_axes_than_columns_are_refused() =>
        Assert.Equal(
            "components is 3, but can be no more than the columns: 2. (Parameter 'points')",
            Assert.Throws<ArgumentException>(() => Fit(Points.Even(9, 2), 3)).Message
        );

    [Fact]
    public void A_share_by_chance_is_refused() =>
        Assert.Contains(
            "share is given",
            Assert
                .Throws<ValidationException>(() =>
                    new Pca(new PcaOptions { Share = 0.9, Solver = PcaSolver.Randomized })
                )
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    public void Eigenvectors_build_the_matrix_again(int size)
    {
        var random = Points.Even(size, size);
        var matrix = new Matrix(size, size);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                // The first columns are equal: some eigenvalues are 0.
                matrix[i][j] = i < size / 3 && j < size / 3 ? 1 : random[i][j] + random[j][i];
            }
        }

        var eigen = SymmetricEigen.Of(matrix.Take([.. Enumerable.Range(0, size)]));

        Assert.Equal(eigen.Values.OrderDescending(), eigen.Values);
        for (var i = 0; i < size; i++)
        {
            var (row, column) = (i, (i * 7) % size);
            var sum = Enumerable
                .Range(0, size)
                .Sum(k => eigen.Values[k] * eigen.Vectors[k][row] * eigen.Vectors[k][column]);
            Assert.Equal(matrix[row][column], sum, tolerance: 1e-12);
            Assert.Equal(1, eigen.Vectors[i].ToArray().Sum(v => v * v), tolerance: 1e-13);
        }
    }
}
