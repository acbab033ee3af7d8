using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class KneeTests
{
    static readonly int[] TwoToTen = [.. Enumerable.Range(2, 9)];

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Separate_clouds_bend_the_curve_at_their_number(int clouds)
    {
        var points = Points.Blobs(clouds, 60, 2).Points;

        Assert.Equal(
            clouds,
            Knee.Of(
                TwoToTen,
                [.. TwoToTen.Select(k => new KMeans(new KMeansOptions { Clusters = k }).Fit(points).Inertia)]
            )
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public void A_power_of_k_has_no_knee(double dimensions) =>
        Assert.Null(Knee.Of(TwoToTen, [.. TwoToTen.Select(k => Math.Pow(k, -2 / dimensions))]));

    /// <summary>Inertias of logged recency, frequency and spend of one shop for k 2 … 7, read off a plot: bent by nothing but k.</summary>
    [Fact]
    public void A_smooth_curve_of_a_real_shop_has_no_knee() =>
        Assert.Null(Knee.Of([2, 3, 4, 5, 6, 7], [6890, 5320, 4440, 3770, 3370, 3050]));

    [Fact]
    public void Clusters_that_fit_exactly_are_the_knee() =>
        Assert.Equal(4, Knee.Of([2, 3, 4, 5, 6], [9, 4, 0, 0, 0]));

    [Fact]
    public void Two_points_or_no_inertia_have_no_knee()
    {
        Assert.Null(Knee.Of([2, 3], [9, 1]));
        Assert.Null(Knee.Of([2, 3, 4], [0, 0, 0]));
        Assert.Null(Knee.Of([2, 3, 4], [5, 5, 5]));
    }
}
