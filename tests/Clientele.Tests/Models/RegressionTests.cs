using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class RegressionTests
{
    static readonly Matrix Points = new(
        [.. Enumerable.Range(0, 12).SelectMany(i => new[] { i % 5, i * i % 7, i / 3.0 })],
        3
    );

    static readonly double[] Target =
    [
        .. Enumerable.Range(0, 12).Select(i => (3 * i % 11) + (0.5 * (i % 5))),
    ];

    /// <summary>Ridge of scikit-learn 1.2.1.</summary>
    public static TheoryData<double, double[]> Ridges =>
        new()
        {
            { 0, [0.5776630373779323, 0.056179144685149916, 0.3271747670894603, 3.7399259176114037] },
            { 1, [0.5552787728430268, 0.06036616469006142, 0.3095300200558783, 3.803421961766308] },
            { 10, [0.41291928721173987, 0.07291666666666671, 0.2106328616352203, 4.209807389937106] },
        };

    [Theory]
    [MemberData(nameof(Ridges))]
    public void Ridge_has_the_coefficients_of_scikit_learn(double penalty, double[] theirs)
    {
        var model = new RidgeRegression(new() { Penalty = penalty }).Fit(Points, Target);

        double[] ours = [.. model.Coefficients, model.Intercept];
        Assert.All(ours.Zip(theirs), pair => Assert.Equal(pair.Second, pair.First, tolerance: 1e-10));
        Assert.Equal(
            model.Intercept
                + (model.Coefficients[0] * 4)
                + (model.Coefficients[1] * 2)
                + (model.Coefficients[2] * 3),
            model.Predict(new Matrix([4, 2, 3], 3))[0],
            tolerance: 1e-12
        );
    }

    [Fact]
    public void Ridge_without_a_penalty_survives_columns_that_say_the_same()
    {
        var twice = new Matrix([.. Enumerable.Range(0, 10).SelectMany(i => new double[] { i, 2 * i, 7 })], 3);
        double[] target = [.. Enumerable.Range(0, 10).Select(i => 3.0 * i)];
        var told = new RidgeRegression(new() { Penalty = 0 }).Fit(twice, target).Predict(twice);

        Assert.All(told.Zip(target), pair => Assert.Equal(pair.Second, pair.First, tolerance: 1e-5));
    }

    [Fact]
    public void Two_rounds_of_adaboost_are_those_worked_out_by_hand()
    {
        // One column, depth 1. First: {1,2} | {3,4} tells 0.5 and 7.5: errors .5 .5 2.5 2.5.
        var points = new Matrix([1, 2, 3, 4], 1);
        var model = new AdaBoostR2(new() { Trees = 2, MaxDepth = 1 }).Fit(points, [0, 1, 5, 10]);

        // Losses are shares of 2.5: .2 .2 1 1, mean .6 — half or more, so that the first tree is all there is.
        Assert.Single(model.Trees);
        Assert.Equal([0.5, 0.5, 7.5, 7.5], model.Predict(points));

        // With losses .2² = .04, .04, 1, 1 the mean is .52; with targets 0 1 9 10 it is 1 of all: .5 everywhere.
        var even = new AdaBoostR2(new() { Trees = 3, MaxDepth = 1 }).Fit(
            new Matrix([1, 2, 3, 4, 5], 1),
            [0, 0, 0, 10, 11]
        );
        // First: errors 0 0 0 .5 .5, losses 0 0 0 1 1, mean .4, β = 2/3, vote ln 1.5; weights of the first three fall to 2/3.
        Assert.Equal(Math.Log(1.5), even.Votes[0], tolerance: 1e-12);
        // Weights are then 1/6 1/6 1/6 1/4 1/4; the second tree is the same, its loss ½: it is not taken.
        Assert.Single(even.Votes);
        Assert.Equal([0, 0, 0, 10.5, 10.5], even.Predict(new Matrix([1, 2, 3, 4, 5], 1)));
    }

    [Fact]
    public void Adaboost_tells_new_rows_better_than_one_of_its_trees()
    {
        var (points, unseen) = (Drawn(800, 1), Drawn(800, 2));
        var (target, came) = (Trees.Waves(points), Trees.Waves(unseen));
        double Missed(IRegressor model) =>
            model.Predict(unseen).Zip(came, (told, y) => (told - y) * (told - y)).Average();

        var boosted = new AdaBoostR2(new() { MaxDepth = 4, Trees = 80 }).Fit(points, target);
        Assert.InRange(
            Missed(boosted),
            0,
            0.8 * Missed(new AdaBoostR2(new() { MaxDepth = 4, Trees = 1 }).Fit(points, target))
        );
        Assert.Equal(boosted.Predict(unseen, threads: 1), new AdaBoostR2(
                new()
                {
                    MaxDepth = 4,
                    Trees = 80,
                    Threads = 2,
                }
            ).Fit(points, target).Predict(unseen, threads: 2));
    }

    [Fact]
    public void Ziln_finds_the_law_that_amounts_were_drawn_from()
    {
        var points = Drawn(20_000, 5);
        var random = new Random(6);
        double[] amounts =
        [
            .. Enumerable
                .Range(0, points.Rows)
                .Select(i =>
                    random.NextDouble() < 1 / (1 + Math.Exp(-(2 * points[i][0]) + 1))
                        ? Math.Exp(1 + points[i][1] + (0.7 * Normal(random)))
                        : 0
                ),
        ];
        var heads = new ZeroInflatedLognormal(new() { Penalty = 0 }).Fit(points, amounts).Heads;

        Assert.Equal([2, 0, -1], heads[0], (a, b) => Math.Abs(a - b) < 0.15);
        Assert.Equal([0, 1, 1], heads[1], (a, b) => Math.Abs(a - b) < 0.08);
        // softplus⁻¹(0.7) = ln(e^0.7 − 1).
        Assert.Equal([0, 0, Math.Log(Math.Exp(0.7) - 1)], heads[2], (a, b) => Math.Abs(a - b) < 0.08);
    }

    [Fact]
    public void Ziln_threads_change_no_bit_and_nothing_to_learn_is_no_fault()
    {
        var points = Drawn(5000, 7);
        double[] amounts = [.. Enumerable.Range(0, 5000).Select(i => i % 3 == 0 ? 0 : 1 + points[i][0])];
        double[] Told(int threads) =>
            new ZeroInflatedLognormal(new() { Threads = threads }).Fit(points, amounts).Predict(points);

        Assert.Equal(Told(1), Told(2));
        Assert.All(
            new ZeroInflatedLognormal(new()).Fit(points, new double[5000]).Predict(points),
            told => Assert.InRange(told, 0, 0.1)
        );
        Assert.All(
            new ZeroInflatedLognormal(new()).Fit(new Matrix([1], 1), [4]).Predict(new Matrix([1, 9], 1)),
            told => Assert.True(double.IsFinite(told) && told >= 0)
        );
        Assert.Throws<ArgumentException>(() =>
            new ZeroInflatedLognormal(new()).Fit(new Matrix([1], 1), [-4])
        );
    }

    static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    static Matrix Drawn(int rows, int seed)
    {
        var random = new Random(seed);
        return new Matrix([.. Enumerable.Range(0, rows * 2).Select(_ => random.NextDouble())], 2);
    }
}
