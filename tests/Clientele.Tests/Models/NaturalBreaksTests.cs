using Clientele.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Models;

public sealed class NaturalBreaksTests : CenterClustererContract
{
    protected override int Columns => 1;

    protected override IClusterer Create(int clusters, int seed, int threads) => With(clusters);

    static NaturalBreaks With(int clusters) => new(new NaturalBreaksOptions { Clusters = clusters });

    [Fact]
    public void Classes_ascend_and_cuts_are_their_greatest_values()
    {
        var breaks = With(3).Of([30, 1, 2, 31, 10, 11, 2]);

        Assert.Equal([2.0, 11.0], breaks.Cuts);
        Assert.Equal([2, 0, 0, 2, 1, 1, 0], breaks.Labels);
        Assert.Equal([5.0 / 3, 10.5, 30.5], breaks.Centers);
        Assert.Equal((2.0 / 3) + 0.5 + 0.5, breaks.Inertia, tolerance: 1e-12);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(2.5, 1)]
    [InlineData(11, 1)]
    [InlineData(99, 2)]
    public void Another_value_falls_into_the_class_of_its_cuts(double value, int expected) =>
        Assert.Equal(expected, With(3).Of([30, 1, 2, 31, 10, 11, 2]).ClassOf(value));

    [Fact]
    public void Equal_values_are_never_parted() =>
        Assert.Equal([0, 0, 0, 0, 1], With(2).Of([1, 1, 1, 1, 1.0001]).Labels);

    [Fact]
    public void Fewer_different_values_than_classes_are_refused() =>
        Assert.Throws<ArgumentException>(() => With(3).Of([1, 1, 2, 2]));

    [Fact]
    public void No_other_division_has_less_inertia() =>
        Prop.ForAll(
                Gen.Choose(0, 40).ArrayOf(9).ToArbitrary(),
                sample =>
                {
                    double[] values = [.. sample.Select(v => (double)v)];
                    return values.Distinct().Count() < 3
                        || Math.Abs(With(3).Of(values).Inertia - LeastOfAll(values)) < 1e-9;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Kmeans_with_many_starts_is_never_better() =>
        Prop.ForAll(
                Gen.Choose(1, 10_000).ToArbitrary(),
                seed =>
                {
                    var points = Points.Even(60, 1, seed);
                    var kmeans = new KMeans(new KMeansOptions { Clusters = 4, Starts = 3 }).Fit(points);
                    return With(4).Fit(points).Inertia <= kmeans.Inertia + 1e-12;
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>Tries every pair of cuts.</summary>
    static double LeastOfAll(double[] values)
    {
        double[] sorted = [.. values.Order()];
        var least = double.PositiveInfinity;
        for (var a = 1; a < sorted.Length - 1; a++)
        {
            for (var b = a + 1; b < sorted.Length; b++)
            {
                least = Math.Min(least, Spread(sorted[..a]) + Spread(sorted[a..b]) + Spread(sorted[b..]));
            }
        }

        return least;
    }

    static double Spread(double[] values) => values.Sum(v => Math.Pow(v - values.Average(), 2));
}
