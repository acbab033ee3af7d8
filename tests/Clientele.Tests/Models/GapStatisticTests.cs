using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class GapStatisticTests
{
    static readonly int[] OneToSix = [1, 2, 3, 4, 5, 6];

    static GapResult Iris(GapReference reference) =>
        new GapStatistic(
            new GapOptions
            {
                References = 300,
                Reference = reference,
                Starts = 5,
            }
        ).Of(Points.Iris().Points, OneToSix);

    /// <summary>Recomputed with 300 references; the tolerance covers the chance of both sides.</summary>
    [Fact]
    public void Gaps_of_irises_in_a_box_are_as_recomputed()
    {
        var gaps = Iris(GapReference.Box);

        Assert.Equal(
            [0.072, 0.981, 1.436, 1.577, 1.646, 1.717],
            gaps.Rows.Select(row => row.Gap),
            (a, b) => Math.Abs(a - b) < 0.015
        );
        Assert.Null(gaps.Choice());
    }

    [Fact]
    public void Gaps_of_irises_along_principal_axes_are_as_recomputed()
    {
        var gaps = Iris(GapReference.PrincipalAxes);

        Assert.Equal(
            [0.081, 0.591, 0.874, 1.003, 1.047, 1.067],
            gaps.Rows.Select(row => row.Gap),
            (a, b) => Math.Abs(a - b) < 0.015
        );
        Assert.Equal(5, gaps.Choice());
    }

    [Fact]
    public void Distances_are_squared_as_in_the_paper_and_not_as_in_r()
    {
        var gaps = new GapStatistic(new GapOptions { References = 2, Starts = 50 }).Of(
            Points.Iris().Points,
            OneToSix
        );

        Assert.Equal(
            [6.524106, 5.026167, 4.367566, 4.047052, 3.838294, 3.664586],
            gaps.Rows.Select(row => row.LogInertia),
            (a, b) => Math.Abs(a - b) < 1e-5
        );
    }

    [Fact]
    public void Three_clouds_are_three_clusters()
    {
        var gaps = new GapStatistic(new GapOptions()).Of(Points.Blobs(3, 60, 2).Points, OneToSix);

        Assert.Equal(3, gaps.Choice());
    }

    [Fact]
    public void Points_without_clusters_are_one_cluster() =>
        Assert.Equal(1, new GapStatistic(new GapOptions()).Of(Points.Even(400, 2), OneToSix).Choice());

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var points = Points.Even(100, 2);

        Assert.Equal(
            new GapStatistic(new GapOptions { Threads = 1 }).Of(points, OneToSix).Rows,
            new GapStatistic(new GapOptions { Threads = 3 }).Of(points, OneToSix).Rows
        );
    }

    [Fact]
    public void A_choice_is_restricted_by_asking_for_more()
    {
        var gaps = new GapResult([
            new(1, 0, 0.5, 0.1),
            new(2, 0, 0.4, 0.1),
            new(3, 0, 0.9, 0.1),
            new(4, 0, 0.8, 0.1),
        ]);

        Assert.Equal(1, gaps.Choice());
        Assert.Equal(3, gaps.Choice(least: 2));
        Assert.Null(gaps.Choice(least: 4));
    }
}
