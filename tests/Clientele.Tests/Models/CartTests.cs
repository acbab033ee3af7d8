using Clientele.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Models;

public sealed class CartTests
{
    /// <summary>Petal widths of the irises from their other three measures: scikit-learn 1.2.1's DecisionTreeRegressor.</summary>
    [Theory]
    [InlineData(1, null, 1, 18.4066, 2)]
    [InlineData(2, null, 1, 6.752772727272727, 4)]
    [InlineData(3, null, 1, 4.865067797699377, 8)]
    [InlineData(4, null, 1, 3.6266058399117216, 15)]
    [InlineData(null, 3, 1, 6.839472727272726, 3)]
    [InlineData(null, 5, 1, 5.004880542986426, 5)]
    [InlineData(null, 8, 1, 3.598271286814321, 8)]
    [InlineData(null, null, 10, 3.8926031677301025, 10)]
    public void Petal_widths_are_told_as_well_as_by_scikit_learn(
        int? depth,
        int? leaves,
        int least,
        double error,
        int grown
    )
    {
        var (points, widths) = Trees.PetalWidths();
        var tree = new Cart(
            new TreeOptions
            {
                MaxDepth = depth,
                MaxLeaves = leaves,
                MinLeaf = least,
            }
        ).Fit(points, widths);

        Assert.Equal(error, Trees.SquaredError(tree, points, widths), tolerance: 1e-9);
        Assert.Equal(grown, tree.Leaves);
        Assert.True(tree.Depth <= (depth ?? 100));
    }

    /// <summary>scikit-learn 1.2.1's DecisionTreeClassifier.</summary>
    [Theory]
    [InlineData(1, 0.6666666666666666, 2)]
    [InlineData(2, 0.96, 3)]
    [InlineData(3, 0.9733333333333334, 5)]
    [InlineData(4, 0.9933333333333333, 8)]
    [InlineData(20, 1, 9)]
    public void Species_are_told_as_well_as_by_scikit_learn(int depth, double accuracy, int leaves)
    {
        var (points, species) = Points.Iris();
        var tree = new Cart(new TreeOptions { MaxDepth = depth }).FitClasses(points, species);

        Assert.Equal(accuracy, Trees.Accuracy(tree, points, species), tolerance: 1e-12);
        Assert.Equal(leaves, tree.Leaves);
    }

    /// <summary>The weighted error of scikit-learn's tree of depth 3 with the same weights.</summary>
    [Fact]
    public void Weights_that_are_no_whole_numbers_count()
    {
        var (points, widths) = Trees.PetalWidths();
        var weights = Enumerable.Range(0, 150).Select(row => (row % 3) + 0.5).ToArray();
        var tree = new Cart(new TreeOptions { MaxDepth = 3 }).Fit(points, widths, weights);

        var error = Enumerable
            .Range(0, 150)
            .Sum(row => weights[row] * Math.Pow(Trees.Told(tree, points[row]) - widths[row], 2));
        Assert.Equal(7.085601196238157, error, tolerance: 1e-5);
    }

    [Fact]
    public void A_row_that_counts_twice_is_as_two_rows()
    {
        var (points, widths) = Trees.PetalWidths();
        int[] twice = [.. Enumerable.Range(0, 150), .. Enumerable.Range(0, 50)];
        var weights = Enumerable.Range(0, 150).Select(row => row < 50 ? 2.0 : 1).ToArray();
        var options = new TreeOptions { MaxDepth = 6, MinLeaf = 3 };

        var doubled = new Cart(options).Fit(points.Take(twice), twice.Select(row => widths[row]).ToArray());
        var weighted = new Cart(options).Fit(points, widths, weights);

        Trees.Same(doubled, weighted);
    }

    [Fact]
    public void A_row_without_weight_is_as_not_there()
    {
        var (points, widths) = Trees.PetalWidths();
        var weights = Enumerable.Range(0, 150).Select(row => row < 120 ? 1.0 : 0).ToArray();
        int[] counted = [.. Enumerable.Range(0, 120)];

        var less = new Cart(new TreeOptions()).Fit(points.Take(counted), widths.AsSpan(0, 120));
        var weighted = new Cart(new TreeOptions()).Fit(points, widths, weights);

        Assert.Equal(less.Leaves, weighted.Leaves);
        Assert.All(
            counted,
            row => Assert.Equal(Trees.Told(less, points[row]), Trees.Told(weighted, points[row]), 1e-12)
        );
    }

    [Fact]
    public void A_target_that_never_varies_gives_one_leaf()
    {
        var tree = new Cart(new TreeOptions()).Fit(
            Points.Even(500, 3),
            Enumerable.Repeat(0.1, 500).ToArray()
        );

        Assert.Equal(1, tree.Leaves);
        Assert.Equal(0.1, tree.Values[0], tolerance: 1e-15);
    }

    [Fact]
    public void Rows_that_are_all_alike_give_one_leaf() =>
        Assert.Equal(
            1,
            new Cart(new TreeOptions()).Fit(new Matrix(10, 2), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).Leaves
        );

