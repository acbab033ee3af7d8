using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>Silhouette, Calinski-Harabasz, Davies-Bouldin and the adjusted Rand index against published and recomputed values.</summary>
public sealed class ClusterScoreTests
{
    static readonly int[] FourLabels = [.. Enumerable.Range(0, 40).Select(i => i / 10)];

    /// <summary>Forty points in four crossing pairs; scikit-learn's own test of these scores.</summary>
    static readonly Matrix Four = new(
        [
            .. Enumerable
                .Range(0, 40)
                .SelectMany(i =>
                    (i / 10, i % 2) switch
                    {
                        (0, 0) => [0, 0],
                        (0, _) => [1, 1],
                        (1, 0) => [3, 3],
                        (1, _) => [4, 4],
                        (2, 0) => [0, 4],
                        (2, _) => [1, 3],
                        (_, 0) => [3, 1],
                        _ => new double[] { 4, 0 },
                    }
                ),
        ],
        columns: 2
    );

    /// <summary>Two points together, two alone.</summary>
    static readonly Matrix Singletons = new([0, 0, 2, 2, 3, 3, 5, 5], columns: 2);

    [Fact]
    public void Four_clouds_score_as_in_scikit_learn()
    {
        Assert.Equal(108, CalinskiHarabasz.Of(Four, FourLabels), tolerance: 1e-10);
        Assert.Equal(0.4714045207910318, DaviesBouldin.Of(Four, FourLabels), tolerance: 1e-12);
        Assert.Equal(0.7381085995605379, Silhouette.Of(Four, FourLabels).Mean, tolerance: 1e-12);
    }

