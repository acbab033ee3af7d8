using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class NeighborsTests
{
    public static TheoryData<Metric> Metrics => [.. Enum.GetValues<Metric>()];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Exact_neighbors_are_those_of_comparing_all(Metric metric)
    {
        foreach (var points in Sets())
        {
            var graph = ExactNeighbors.Of(points, 9, metric, threads: 2);

            for (var row = 0; row < points.Rows; row++)
            {
                var expected = Sorted(points[row].ToArray(), points, metric)
                    .Where(n => n.Row != row)
                    .Take(9)
                    .ToList();
                Assert.Equal(expected.Select(n => n.Row), graph.IndicesOf(row).ToArray());
                Assert.Equal(expected.Select(n => n.Distance), graph.DistancesOf(row).ToArray());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Neighbors_between_two_sets_are_those_of_comparing_all(Metric metric)
    {
        var (queries, points) = (Points.Even(21, 5, seed: 3), Points.Even(90, 5));
        points[40].CopyTo(queries[7]);
        queries[8].Clear();

        var graph = ExactNeighbors.Between(queries, points, 4, metric, threads: 1);

        for (var row = 0; row < queries.Rows; row++)
        {
            var expected = Sorted(queries[row].ToArray(), points, metric).Take(4).ToList();
            Assert.Equal(expected.Select(n => n.Row), graph.IndicesOf(row).ToArray());
            Assert.Equal(expected.Select(n => n.Distance), graph.DistancesOf(row).ToArray());
        }
    }

    [Fact]
    public void Points_that_come_ever_nearer_are_found_too()
    {
        // Enough for a look at a sample first.
        var points = new Matrix([.. Enumerable.Range(0, 5_000).Select(i => Math.Pow(0.999, i))], columns: 1);

        var graph = ExactNeighbors.Of(points, 2, Metric.Euclidean, threads: 0);

        Assert.Equal([4_998, 4_997], graph.IndicesOf(4_999).ToArray());
        Assert.Equal([1, 2], graph.IndicesOf(0).ToArray());
    }

    [Theory]
    [InlineData(20_000, 10, Metric.Euclidean)]
    [InlineData(5_000, 64, Metric.Euclidean)]
    [InlineData(3_000, 12, Metric.Manhattan)]
    [InlineData(3_000, 12, Metric.Cosine)]
    public void Descent_finds_nearly_all(int rows, int columns, Metric metric)
    {
        var points = Overlapping(rows, columns);
        var options = new NeighborDescentOptions { Metric = metric, Seed = 1 };
        var nearly = new NeighborDescent(options).Of(points);
        var exact = ExactNeighbors.Of(points, 15, metric, threads: 0);

        var found = Enumerable
            .Range(0, rows)
            .Sum(row => nearly.IndicesOf(row).ToArray().Intersect(exact.IndicesOf(row).ToArray()).Count());

        Assert.InRange(found / (15.0 * rows), 0.95, 1);
        Assert.Equal(
            Distance.Of(points[7], points[nearly.IndicesOf(7)[3]], metric),
            nearly.DistancesOf(7)[3]
        );
    }

    [Fact]
    public void Descent_gives_the_same_for_a_seed_with_any_number_of_threads()
    {
        var points = Overlapping(2_000, 6);
        NeighborGraph Of(int threads) =>
            new NeighborDescent(new NeighborDescentOptions { Neighbors = 8, Threads = threads }).Of(points);

        var (one, three) = (Of(1), Of(3));

        Assert.Equal(one.Indices, three.Indices);
        Assert.Equal(one.Distances, three.Distances);
    }

    [Fact]
    public void Descent_among_few_or_equal_points_is_exact()
    {
        var (few, equal) = (Points.Even(40, 3), new Matrix(300, 2));
        var options = new NeighborDescentOptions { Neighbors = 5 };

        var nearly = new NeighborDescent(options).Of(few);

        Assert.Equal(ExactNeighbors.Of(few, 5, Metric.Euclidean, threads: 1).Indices, nearly.Indices);
        Assert.All(new NeighborDescent(options).Of(equal).Indices, row => Assert.InRange(row, 0, 299));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void More_neighbors_than_there_are_others_are_refused(int neighbors)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            ExactNeighbors.Of(Points.Even(30, 2), neighbors, Metric.Euclidean, threads: 1)
        );

        Assert.StartsWith(
            $"neighbors is {neighbors}, but must lie between 1 and the other points: 29.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>Points in general, on a grid with many ties, far from 0, with an outlier, all equal.</summary>
    static IEnumerable<Matrix> Sets()
    {
        var (even, grid, far, odd) = (
            Points.Even(310, 7),
            Points.Even(200, 3),
            Points.Even(150, 4),
            Points.Even(150, 4)
        );
        foreach (ref var value in grid.Values)
        {
            value = Math.Floor(value * 3);
        }

        foreach (ref var value in far.Values)
        {
            value += 1e9;
        }

        odd[11][2] = 1e8;
        return [even, grid, far, odd, new Matrix(30, 2)];
    }

    static IEnumerable<(double Distance, int Row)> Sorted(double[] query, Matrix points, Metric metric) =>
        Enumerable
            .Range(0, points.Rows)
            .Select(row => (Distance.Of(query, points[row], metric), row))
            .Order();

    /// <summary>Clouds that run into each other.</summary>
    static Matrix Overlapping(int rows, int columns)
    {
        var random = new Random(6);
        var centers = Points.Even(12, columns, seed: 7);
        var points = new Matrix(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var bell = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
                points[row][column] = centers[row % 12][column] + (bell / 2);
            }
        }

        return points;
    }
}
