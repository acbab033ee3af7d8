namespace Clientele.Models;

/// <summary>The silhouettes of one labelling.</summary>
/// <param name="Mean">Mean of the samples without noise; NaN if a sample holds no two clusters.</param>
/// <param name="StandardError">Of the mean; 0 if every point was taken.</param>
/// <param name="Samples">From −1 to 1, one a point (of the sample, in the order of the points); NaN for noise.</param>
/// <param name="Clusters">The cluster of every sample, from 0 in the order of the labels, or <see cref="IClustering.Noise"/>.</param>
/// <param name="NoiseShare">Points labelled as noise, as a share of all: they are left out.</param>
public sealed record SilhouetteScore(
    double Mean,
    double StandardError,
    double[] Samples,
    int[] Clusters,
    double NoiseShare
)
{
    /// <summary>Of a labelling that has none.</summary>
    internal static SilhouetteScore None { get; } = new(double.NaN, double.NaN, [], [], double.NaN);

    /// <summary>The silhouettes of every cluster, as they are drawn: those of a good cluster are alike and high.</summary>
    /// <returns>One a cluster, in the order of the labels.</returns>
    /// <remarks>Source: Rousseeuw (1987), section 3.</remarks>
    public IReadOnlyList<SilhouetteBlade> Blades() =>
        [
            .. Clusters
                .Zip(Samples)
                .Where(pair => pair.First != IClustering.Noise)
                .GroupBy(pair => pair.First, pair => pair.Second)
                .OrderBy(cluster => cluster.Key)
                .Select(cluster => new SilhouetteBlade(
                    cluster.Key,
                    cluster.Average(),
                    [.. cluster.OrderDescending()]
                )),
        ];

    /// <summary>The score of samples that are all the points.</summary>
    internal static SilhouetteScore Exact(double[] samples, Codes codes) =>
        new(samples.Where(sample => !double.IsNaN(sample)).Average(), 0, samples, codes.Of, codes.NoiseShare);

    /// <summary>The same as an estimate for all points, of which the labels are given.</summary>
    internal SilhouetteScore Estimating(ReadOnlySpan<int> labels)
    {
        var moments = Moments.Of(Samples);
        double noise = labels.Count(IClustering.Noise);
        var error =
            moments.StandardDeviation
            / Math.Sqrt(moments.Count)
            * Math.Sqrt(1 - (moments.Count / (labels.Length - noise)));
        return this with { StandardError = error, NoiseShare = noise / labels.Length };
    }
}

/// <summary>The silhouettes of one cluster.</summary>
/// <param name="Cluster">Its number, from 0.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Samples">From the greatest to the least.</param>
public sealed record SilhouetteBlade(int Cluster, double Mean, double[] Samples);
