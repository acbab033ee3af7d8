using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class InspectionTests
{
    static BoostingOptions Options { get; } =
        new()
        {
            Trees = 60,
            MaxLeaves = 8,
            MinLeaf = 5,
        };

    [Fact]
    public void Shapley_values_are_those_of_all_orders_and_add_up()
    {
        var (points, amounts) = GradientBoostingTests.Amounts(300);
        var narrow = new Matrix([.. Enumerable.Range(0, 300).SelectMany(i => points[i][..4].ToArray())], 4);
        var model = new GradientBoosting(
            Options with
            {
                Trees = 4,
                Loss = BoostingLoss.Tweedie,
                MaxLeaves = 12,
            }
        ).Fit(narrow, amounts);
        var shap = new TreeShap(model, narrow);
        int[] rows = [0, 17, 203];
        var values = shap.Values(narrow.Take(rows));
        var sums = model.Sums(narrow.Take(rows));

        for (var i = 0; i < rows.Length; i++)
        {
            Assert.Equal(sums[i], shap.Base + values[i].ToArray().Sum(), tolerance: 1e-10);
            Assert.All(
                Enumerable.Range(0, 4),
                column =>
                    Assert.Equal(
                        ByAllSets(model, narrow, narrow[rows[i]].ToArray(), column),
                        values[i][column],
                        tolerance: 1e-10
                    )
            );
        }
    }

    /// <summary>Shapley's definition: over all sets of other columns, what a column adds.</summary>
    static double ByAllSets(BoostedTrees model, Matrix background, double[] point, int column)
    {
        var (value, columns) = (0.0, point.Length);
        for (var set = 0; set < 1 << columns; set++)
        {
            if ((set >> column & 1) == 1)
            {
                continue;
            }

            var size = System.Numerics.BitOperations.PopCount((uint)set);
            var weight = Factorial(size) * Factorial(columns - size - 1) / Factorial(columns);
            value +=
                weight
                * (
                    Known(model, background, point, set | (1 << column))
                    - Known(model, background, point, set)
                );
        }

        return value;
    }

    static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (a, b) => a * b);

    static double Known(BoostedTrees model, Matrix background, double[] point, int set)
    {
        double Node(DecisionTree tree, int node, int[] rows)
        {
            var column = tree.Columns[node];
            if (column == DecisionTree.NoColumn)
            {
                return tree.ValuesOf(node)[0];
            }

            int[] left = [.. rows.Where(r => background[r][column] <= tree.Thresholds[node])];
            int[] right = [.. rows.Except(left)];
            if ((set >> column & 1) == 1)
            {
                return point[column] <= tree.Thresholds[node]
                    ? Node(tree, node + 1, left)
                    : Node(tree, tree.Rights[node], right);
            }

            return (
                    (left.Length * Node(tree, node + 1, left))
                    + (right.Length * Node(tree, tree.Rights[node], right))
                ) / rows.Length;
        }

        int[] all = [.. Enumerable.Range(0, background.Rows)];
        return model.Start + model.Trees.Sum(tree => Node(tree, 0, all));
    }

    [Fact]
    public void Shuffling_what_tells_nothing_costs_nothing_and_dependence_has_the_shape()
    {
        var (points, amounts) = GradientBoostingTests.Amounts(3000);
        var model = new GradientBoosting(Options with { Loss = BoostingLoss.Tweedie }).Fit(points, amounts);
        var importance = Inspection.Permutation(
            model,
            points,
            told => RankingScores.NormalizedGini(amounts, told),
            new()
        );
        var dependence = Inspection.PartialDependence(model, points, 0, [0.1, 0.5, 0.9]);

        Assert.True(importance[0].Mean > 5 * importance[7].Mean);
        Assert.True(dependence[0] < dependence[1] && dependence[1] < dependence[2]);
        // The first column multiplies by e² from end to end.
        Assert.InRange(dependence[2] / dependence[0], 2, 8);
    }
}
