using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class GradientBoostingTests
{
    static readonly Matrix Small = new(
        [.. Enumerable.Range(0, 40).SelectMany(i => new double[] { i * 7 % 40, i * 3 % 11 })],
        2
    );

    static BoostingOptions Options { get; } =
        new()
        {
            Trees = 60,
            MaxLeaves = 8,
            MinLeaf = 5,
        };

    /// <summary>Counts and amounts that columns tell, with many zeros.</summary>
    internal static (Matrix Points, double[] Amounts) Amounts(int rows, int seed = 1)
    {
        var random = new Random(seed);
        var points = new Matrix(rows, 12);
        var amounts = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            for (var c = 0; c < points.Columns; c++)
            {
                points[i][c] = random.NextDouble();
            }

            var mean = Math.Exp(1 + (2 * points[i][0]) - (3 * points[i][1] * points[i][2]));
            amounts[i] = random.NextDouble() < 0.4 ? mean * -Math.Log(random.NextDouble()) / 0.4 : 0;
        }

        return (points, amounts);
    }

    [Fact]
    public void Five_trees_tell_what_scikit_learn_tells()
    {
        double[] target =
        [
            .. Enumerable.Range(0, 40).Select(i => Math.Sin(i * 7 % 40 / 5.0) + (i * 3 % 11 * 0.1)),
        ];
        var model = new GradientBoosting(
            new()
            {
                Trees = 5,
                LearningRate = 0.3,
                MaxLeaves = 4,
                MinLeaf = 3,
            }
        ).Fit(Small, target);

        // HistGradientBoostingRegressor(max_iter=5, learning_rate=.3, max_leaf_nodes=4, min_samples_leaf=3), scikit-learn 1.2.1.
        double[] theirs =
        [
            0.3993034657053179,
            0.9729223701778614,
            1.0125467011753284,
            0.18010669539182067,
            -0.22340333731414197,
            0.9508970374470818,
        ];
        Assert.All(
            model.Predict(Small).Zip(theirs),
            pair => Assert.Equal(pair.Second, pair.First, tolerance: 1e-6)
        );
    }

    [Theory]
    [InlineData(BoostingLoss.Squared)]
    [InlineData(BoostingLoss.Poisson)]
    [InlineData(BoostingLoss.Tweedie)]
    public void Means_are_told_of_rows_that_were_not_seen(BoostingLoss loss)
    {
        var ((points, amounts), (others, came)) = (Amounts(4000), Amounts(4000, seed: 2));
        var told = new GradientBoosting(Options with { Loss = loss }).Fit(points, amounts).Predict(others);

        Assert.Equal(came.Average(), told.Average(), tolerance: 0.1 * came.Average());
        Assert.InRange(RankingScores.NormalizedGini(came, told), 0.3, 1);
        Assert.True(loss == BoostingLoss.Squared || told.Min() > 0);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_quantile_has_its_share_of_new_rows_below_it(double quantile)
    {
        var points = new Matrix(6000, 2);
        double[] Drawn(int seed)
        {
            var random = new Random(seed);
            var values = new double[points.Rows];
            for (var i = 0; i < values.Length; i++)
            {
                (points[i][0], points[i][1]) = (random.NextDouble(), random.NextDouble());
                values[i] = (10 * points[i][0]) + ((1 + (5 * points[i][1])) * random.NextDouble());
            }

            return values;
        }

        var model = new GradientBoosting(
            Options with
            {
                Loss = BoostingLoss.Quantile,
                Quantile = quantile,
                MinLeaf = 40,
                Trees = 150,
            }
        ).Fit(points, Drawn(1));
        var came = Drawn(2);
        var below = model.Predict(points).Zip(came, (told, y) => y <= told ? 1.0 : 0).Average();

        Assert.Equal(quantile, below, tolerance: 0.03);
    }

    [Theory]
    [InlineData(BoostingLoss.Squared, 1)]
    [InlineData(BoostingLoss.Tweedie, 0.7)]
    public void Threads_change_no_bit(BoostingLoss loss, double share)
    {
        var (points, amounts) = Amounts(3000);
        BoostedTrees Fit(int threads) =>
            new GradientBoosting(
                Options with
                {
                    Loss = loss,
                    Threads = threads,
                    RowShare = share,
                    Seed = 3,
                }
            ).Fit(points, amounts);
        var (one, two) = (Fit(1), Fit(2));

        Assert.Equal(one.Predict(points, 1), two.Predict(points, 2));
        Assert.Equal(one.Importance, two.Importance);
    }

    [Fact]
    public void Rows_in_another_order_make_the_same_trees()
    {
        var (points, amounts) = Amounts(2000);
        int[] turned = [.. Enumerable.Range(0, 2000).Reverse()];
        var (one, other) = (
            new GradientBoosting(Options).Fit(points, amounts),
            new GradientBoosting(Options).Fit(points.Take(turned), [.. turned.Select(i => amounts[i])])
        );

        Assert.All(
            one.Predict(points).Zip(other.Predict(points)),
            pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-9 * (1 + Math.Abs(pair.First)))
        );
    }

    [Theory]
    [InlineData(BoostingLoss.Squared)]
    [InlineData(BoostingLoss.Poisson)]
    [InlineData(BoostingLoss.Tweedie)]
    [InlineData(BoostingLoss.Quantile)]
    public void Nothing_to_learn_is_no_fault(BoostingLoss loss)
    {
        var options = Options with { Loss = loss };
        Assert.Equal(
            [7],
            new GradientBoosting(options).Fit(new Matrix([1], 1), [7]).Predict(new Matrix([5], 1)),
            Near
        );
        Assert.All(
            new GradientBoosting(options).Fit(Small, new double[40]).Predict(Small),
            told => Assert.Equal(0, told)
        );
        Assert.All(
            new GradientBoosting(options)
                .Fit(new Matrix(40, 2), [.. Enumerable.Range(0, 40).Select(i => (double)i)])
                .Predict(Small),
            told => Assert.Equal(19.5, told, tolerance: 1e-9)
        );
    }

    static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;

    [Fact]
    public void What_cannot_be_learned_from_is_refused_by_name()
    {
        Assert.Contains(
            "targets of 0 or more",
            Assert
                .Throws<ArgumentException>(() =>
                    new GradientBoosting(new() { Loss = BoostingLoss.Poisson }).Fit(
                        Small,
                        [.. Enumerable.Repeat(-1.0, 40)]
                    )
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => new GradientBoosting(new()).Fit(Small, [1, 2]));
        Assert.Throws<ArgumentException>(() =>
            new GradientBoosting(new()).Fit(Small, [.. Enumerable.Repeat(double.NaN, 40)])
        );
    }
}
