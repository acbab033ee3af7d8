using Clientele.Warehouse;

namespace Clientele.Tests;

public sealed class DemoRandomTests
{
    const int Draws = 100_000;

    static DemoRandom Random(long index = 0) => new(7, DemoPurpose.Orders, index);

    static (double Mean, double Variance) Moments(Func<DemoRandom, double> draw)
    {
        var random = Random();
        var values = new double[Draws];
        for (var i = 0; i < Draws; i++)
        {
            values[i] = draw(random);
        }

        var mean = values.Average();
        return (mean, values.Average(v => (v - mean) * (v - mean)));
    }

    static void AssertMoments(double mean, double variance, Func<DemoRandom, double> draw)
    {
        var found = Moments(draw);
        Assert.Equal(mean, found.Mean, tolerance: 0.02 * Math.Max(1, mean));
        Assert.Equal(variance, found.Variance, tolerance: 0.04 * Math.Max(1, variance));
    }

    [Fact]
    public void Uniform_numbers_have_their_moments() => AssertMoments(0.5, 1 / 12.0, r => r.Uniform());

    [Fact]
    public void Normal_numbers_have_their_moments() => AssertMoments(0, 1, r => r.Normal());

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(4)]
    public void Gamma_numbers_have_their_moments(double shape) =>
        AssertMoments(shape, shape, r => r.Gamma(shape));

    [Fact]
    public void Beta_numbers_have_their_moments() => AssertMoments(0.6, 0.6 * 0.4 / 11, r => r.Beta(6, 4));

    [Theory]
    [InlineData(0.3)]
    [InlineData(3)]
    [InlineData(180)]
    public void Poisson_numbers_have_their_moments(double mean) =>
        AssertMoments(mean, mean, r => r.Poisson(mean));

    [Fact]
    public void Geometric_numbers_have_their_moments() =>
        AssertMoments(0.6 / 0.4, 0.6 / (0.4 * 0.4), r => r.Geometric(0.4));

    [Fact]
    public void Whole_numbers_reach_every_value_below_the_limit()
    {
        var random = Random();

        Assert.Equal(
            [0, 1, 2, 3, 4],
            Enumerable.Range(0, 200).Select(_ => random.Below(5)).Distinct().Order()
        );
    }

    [Fact]
    public void An_alias_table_draws_by_weight()
    {
        double[] weights = [1, 0, 5, 2, 0.5];
        var (table, random) = (new DemoAlias(weights), Random());
        var counts = new double[weights.Length];
        for (var i = 0; i < Draws; i++)
        {
            counts[table.Draw(random)]++;
        }

        for (var i = 0; i < weights.Length; i++)
        {
            Assert.Equal(weights[i] / weights.Sum(), counts[i] / Draws, tolerance: 0.01);
        }

        Assert.Equal(0, counts[1]);
    }

    [Fact]
    public void Weights_that_sum_to_nothing_are_refused() =>
        Assert.Throws<ArgumentException>(() => new DemoAlias([0, 0]));

    [Fact]
    public void The_numbers_stay_the_same_from_version_to_version() =>
        Assert.Equal(2250512113343736407UL, Random(3).Bits());

    [Fact]
    public void Streams_do_not_repeat_each_other()
    {
        var starts = Enumerable.Range(0, 1000).Select(i => Random(i).Bits()).ToList();
        starts.AddRange(Enum.GetValues<DemoPurpose>().Select(p => new DemoRandom(8, p).Bits()));

        Assert.Equal(starts.Count, starts.Distinct().Count());
    }
}
