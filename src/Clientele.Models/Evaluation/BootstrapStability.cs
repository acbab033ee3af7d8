using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="BootstrapStability"/>.</summary>
public sealed record StabilityOptions
{
    /// <summary>Resamples to fit.</summary>
    [Range(2, 1000)]
    public int Rounds { get; init; } = 20;

    /// <summary>Points of a resample, as a share of all.</summary>
    [Range(0.1, 1.0)]
    public double Share { get; init; } = 0.8;

    /// <summary>Draw with return (a bootstrap) instead of without (a subsample).</summary>
    public bool Bootstrap { get; init; }

    /// <summary>Equal seeds draw equal resamples.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}

/// <summary>How much a clustering depends on which points were there.</summary>
/// <param name="Mean">Mean adjusted Rand index with the clustering of all points.</param>
/// <param name="StandardDeviation">Of the rounds, divided by rounds − 1.</param>
/// <param name="Rounds">The index of every round.</param>
public sealed record Stability(double Mean, double StandardDeviation, IReadOnlyList<double> Rounds);

/// <summary>Fits resamples and asks how alike they cluster all the points.</summary>
/// <remarks>
/// Every resample's centers label all points; those labels are compared with the labels of the clustering of all
/// points by the adjusted Rand index. Source: Hennig (2007), Computational Statistics and Data Analysis 52;
/// Ben-Hur, Elisseeff and Guyon (2002) for subsamples.
/// </remarks>
public sealed class BootstrapStability(StabilityOptions options)
{
    readonly StabilityOptions _options = Require.Valid(options);

    /// <summary>The stability of a clustering.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="reference">The clustering of all points.</param>
    /// <param name="create">A clusterer of the same settings, for a seed.</param>
    /// <param name="cancel">Looked at before every round and within its fit.</param>
    /// <exception cref="ArgumentException">A resample has fewer points than clusters, or a value is not finite.</exception>
    public Stability Of(
        Matrix points,
        IClustering reference,
        Func<int, IClusterer> create,
        CancellationToken cancel = default
    )
    {
        var count = (int)Math.Ceiling(_options.Share * points.Rows);
        KMeans.TooFew(count, reference.Clusters);
        var indices = new double[_options.Rounds];
        Blocks.For(
            indices.Length,
            _options.Threads,
            round =>
            {
                var seed = Seeds.Of(_options.Seed, round);
                var resample = points.Take(Rows(points.Rows, count, new Random(seed)));
                var labels = create(seed).Fit(resample, cancel).Assign(points).Labels;
                indices[round] = AdjustedRand.Of(reference.Labels, labels);
            },
            cancel
        );
        var moments = Moments.Of(indices);
        return new Stability(moments.Mean, moments.StandardDeviation, indices);
    }

    int[] Rows(int rows, int count, Random random) =>
        _options.Bootstrap
            ? [.. Enumerable.Range(0, count).Select(_ => random.Next(rows))]
            : Seeds.Sample(rows, count, random);
}
