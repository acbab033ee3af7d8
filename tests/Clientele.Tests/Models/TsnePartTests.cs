using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>The parts of t-SNE, each against its formula.</summary>
public sealed class TsnePartTests
{
    static float[] Cloud(int count, double width)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 2 * count).Select(_ => (float)(width * NormalNumber.Next(random)))];
    }

    /// <summary>Forces and their sum, term by term.</summary>
    static (double Sum, double[] Forces) Defined(float[] points)
    {
        var (sum, forces) = (0.0, new double[points.Length]);
        for (var i = 0; i < points.Length; i += 2)
        {
            for (var j = 0; j < points.Length; j += 2)
            {
                double dx = points[i] - points[j];
                double dy = points[i + 1] - points[j + 1];
                var near = 1 / (1 + (dx * dx) + (dy * dy));
                sum += i == j ? 0 : near;
                forces[i] += near * near * dx;
                forces[i + 1] += near * near * dy;
            }
        }

        return (sum, forces);
    }

    static void Agrees(IRepulsion repulsion, float[] points, double tolerance)
    {
        var (sum, forces) = Defined(points);
        var pushed = new float[points.Length];

        var approximate = repulsion.Push(points, pushed, CancellationToken.None);

        Assert.Equal(1, approximate / sum, tolerance);
        var error = forces.Zip(pushed).Sum(pair => Math.Pow(pair.First - pair.Second, 2));
        Assert.InRange(Math.Sqrt(error / forces.Sum(f => f * f)), 0, tolerance);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(40)]
    public void Every_way_to_repulse_gives_the_forces_of_the_formula(double width)
    {
        var points = Cloud(1003, width);

        Agrees(new ExactRepulsion(1003, 2), points, 1e-5);
        Agrees(new TreeRepulsion(1003, theta: 0, 2), points, 1e-5);
        Agrees(new TreeRepulsion(1003, theta: 0.5, 2), points, 0.03);
        Agrees(new GridRepulsion(1003, 2), points, 0.02);
    }

    [Fact]
    public void A_long_thin_cloud_and_equal_points_are_pushed_too()
    {
        var line = Cloud(500, 10).Select((v, i) => i % 2 == 0 ? v * 10 : 0).ToArray();
        float[] equal = [.. Enumerable.Repeat(1f, 40), .. Cloud(100, 1)];

        Agrees(new GridRepulsion(500, 1), line, 0.02);
        Agrees(new TreeRepulsion(500, theta: 0, 1), line, 1e-5);
        Agrees(new GridRepulsion(120, 1), equal, 0.02);
        Agrees(new TreeRepulsion(120, theta: 0, 1), equal, 1e-5);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(64)]
    [InlineData(108)]
    public void A_transform_gives_the_frequencies_of_the_formula_and_its_inverse_the_values(int size)
    {
        var fft = new LaneFft(size);
        var values = Cloud(size * LaneFft.Lanes, 1);
        var turned = values.ToArray();

        fft.Forward(turned);

        const int lane = 3;
        for (var k = 0; k < size; k++)
        {
            var expected = System.Numerics.Complex.Zero;
            for (var n = 0; n < size; n++)
            {
                expected +=
                    new System.Numerics.Complex(Real(values, n, lane), Imaginary(values, n, lane))
                    * System.Numerics.Complex.FromPolarCoordinates(1, -2 * Math.PI * k * n / size);
            }

            Assert.Equal(expected.Real, Real(turned, fft.Place[k], lane), tolerance: 1e-4);
            Assert.Equal(expected.Imaginary, Imaginary(turned, fft.Place[k], lane), tolerance: 1e-4);
        }

        fft.Inverse(turned);
        Assert.All(values.Zip(turned), pair => Assert.Equal(pair.First, pair.Second / size, tolerance: 1e-5));
    }

    static float Real(float[] values, int index, int lane) => values[(index * LaneFft.Stride) + lane];

    static float Imaginary(float[] values, int index, int lane) =>
        values[(index * LaneFft.Stride) + LaneFft.Lanes + lane];

    [Theory]
    [InlineData(1, 2)]
    [InlineData(65, 72)]
    [InlineData(129, 144)]
    [InlineData(1000, 1024)]
    public void A_size_is_the_next_even_product_of_2_and_3(int least, int size) =>
        Assert.Equal(size, LaneFft.SizeFor(least));

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(50)]
    public void Chances_have_the_perplexity_that_was_asked_for(double perplexity)
    {
        var graph = ExactNeighbors.Of(Points.Even(400, 3), 150, Metric.Euclidean, threads: 1);

        var chances = Perplexity.Chances(graph, perplexity, threads: 2, CancellationToken.None);

        for (var row = 0; row < 400; row++)
        {
            var own = chances.AsSpan(row * 150, 150).ToArray();
            Assert.Equal(1, own.Sum(p => (double)p), tolerance: 1e-6);
            Assert.Equal(perplexity, Math.Exp(own.Sum(p => p > 0 ? -p * Math.Log(p) : 0)), tolerance: 1e-3);
            Assert.Equal(own.OrderDescending(), own);
        }
    }

    [Theory]
    [InlineData(1e-30)]
    [InlineData(1)]
    [InlineData(1e30)]
    public void The_unit_of_distance_changes_no_chance(double unit)
    {
        double[] squares = [.. Enumerable.Range(1, 9).Select(i => unit * i * i)];
        var (chances, expected) = (new double[9], new double[9]);
        Perplexity.Fill(Enumerable.Range(1, 9).Select(i => (double)(i * i)).ToArray(), 3, expected);

        Perplexity.Fill(squares, 3, chances);

        Assert.All(expected.Zip(chances), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-7));
    }

    [Fact]
    public void Equally_near_neighbors_have_equal_chances()
    {
        var chances = new double[4];

        Perplexity.Fill([2, 2, 2, 2], 3, chances);
        Assert.Equal([0.25, 0.25, 0.25, 0.25], chances);

        Perplexity.Fill([0, 0, 0, 5], 2, chances);
        Assert.All(chances[..3], p => Assert.Equal(1 / 3.0, p, tolerance: 1e-9));
    }

    [Fact]
    public void Affinities_are_mutual_and_add_up_to_1()
    {
        var graph = ExactNeighbors.Of(Points.Even(300, 3), 21, Metric.Euclidean, threads: 1);
        var chances = Perplexity.Chances(graph, 7, threads: 1, CancellationToken.None);

        var affinities = Affinities.Of(graph, chances, threads: 2, CancellationToken.None);

        var pairs = new Dictionary<(int, int), float>();
        for (var row = 0; row < 300; row++)
        {
            for (var i = affinities.Starts[row]; i < affinities.Starts[row + 1]; i++)
            {
                if (affinities.Partners[i] != row)
                {
                    pairs.Add((row, affinities.Partners[i]), affinities.Weights[i]);
                }
            }
        }

        Assert.Equal(1, affinities.Weights.Sum(w => (double)w), tolerance: 1e-5);
        Assert.All(pairs, pair => Assert.Equal(pair.Value, pairs[(pair.Key.Item2, pair.Key.Item1)]));
        var nearest = graph.IndicesOf(0)[0];
        var back = graph.IndicesOf(nearest).IndexOf(0);
        var expected = chances[0] + (back < 0 ? 0 : chances[(nearest * 21) + back]);
        Assert.Equal(expected / 600, pairs[(0, nearest)], tolerance: 1e-9);
    }
}
