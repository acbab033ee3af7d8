using Clientele.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Models;

public sealed class StatisticsTests
{
    /// <summary>pandas 1.5: Series([1, 2, 4, 8, 16]).quantile(…).</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.4)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 4)]
    [InlineData(0.9, 12.8)]
    [InlineData(1, 16)]
    public void Quantiles_are_of_type_7(double p, double expected) =>
        Assert.Equal(expected, Statistics.Quantile([1, 2, 4, 8, 16], p), tolerance: 1e-12);

    [Fact]
    public void Quantiles_sort_for_themselves() =>
        Assert.Equal([1, 4, 16], Statistics.Quantiles([16, 1, 8, 2, 4], 0, 0.5, 1));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_share_out_of_range_is_refused(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Statistics.Quantile([1, 2], p));

    /// <summary>By hand: deviations from 6.2 are −5.2 −4.2 −2.2 1.8 9.8, their squares sum to 148.8; the last two by pandas 1.5.</summary>
    [Fact]
    public void Moments_are_those_of_pandas()
    {
        var moments = Moments.Of([8, 1, 16, 2, 4]);

        Assert.Equal((5, 1, 16, 4), (moments.Count, moments.Min, moments.Max, moments.Median));
        Assert.Equal((2, 8), (moments.Q1, moments.Q3));
        Assert.Equal(6.2, moments.Mean, tolerance: 1e-12);
        Assert.Equal(Math.Sqrt(148.8 / 4), moments.StandardDeviation, tolerance: 1e-12);
        Assert.Equal(1.3253147098134048, moments.Skewness, tolerance: 1e-12);
        Assert.Equal(1.3037634408602123, moments.Kurtosis, tolerance: 1e-12);
    }

    [Fact]
    public void Counted_values_have_the_moments_of_the_values_written_out() =>
        Prop.ForAll(
                Gen.Choose(-9, 9).NonEmptyListOf().Resize(30).ToArbitrary(),
                sample =>
                {
                    double[] all = [.. sample.Select(v => v / 2.0)];
                    double[] distinct = [.. all.Distinct().Order()];
                    long[] counts = [.. distinct.Select(v => all.LongCount(a => a.Equals(v)))];
                    return Close(Moments.Of(all), Moments.OfCounted(distinct, counts));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Moments_do_not_lose_digits_far_from_zero()
    {
        var near = Moments.Of([1, 2, 4, 8, 16]);
        var far = Moments.Of([1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 8, 1e9 + 16]);

        Assert.Equal(near.StandardDeviation, far.StandardDeviation, tolerance: 1e-6);
        Assert.Equal(near.Kurtosis, far.Kurtosis, tolerance: 1e-6);
    }

    [Fact]
    public void Moments_that_few_values_do_not_have_are_not_a_number()
    {
        Assert.Equal(0, Moments.Of([]).Count);
        Assert.True(double.IsNaN(Moments.Of([]).Mean));
        Assert.True(double.IsNaN(Moments.Of([1]).StandardDeviation));
        Assert.True(double.IsNaN(Moments.Of([1, 2]).Skewness));
        Assert.True(double.IsNaN(Moments.Of([1, 2, 3]).Kurtosis));
        Assert.Equal(0, Moments.Of([5, 5, 5, 5]).Kurtosis);
    }

    [Fact]
    public void Unknown_values_are_left_out() =>
        Assert.Equal(Moments.Of([1, 2, 4]), Moments.Of([1, double.NaN, 4, 2]));

    [Fact]
    public void Values_that_do_not_ascend_cannot_be_counted() =>
        Assert.Throws<ArgumentException>(() => Moments.OfCounted([2, 1], [1, 1]));

    /// <summary>Recomputed with pandas 1.5.</summary>
    [Fact]
    public void Pearson_and_spearman_are_those_of_pandas()
    {
        Assert.Equal(
            0.9332565252573826,
            Correlation.Pearson([1, 2, 3, 4, 5], [1, 2, 4, 8, 16]),
            tolerance: 1e-12
        );
        Assert.Equal(1, Correlation.Spearman([1, 2, 3, 4, 5], [1, 2, 4, 8, 16]), tolerance: 1e-12);
        Assert.Equal(
            0.2894736842105264,
            Correlation.Spearman([1, 2, 2, 4, 5], [3, 1, 4, 1, 5]),
            tolerance: 1e-12
        );
        Assert.True(double.IsNaN(Correlation.Pearson([1, 1, 1], [1, 2, 3])));
    }

    [Fact]
    public void Equal_values_share_their_ranks() =>
        Assert.Equal([2.5, 1, 2.5, 4], Correlation.Ranks([7, 3, 7, 9]));

    static bool Close(Moments a, Moments b) =>
        a.Count == b.Count
        && new[]
        {
            (a.Mean, b.Mean),
            (a.Median, b.Median),
            (a.Q1, b.Q1),
            (a.Q3, b.Q3),
            (a.StandardDeviation, b.StandardDeviation),
            (a.Skewness, b.Skewness),
            (a.Kurtosis, b.Kurtosis),
        }.All(p => p.Item1.Equals(p.Item2) || Math.Abs(p.Item1 - p.Item2) < 1e-9);
}