    [Fact]
    public void A_tree_without_limits_tells_every_row_that_differs()
    {
        var points = Points.Even(200, 2);
        var target = Trees.Waves(points);
        var tree = new Cart(new TreeOptions()).Fit(points, target);

        Assert.All(Enumerable.Range(0, 200), row => Assert.Equal(target[row], Trees.Told(tree, points[row])));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(5000)]
    public void A_rising_transform_of_a_column_changes_nothing(int rows)
    {
        var points = Points.Even(rows, 3);
        var bent = new Matrix(points.Values.ToArray(), 3);
        for (var row = 0; row < rows; row++)
        {
            bent[row][1] = Math.Exp(20 * points[row][1]);
        }

        var target = Trees.Waves(points);
        var options = new TreeOptions { MinLeaf = 3 };
        var (one, other) = (new Cart(options).Fit(points, target), new Cart(options).Fit(bent, target));

        Assert.Equal(one.Columns, other.Columns);
        Assert.All(
            Enumerable.Range(0, rows),
            row => Assert.Equal(one.Leaf(points[row]), other.Leaf(bent[row]))
        );
    }

    [Theory]
    [InlineData(300)]
    [InlineData(6000)]
    public void The_order_of_the_rows_does_not_change_the_tree(int rows)
    {
        var points = Points.Even(rows, 4);
        var target = Trees.Waves(points);
        var order = Enumerable.Range(0, rows).ToArray();
        new Random(3).Shuffle(order);

        var before = new Cart(new TreeOptions()).Fit(points, target);
        var after = new Cart(new TreeOptions()).Fit(
            points.Take(order),
            order.Select(row => target[row]).ToArray()
        );

        Trees.Same(before, after);
    }

    [Fact]
    public void Columns_in_another_order_tell_the_same()
    {
        var points = Points.Even(2000, 3);
        var turned = new Matrix(2000, 3);
        for (var row = 0; row < 2000; row++)
        {
            (turned[row][0], turned[row][1], turned[row][2]) = (
                points[row][2],
                points[row][0],
                points[row][1]
            );
        }

        var target = Trees.Waves(points);
        var options = new TreeOptions { MaxDepth = 6 };
        var (one, other) = (new Cart(options).Fit(points, target), new Cart(options).Fit(turned, target));

        Assert.All(
            Enumerable.Range(0, 2000),
            row => Assert.Equal(Trees.Told(one, points[row]), Trees.Told(other, turned[row]))
        );
    }

    [Fact]
    public void A_leaf_tells_the_mean_of_its_rows_and_no_leaf_is_smaller_than_asked()
    {
        Prop.ForAll(
                Gen.Choose(2, 600).Three().ToArbitrary(),
                sizes =>
                {
                    var (rows, least, seed) = (sizes.Item1, 1 + (sizes.Item2 % 20), sizes.Item3);
                    var points = Points.Even(rows, 2, seed);
                    var target = Trees.Waves(points);
                    var tree = new Cart(new TreeOptions { MinLeaf = least, Bins = 64 }).Fit(points, target);

                    var leaves = Enumerable.Range(0, rows).GroupBy(row => tree.Leaf(points[row])).ToList();
                    Assert.Equal(tree.Leaves, leaves.Count);
                    foreach (var leaf in leaves)
                    {
                        Assert.True(leaf.Count() >= least || leaves.Count == 1);
                        Assert.Equal(leaf.Average(row => target[row]), tree.ValuesOf(leaf.Key)[0], 1e-12);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void Many_values_in_few_bins_cost_little()
    {
        var points = Points.Even(20_000, 3);
        var target = Trees.Waves(points);

        double Missed(int bins) =>
            Trees.SquaredError(
                new Cart(new TreeOptions { MaxDepth = 6, Bins = bins }).Fit(points, target),
                points,
                target
            );

        Assert.True(Missed(32) < 1.1 * Missed(255));
    }

    [Fact]
    public void A_column_that_is_mostly_one_value_is_still_split_elsewhere()
    {
        var points = new Matrix(10_000, 1);
        for (var row = 0; row < 1000; row++)
        {
            points[row][0] = 1 + row;
        }

        double[] target = [.. Enumerable.Range(0, 10_000).Select(row => points[row][0] > 500 ? 1.0 : 0)];

        var tree = new Cart(new TreeOptions { Bins = 100 }).Fit(points, target);

        Assert.Equal(0, Trees.SquaredError(tree, points, target));
    }

    [Fact]
    public void Huge_and_tiny_targets_are_told()
    {
        var points = Points.Even(300, 1);
        foreach (var scale in (double[])[1e-200, 1e200])
        {
            double[] target = [.. points.Column(0).Select(x => scale * (x > 0.5 ? 3 : 2))];
            var tree = new Cart(new TreeOptions()).Fit(points, target);

            Assert.Equal(2, tree.Leaves);
            Assert.All(tree.Values, value => Assert.InRange(value / scale, 1.99999, 3.00001));
        }
    }

    [Fact]
    public void What_does_not_suit_is_refused()
    {
        var cart = new Cart(new TreeOptions());
        var points = Points.Even(5, 2);

        Assert.Throws<ArgumentException>(() => cart.Fit(points, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => cart.Fit(points, [1, 2, 3, 4, double.NaN]));
        Assert.Throws<ArgumentException>(() => cart.Fit(points, [1, 2, 3, 4, 5], [1, 1, 1, 1, -1]));
        Assert.Throws<ArgumentException>(() => cart.Fit(points, [1, 2, 3, 4, 5], [1, 1, 1]));
        Assert.Throws<ArgumentException>(() => cart.Fit(points, [1, 2, 3, 4, 5], [0, 0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => cart.FitClasses(points, [0, 1, 2, 3, 256]));
        Assert.Throws<ArgumentException>(() => cart.FitClasses(points, [0, 1, 2, 3, -1]));
    }
}
