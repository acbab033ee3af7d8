using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>What several tests of trees use.</summary>
static class Trees
{
    /// <summary>The irises' first three columns, and the fourth to be told.</summary>
    internal static (Matrix Points, double[] Widths) PetalWidths()
    {
        var irises = Points.Iris().Points;
        var points = new Matrix(irises.Rows, 3);
        for (var row = 0; row < irises.Rows; row++)
        {
            irises[row][..3].CopyTo(points[row]);
        }

        return (points, irises.Column(3));
    }

    /// <summary>A bent function of all columns.</summary>
    internal static double[] Waves(Matrix points)
    {
        var target = new double[points.Rows];
        for (var row = 0; row < target.Length; row++)
        {
            for (var column = 0; column < points.Columns; column++)
            {
                target[row] += Math.Sin((5 + (3 * column)) * points[row][column]) / (1 + column);
            }
        }

        return target;
    }

    internal static double Told(DecisionTree tree, ReadOnlySpan<double> point) =>
        tree.ValuesOf(tree.Leaf(point))[0];

    internal static double SquaredError(DecisionTree tree, Matrix points, double[] target) =>
        Enumerable.Range(0, points.Rows).Sum(row => Math.Pow(Told(tree, points[row]) - target[row], 2));

    internal static double Accuracy(DecisionTree tree, Matrix points, int[] classes) =>
        Enumerable
            .Range(0, points.Rows)
            .Average(row =>
            {
                var said = tree.ValuesOf(tree.Leaf(points[row])).ToArray();
                return Array.IndexOf(said, said.Max()) == classes[row] ? 1.0 : 0;
            });

    /// <summary>Two trees ask the same; sums in another order may differ in the last digits of what the leaves say.</summary>
    internal static void Same(DecisionTree one, DecisionTree other)
    {
        Assert.Equal(one.Columns, other.Columns);
        Assert.Equal(one.Thresholds, other.Thresholds);
        Assert.Equal(one.Rights, other.Rights);
        Assert.All(one.Values.Zip(other.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
