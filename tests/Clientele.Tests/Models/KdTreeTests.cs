using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class KdTreeTests
{
    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(40, 2, 7)]
    [InlineData(700, 3, 10)]
    [InlineData(1500, 9, 5)]
    public void Nearest_others_are_those_of_a_comparison_with_all(int rows, int columns, int neighbors)
    {
        var points = Points.Even(rows, columns);

        var (found, all) = (
            new KdTree(points, threads: 2).NearestOthers(neighbors, threads: 2),
            ExactNeighbors.Of(points, neighbors, Metric.Euclidean, threads: 1)
        );

        Assert.Equal(all.Indices, found.Indices);
        Assert.All(all.Distances.Zip(found.Distances), d => Assert.Equal(d.First, d.Second, 1e-12));
    }

    [Fact]
    public void Of_equally_near_ones_the_lower_rows_are_found()
    {
        // A grid of whole numbers, every point three times.
        var points = new Matrix(
            [.. Enumerable.Range(0, 1200).Select(i => (double)(i / 2 % 200 / (i % 2 == 0 ? 1 : 20)))],
            2
        );

        Assert.Equal(
            ExactNeighbors.Of(points, 9, Metric.Euclidean, threads: 1).Indices,
            new KdTree(points).NearestOthers(9, threads: 1).Indices
        );
    }

    [Fact]
    public void The_nearest_of_a_place_are_found_in_order()
    {
        var points = new Matrix([0, 1, 3, 7], columns: 1);

        var near = new KdTree(points).NearestTo(new Matrix([2.5, -1], columns: 1), 2, threads: 1);

        Assert.Equal([2, 1, 0, 1], near.Indices);
        Assert.Equal([0.5, 1.5, 1, 2], near.Distances);
    }

    [Fact]
    public void Within_a_radius_are_those_no_farther_than_it()
    {
        var points = Points.Even(900, 2);
        double[] place = [0.4, 0.6];
        var near = Enumerable
            .Range(0, points.Rows)
            .Where(row => Math.Pow(points[row][0] - 0.4, 2) + Math.Pow(points[row][1] - 0.6, 2) <= 0.04)
            .ToArray();

        Assert.Equal(near, new KdTree(points).Within(place, 0.2));
        Assert.Equal([1], new KdTree(new Matrix([0, 3, 9], columns: 1)).Within([5], 2));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var tree = new KdTree(Points.Even(10, 2));

        Assert.Throws<ArgumentException>(() => tree.NearestOthers(10, 1));
        Assert.Throws<ArgumentException>(() => tree.NearestTo(new Matrix(1, 3), 1, 1));
        Assert.Throws<ArgumentException>(() => tree.Within([1], 1));
        Assert.Throws<ArgumentException>(() => new KdTree(new Matrix([1, double.NaN], columns: 1)));
    }
}
