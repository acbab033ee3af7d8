using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class RandomForestTests
{
    static ForestOptions Options(int trees = 30, int threads = 1) =>
        new() { Trees = trees, Threads = threads };

    /// <summary>scikit-learn 1.2.1: .9310 ± .0007 with one column a split and .9379 ± .0011 with all, 200 trees, five seeds.</summary>
    [Theory]
    [InlineData(SplitColumns.Third, 0.9310)]
    [InlineData(SplitColumns.All, 0.9379)]
    public void Petal_widths_out_of_bag_are_told_as_well_as_by_scikit_learn(
        SplitColumns columns,
        double expected
    )
    {
        var (points, widths) = Trees.PetalWidths();
        var tree = new TreeOptions { SplitColumns = columns };
        var scores = Enumerable
            .Range(0, 3)
            .Select(seed =>
                new RandomForest(Options(200) with { Tree = tree, Seed = seed }).Fit(points, widths)
            );

        Assert.Equal(expected, scores.Average(fit => fit.OutOfBagScore!.Value), tolerance: 0.003);
    }

    /// <summary>scikit-learn: accuracy .933 to .96 by seed, importance about .10 .02 .43 .44.</summary>
    [Fact]
    public void Species_are_told_and_petals_matter_most()
    {
        var (points, species) = Points.Iris();
        var tree = new TreeOptions { SplitColumns = SplitColumns.SquareRoot };

        var forest = new RandomForest(Options(200) with { Tree = tree }).FitClasses(points, species);

        Assert.InRange(forest.OutOfBagScore!.Value, 0.93, 0.967);
        Assert.InRange(forest.Importance[2], 0.35, 0.52);
        Assert.InRange(forest.Importance[3], 0.35, 0.52);
        Assert.Equal(1, forest.Importance.Sum(), tolerance: 1e-12);
        var shares = forest.Forest.Predict(points);
        Assert.Equal(3, shares.Columns);
        Assert.All(
            Enumerable.Range(0, 150),
            row => Assert.Equal(1, shares[row].ToArray().Sum(), tolerance: 1e-9)
        );
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var points = Points.Even(3000, 5);
        var target = Trees.Waves(points);

        var (one, many) = (
            new RandomForest(Options(threads: 1)).Fit(points, target),
            new RandomForest(Options(threads: 3)).Fit(points, target)
        );

        Assert.Equal(one.OutOfBagScore, many.OutOfBagScore);
        Assert.Equal(one.Importance, many.Importance);
        Assert.Equal(one.OutOfBag.Values.ToArray(), many.OutOfBag.Values.ToArray());
        Assert.Equal(one.Forest.Leaves(points, threads: 1), many.Forest.Leaves(points, threads: 3));
        Assert.Equal(
            one.Forest.Predict(points, 1).Values.ToArray(),
            many.Forest.Predict(points, 3).Values.ToArray()
        );
    }

    [Fact]
    public void Seeds_make_other_forests_and_the_same_again()
    {
        var points = Points.Even(300, 5);
        var target = Trees.Waves(points);
        int[] Leaves(int seed) =>
            new RandomForest(Options() with { Seed = seed }).Fit(points, target).Forest.Leaves(points);

        Assert.Equal(Leaves(1), Leaves(1));
        Assert.NotEqual(Leaves(1), Leaves(2));
    }

    [Fact]
    public void Rows_that_are_told_alike_share_leaves()
    {
        var points = Points.Even(500, 3);
        var forest = new RandomForest(Options()).Fit(points, Trees.Waves(points)).Forest;

        var leaves = forest.Leaves(points.Take([7, 7, 8]));

        Assert.Equal(3 * 30, leaves.Length);
        Assert.Equal(leaves[..30], leaves[30..60]);
        Assert.NotEqual(leaves[..30], leaves[60..]);
        Assert.All(
            Enumerable.Range(0, 30),
            tree => Assert.Equal(forest.Trees[tree].Leaf(points[8]), leaves[60 + tree])
        );
    }

    [Fact]
    public void A_forest_tells_unseen_points_better_than_one_tree()
    {
        var (points, unseen) = (Points.Even(2000, 6, seed: 1), Points.Even(1000, 6, seed: 2));
        var random = new Random(1);
        double[] target = [.. Trees.Waves(points).Select(value => value + random.NextDouble() - 0.5)];
        double Missed(Forest forest) =>
            Trees
                .Waves(unseen)
                .Zip(forest.Predict(unseen).Values.ToArray(), (y, told) => Math.Pow(y - told, 2))
                .Sum();

        var (many, one) = (
            new RandomForest(Options(60)).Fit(points, target).Forest,
            new RandomForest(Options(1)).Fit(points, target).Forest
        );

        Assert.True(Missed(many) < 0.5 * Missed(one));
    }

    [Fact]
    public void Without_a_bootstrap_and_with_all_columns_every_tree_is_the_same()
    {
        var points = Points.Even(200, 3);
        var options = Options(3) with { Bootstrap = false, Tree = new TreeOptions() };

        var fit = new RandomForest(options).Fit(points, Trees.Waves(points));

        Assert.Null(fit.OutOfBagScore);
        var forest = fit.Forest;
        Assert.Equal(forest.Trees[0].Thresholds, forest.Trees[2].Thresholds);
        Trees.Same(forest.Trees[0], new Cart(new TreeOptions()).Fit(points, Trees.Waves(points)));
    }

    [Fact]
    public void What_does_not_suit_is_refused()
    {
        var points = Points.Even(20, 2);
        var forest = new RandomForest(Options()).Fit(points, Trees.Waves(points)).Forest;

        Assert.Throws<ArgumentException>(() => forest.Predict(new Matrix(3, 5)));
        Assert.Throws<ArgumentException>(() => forest.Leaves(new Matrix([double.NaN, 1], 2)));
        Assert.Throws<System.ComponentModel.DataAnnotations.ValidationException>(() =>
            new RandomForest(Options() with { Tree = new TreeOptions { MinLeaf = 0 } })
        );
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            new RandomForest(Options()).Fit(points, new double[20], cancel.Token)
        );
    }
}
