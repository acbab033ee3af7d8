using System.ComponentModel.DataAnnotations;
using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class ClusterPanelTests
{
    [Fact]
    public void Every_member_finds_four_separate_clouds()
    {
        var (points, clouds) = Points.Blobs(clusters: 4, size: 60, columns: 2);

        var panel = new ClusterPanel(new PanelOptions()).Fit(points);

        Assert.Equal(4, panel.Chosen);
        Assert.All(panel.Votes, vote => Assert.Equal(4, vote.Vote));
        Assert.Equal(1, AdjustedRand.Of(clouds, panel.Best.Labels));
        Assert.Equal([4], panel.Rows.Where(row => row.Chosen).Select(row => row.K));
        Assert.Equal(Enumerable.Range(2, 9), panel.Rows.Select(row => row.K));
    }

    [Fact]
    public void A_best_number_below_the_least_is_told_but_not_chosen()
    {
        var (points, _) = Points.Blobs(clusters: 2, size: 60, columns: 2);
        var options = new PanelOptions { Members = [PanelMember.Silhouette, PanelMember.Knee] };

        var panel = new ClusterPanel(options).Fit(points);

        Assert.Equal(2, panel.Votes[0].Unrestricted);
        Assert.True(panel.Votes[0].Vote >= 3);
        Assert.Null(panel.Votes[1].Vote);
        Assert.True(panel.Chosen >= 3);
    }

    [Fact]
    public void Members_that_are_left_out_have_no_scores()
    {
        var options = new PanelOptions { Members = [PanelMember.Silhouette] };

        var panel = new ClusterPanel(options).Fit(Points.Even(300, 2));

        Assert.All(
            panel.Rows,
            row =>
            {
                Assert.False(double.IsNaN(row.Silhouette));
                Assert.Equal(
                    [double.NaN, double.NaN, double.NaN, double.NaN],
                    [row.CalinskiHarabasz, row.DaviesBouldin, row.Gap, row.StabilityAri]
                );
            }
        );
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var points = Points.Even(300, 2);
        var options = new PanelOptions { GapReferences = 3, StabilityRounds = 3 };

        var one = new ClusterPanel(options with { Threads = 1 }).Fit(points);
        var many = new ClusterPanel(options with { Threads = 3 }).Fit(points);

        Assert.Equal(one.Rows, many.Rows);
        Assert.Equal(one.Votes, many.Votes);
    }

    [Fact]
    public void More_points_than_the_samples_are_sampled()
    {
        var options = new PanelOptions
        {
            SilhouetteSample = 100,
            SampleSize = 100,
            Largest = 4,
        };

        var panel = new ClusterPanel(options).Fit(Points.Blobs(3, 200, 2).Points);

        Assert.All(panel.Rows, row => Assert.True(row.SilhouetteError > 0));
        Assert.Equal(3, panel.Chosen);
    }

    [Fact]
    public void Ties_go_to_the_greater_silhouette()
    {
        var panel = new ClusterPanel(
            new PanelOptions { Members = [PanelMember.Knee, PanelMember.Silhouette] }
        ).Fit(Points.Even(300, 2));

        Assert.Equal(panel.Rows.Where(r => r.K >= 3).MaxBy(r => r.Silhouette)!.K, panel.Chosen);
    }

    [Fact]
    public void Few_points_shorten_the_range() =>
        Assert.Equal(
            [2, 3, 4, 5],
            new ClusterPanel(new PanelOptions()).Fit(Points.Even(6, 2)).Rows.Select(row => row.K)
        );

    [Fact]
    public void Too_few_points_are_refused() =>
        Assert.Throws<ArgumentException>(() => new ClusterPanel(new PanelOptions()).Fit(Points.Even(3, 2)));

    [Fact]
    public void Points_that_are_all_the_same_are_refused() =>
        Assert.Throws<ArgumentException>(() => new ClusterPanel(new PanelOptions()).Fit(new Matrix(50, 2)));

    [Fact]
    public void Limits_that_contradict_each_other_are_refused() =>
        Assert.Contains(
            "min_clusters is 12, but must not be more than largest, 10.",
            Assert
                .Throws<ValidationException>(() => new ClusterPanel(new PanelOptions { MinClusters = 12 }))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_clear_clustering_is_more_stable_than_none()
    {
        static double Of(Matrix points)
        {
            var fit = new KMeans(new KMeansOptions { Clusters = 3 }).Fit(points);
            return new BootstrapStability(new StabilityOptions { Bootstrap = true })
                .Of(points, fit, seed => new KMeans(new KMeansOptions { Clusters = 3, Seed = seed }))
                .Mean;
        }

        Assert.Equal(1, Of(Points.Blobs(3, 60, 2).Points));
        Assert.InRange(Of(Points.Even(180, 2)), -0.5, 0.95);
    }
}
