using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class StressLayoutTests
{
    static Graph Grid(int side) =>
        Graph.Of(
            side * side,
            [
                .. Enumerable
                    .Range(0, side * side)
                    .Where(n => n % side + 1 < side)
                    .Select(n => (n, n + 1, 1.0)),
                .. Enumerable.Range(0, side * (side - 1)).Select(n => (n, n + side, 1.0)),
            ]
        );

    static Graph Path(int nodes) =>
        Graph.Of(nodes, [.. Enumerable.Range(0, nodes - 1).Select(n => (n, n + 1, 1.0))]);

    static double Length(Matrix places, int a, int b) =>
        double.Hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]);

    [Theory]
    [InlineData(1000)]
    [InlineData(2)]
    public void A_path_is_laid_out_straight(int exact)
    {
        var places = new StressLayout(new() { ExactNodes = exact, Pivots = 10 }).Lay(
            Path(20),
            TestContext.Current.CancellationToken
        );

        var whole = Length(places, 0, 19);
        for (var node = 0; node < 19; node++)
        {
            Assert.Equal(whole / 19, Length(places, node, node + 1), whole / 19 * 0.1);
        }
    }

    [Theory]
    [InlineData(1000, 0.97)]
    [InlineData(2, 0.95)]
    public void Distances_on_a_grid_are_those_of_its_paths(int exact, double least)
    {
        var places = new StressLayout(new() { ExactNodes = exact, Pivots = 30 }).Lay(
            Grid(12),
            TestContext.Current.CancellationToken
        );
        var (laid, asked) = (new List<double>(), new List<double>());
        for (var a = 0; a < 144; a++)
        {
            for (var b = 0; b < a; b++)
            {
                laid.Add(Length(places, a, b));
                asked.Add(Math.Abs((a % 12) - (b % 12)) + Math.Abs((a / 12) - (b / 12)));
            }
        }

        var (x, y) = (laid.Average(), asked.Average());
        var correlation =
            laid.Zip(asked, (l, s) => (l - x) * (s - y)).Sum()
            / Math.Sqrt(laid.Sum(l => (l - x) * (l - x)) * asked.Sum(s => (s - y) * (s - y)));
        Assert.InRange(correlation, least, 1);
    }

    [Fact]
    public void No_pass_raises_the_stress()
    {
        var random = new Random(5);
        var graph = Graph.Of(
            60,
            [
                .. Enumerable.Range(1, 59).Select(n => (n, random.Next(n), 1.0)),
                .. Enumerable
                    .Range(0, 30)
                    .Select(_ => (random.Next(60), random.Next(60), 1.0))
                    .Where(e => e.Item1 != e.Item2),
            ]
        );
        var terms = StressTerms.Of(graph, new(), TestContext.Current.CancellationToken);
        var places = new Matrix([.. Enumerable.Range(0, 120).Select(_ => random.NextDouble())], 2);

        var last = terms.Stress(places);
        for (var pass = 0; pass < 50; pass++)
        {
            terms.Move(places);
            Assert.True(terms.Stress(places) <= last * (1 + 1e-12));
            last = terms.Stress(places);
        }
    }

    [Fact]
    public void Parts_without_an_edge_between_them_stand_apart()
    {
        var graph = Graph.Of(7, [(0, 1, 1), (1, 2, 1), (3, 4, 1), (4, 5, 1)]);
        foreach (var exact in (int[])[1000, 2])
        {
            var places = new StressLayout(new() { ExactNodes = exact }).Lay(
                graph,
                TestContext.Current.CancellationToken
            );

            Assert.All(places.Values.ToArray(), v => Assert.InRange(v, -1, 1));
            Assert.True(Length(places, 1, 4) > Length(places, 0, 1));
            Assert.True(Length(places, 6, 1) > Length(places, 0, 1));
        }
    }

    [Fact]
    public void Threads_and_repeats_change_nothing()
    {
        var one = new StressLayout(new() { Threads = 1, ExactNodes = 20 }).Lay(
            Grid(9),
            TestContext.Current.CancellationToken
        );
        var four = new StressLayout(new() { Threads = 4, ExactNodes = 20 }).Lay(
            Grid(9),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(one.Values.ToArray(), four.Values.ToArray());
    }

    [Fact]
    public void Two_nodes_and_one_are_laid_out_too()
    {
        Assert.Equal(2, new StressLayout(new()).Lay(Path(2), TestContext.Current.CancellationToken).Rows);
        Assert.Equal(1, new StressLayout(new()).Lay(Path(1), TestContext.Current.CancellationToken).Rows);
    }
}