    [Fact]
    public void Points_alone_in_their_cluster_have_silhouette_0()
    {
        var score = Silhouette.Of(Singletons, [0, 0, 1, 2]);

        Assert.Equal([1.0 / 3, -0.5, 0, 0], score.Samples, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(-0.041666666666666664, score.Mean, tolerance: 1e-12);
        Assert.Equal(0.4166666666666667, DaviesBouldin.Of(Singletons, [0, 0, 1, 2]), tolerance: 1e-12);
        Assert.Equal(2.75, CalinskiHarabasz.Of(Singletons, [0, 0, 1, 2]), tolerance: 1e-12);
    }

    [Fact]
    public void Identical_points_have_silhouette_1()
    {
        var score = Silhouette.Of(new Matrix([0, 1, 1, 2, 3, 3], columns: 1), [0, 1, 1, 1, 2, 2]);

        Assert.Equal([0, 0.5, 0.5, 0, 1, 1], score.Samples);
        Assert.Equal(0.5, score.Mean);
    }

    [Fact]
    public void Distances_given_as_whole_numbers_are_not_cut_to_whole_silhouettes() =>
        Assert.Equal(
            1.0 / 6,
            Silhouette.OfDistances(new Matrix([0, 1, 2, 1, 0, 1, 2, 1, 0], columns: 3), [0, 0, 1]).Mean,
            tolerance: 1e-12
        );

    /// <summary>Dissimilarities of twelve countries, the lower triangle by rows. Source: Rousseeuw (1987), table 1.</summary>
    static readonly double[] Countries =
    [
        5.58,
        7.0,
        6.5,
        7.08,
        7.0,
        3.83,
        4.83,
        5.08,
        8.17,
        5.83,
        2.17,
        5.75,
        6.67,
        6.92,
        4.92,
        6.42,
        5.0,
        5.58,
        6.0,
        4.67,
        6.42,
        3.42,
        5.5,
        6.42,
        6.42,
        5.0,
        3.92,
        6.17,
        2.5,
        4.92,
        6.25,
        7.33,
        4.5,
        2.25,
        6.33,
        2.75,
        6.08,
        6.67,
        4.25,
        2.67,
        6.0,
        6.17,
        6.17,
        6.92,
        6.17,
        5.25,
        6.83,
        4.5,
        3.75,
        5.75,
        5.42,
        6.08,
        5.83,
        6.67,
        3.67,
        4.75,
        3.0,
        6.08,
        6.67,
        5.0,
        5.58,
        4.83,
        6.17,
        5.67,
        6.5,
        6.92,
    ];

    [Fact]
    public void Rousseeuws_countries_in_two_clusters_score_as_he_printed() =>
        AssertCountries(
            [1, 1, 2, 2, 1, 1, 2, 1, 1, 2, 2, 1],
            0.279666,
            [0.3913, 0.2232, 0.3251, 0.3981, 0.1965, 0.3515, -0.0447, 0.2979, 0.4252, 0.341, 0.2618, 0.189]
        );

    [Fact]
    public void Rousseeuws_countries_in_three_clusters_score_as_he_printed() =>
        AssertCountries(
            [1, 2, 3, 3, 1, 1, 2, 1, 1, 3, 3, 2],
            0.330102,
            [0.4215, 0.2546, 0.3073, 0.4789, 0.0212, 0.4397, 0.175, 0.3656, 0.4681, 0.4368, 0.313, 0.2795]
        );

    static void AssertCountries(int[] labels, double mean, double[] samples)
    {
        var distances = new Matrix(12, 12);
        var next = 0;
        for (var i = 1; i < 12; i++)
        {
            for (var j = 0; j < i; j++)
            {
                distances[i][j] = distances[j][i] = Countries[next++];
            }
        }

        var score = Silhouette.OfDistances(distances, labels);

        Assert.Equal(mean, score.Mean, tolerance: 1e-6);
        Assert.Equal(samples, score.Samples, (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Species_of_irises_score_as_in_scikit_learn()
    {
        var (points, species) = Points.Iris();

        Assert.Equal(0.503477440693296, Silhouette.Of(points, species).Mean, tolerance: 1e-12);
        Assert.Equal(487.33087637489984, CalinskiHarabasz.Of(points, species), tolerance: 1e-8);
        Assert.Equal(0.7513707094756782, DaviesBouldin.Of(points, species), tolerance: 1e-12);
    }

    [Fact]
    public void Clusters_of_single_places_score_1_and_0()
    {
        var places = new Matrix([0, 0, 5, 5], columns: 1);

        Assert.Equal(1, CalinskiHarabasz.Of(places, [0, 0, 1, 1]));
        Assert.Equal(0, DaviesBouldin.Of(places, [0, 0, 1, 1]));
    }

    [Fact]
    public void Davies_Bouldin_takes_the_mean_distance_and_not_its_root_mean_square()
    {
        // Spreads: mean distance of {0, 1, 5} to 2 is 2, root mean square 2.16; centers 2 and 22.
        var points = new Matrix([0, 1, 5, 20, 21, 25], columns: 1);

        Assert.Equal(4.0 / 20, DaviesBouldin.Of(points, [0, 0, 0, 1, 1, 1]), tolerance: 1e-12);
    }

    [Theory]
    [InlineData(new[] { 0, 0, 0 })]
    [InlineData(new[] { 0, 1, 2 })]
    public void One_cluster_or_a_cluster_a_point_has_no_score(int[] labels)
    {
        var points = new Matrix([1, 2, 3], columns: 1);

        Assert.Throws<ArgumentException>(() => Silhouette.Of(points, labels));
        Assert.Throws<ArgumentException>(() => CalinskiHarabasz.Of(points, labels));
        Assert.Throws<ArgumentException>(() => DaviesBouldin.Of(points, labels));
    }

    [Fact]
    public void Several_labellings_at_once_score_as_each_alone_on_any_threads()
    {
        var points = Points.Even(301, 3);
        var labelings = Enumerable
            .Range(2, 4)
            .Select(k => Enumerable.Range(0, 301).Select(i => i % k).ToArray());

        var together = Silhouette.Of(points, [.. labelings], threads: 3);

        Assert.All(
            labelings.Zip(together),
            pair => Assert.Equal(Silhouette.Of(points, pair.First).Samples, pair.Second.Samples)
        );
    }

    [Fact]
    public void Silhouettes_of_points_are_those_of_their_distances()
    {
        var points = Points.Even(83, 3);
        int[] labels = [.. Enumerable.Range(0, 83).Select(i => i * i % 4)];
        var distances = new Matrix(83, 83);
        for (var i = 0; i < 83 * 83; i++)
        {
            var (a, b) = (i / 83, i % 83);
            distances[a][b] = Math.Sqrt(
                Enumerable.Range(0, 3).Sum(j => Math.Pow(points[a][j] - points[b][j], 2))
            );
        }

        Assert.Equal(
            Silhouette.OfDistances(distances, labels).Samples,
            Silhouette.Of(points, labels).Samples,
            (a, b) => Math.Abs(a - b) < 1e-12
        );
    }

    [Fact]
    public void A_sample_lies_within_four_standard_errors_of_the_exact_mean()
    {
        var (points, labels) = Points.Blobs(clusters: 3, size: 1000, columns: 1);
        var exact = Silhouette.Of(points, labels);

        var sampled = Silhouette.Sampled(points, [labels], new SampleOptions { Size = 500, Seed = 3 })[0];

        Assert.Equal(500, sampled.Samples.Length);
        Assert.True(sampled.StandardError > 0);
        Assert.Equal(exact.Mean, sampled.Mean, tolerance: 4 * sampled.StandardError);
    }

    [Fact]
    public void A_sample_of_all_points_is_exact()
    {
        var (points, labels) = Points.Blobs(clusters: 3, size: 20, columns: 2);

        var sampled = Silhouette.Sampled(points, [labels], new SampleOptions { Size = 60 })[0];

        Assert.Equal(Silhouette.Of(points, labels).Mean, sampled.Mean);
        Assert.Equal(0, sampled.StandardError);
    }

    /// <summary>From scikit-learn's documentation and tests, recomputed; the last is a textbook's example of three classes.</summary>
    [Theory]
    [InlineData(new[] { 0, 0, 0, 1, 1, 1 }, new[] { 0, 1, 0, 1, 2, 2 }, 0.24242424242424243)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 0, 1, 2 }, 0.5714285714285714)]
    [InlineData(new[] { 0, 0, 1, 1 }, new[] { 0, 1, 0, 1 }, -0.5)]
    [InlineData(new[] { 0, 0, 0, 0 }, new[] { 0, 1, 2, 3 }, 0.0)]
    [InlineData(new[] { 0, 1, 0 }, new[] { 42, 7, 42 }, 1.0)]
    [InlineData(
        new[] { 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3 },
        new[] { 1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2 },
        0.2669404517453799
    )]
    public void Adjusted_rand_is_as_published(int[] a, int[] b, double expected)
    {
        Assert.Equal(expected, AdjustedRand.Of(a, b), tolerance: 1e-12);
        Assert.Equal(expected, AdjustedRand.Of(b, a), tolerance: 1e-12);
    }
}
