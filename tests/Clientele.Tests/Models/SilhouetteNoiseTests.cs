using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>Points that belong to no cluster are left out of scores, and their share is told; blades.</summary>
public sealed class SilhouetteNoiseTests
{
    const int Noise = IClustering.Noise;

    static readonly int[] Labels = [.. Enumerable.Range(0, 90).Select(i => i % 5 == 0 ? Noise : i / 30)];

    static Matrix Cloud() => Points.Blobs(clusters: 3, size: 30, columns: 2).Points;

    static (Matrix Points, int[] Labels) Clustered()
    {
        var rows = Enumerable.Range(0, 90).Where(i => Labels[i] != Noise).ToArray();
        return (Cloud().Take(rows), [.. rows.Select(row => Labels[row])]);
    }

    [Fact]
    public void Scores_are_those_of_the_points_without_noise()
    {
        var (points, labels) = Clustered();
        var score = Silhouette.Of(Cloud(), Labels);

        Assert.Equal(Silhouette.Of(points, labels).Mean, score.Mean, tolerance: 1e-12);
        Assert.Equal(0.2, score.NoiseShare, tolerance: 1e-12);
        Assert.Equal(Labels.Select(label => label == Noise), score.Samples.Select(double.IsNaN));
        Assert.Equal(Labels, score.Clusters);
        Assert.Equal(
            CalinskiHarabasz.Of(points, labels),
            CalinskiHarabasz.Of(Cloud(), Labels),
            tolerance: 1e-9
        );
        Assert.Equal(DaviesBouldin.Of(points, labels), DaviesBouldin.Of(Cloud(), Labels), tolerance: 1e-12);
    }

    [Fact]
    public void Distances_leave_noise_out_too()
    {
        var points = Cloud();
        var distances = new Matrix(90, 90);
        for (var i = 0; i < 90 * 90; i++)
        {
            distances[i / 90][i % 90] = System.Numerics.Tensors.TensorPrimitives.Distance<double>(
                points[i / 90],
                points[i % 90]
            );
        }

        Assert.Equal(
            Silhouette.Of(points, Labels).Mean,
            Silhouette.OfDistances(distances, Labels).Mean,
            tolerance: 1e-12
        );
    }

    [Fact]
    public void A_sample_leaves_noise_out_and_tells_the_share_of_all_points()
    {
        var score = Silhouette.Sampled(Cloud(), [Labels], new SampleOptions { Size = 40 })[0];

        Assert.Equal(0.2, score.NoiseShare, tolerance: 1e-12);
        Assert.Equal(40, score.Samples.Length);
        Assert.Equal(score.Samples.Where(s => !double.IsNaN(s)).Average(), score.Mean, tolerance: 1e-12);
        Assert.True(score.StandardError > 0);
    }

    [Fact]
    public void Noise_alone_or_one_cluster_beside_it_has_no_score()
    {
        Assert.Throws<ArgumentException>(() => Silhouette.Of(Cloud(), new int[90]));
        Assert.Throws<ArgumentException>(() =>
            Silhouette.Of(Cloud(), [.. Labels.Select(label => Math.Min(label, 0))])
        );
    }

    [Fact]
    public void Blades_hold_the_silhouettes_of_every_cluster_from_the_greatest_down()
    {
        var score = Silhouette.Of(new Matrix([0, 1, 1, 2, 3, 3, 9], columns: 1), [4, 7, 7, 7, 8, 8, Noise]);

        var blades = score.Blades();

        Assert.Equal([0, 1, 2], blades.Select(blade => blade.Cluster));
        Assert.Equal([0.5, 0.5, 0], blades[1].Samples);
        Assert.Equal([0, 1.0 / 3, 1], blades.Select(blade => blade.Mean));
    }
}
