namespace Clientele.Models;

/// <summary>How good one way to divide customers is.</summary>
/// <param name="Plan">The way.</param>
/// <param name="Clusters">Number of segments that it found, noise not among them.</param>
/// <param name="NoiseShare">Share of customers in no segment.</param>
/// <param name="Silhouette">Mean silhouette in its own space, without noise; NaN below two segments.</param>
/// <param name="OriginalSilhouette">Mean silhouette in the scaled features, without noise; NaN below two segments.</param>
/// <param name="CalinskiHarabasz">In its own space.</param>
/// <param name="DaviesBouldin">In its own space.</param>
/// <param name="StabilityAri">Mean adjusted Rand index when found again from parts; NaN if it was not tried.</param>
/// <param name="Fault">Why it cannot be chosen; null if it can.</param>
public sealed record SegmentScore(
    SegmentPlan Plan,
    int Clusters,
    double NoiseShare,
    double Silhouette,
    double OriginalSilhouette,
    double CalinskiHarabasz,
    double DaviesBouldin,
    double StabilityAri,
    SegmentFault? Fault
)
{
    /// <summary>What speaks against it, although it was asked for and can be chosen; null if nothing does.</summary>
    public SegmentFault? Overruled { get; init; }

    /// <summary>The mean of both silhouettes, less where customers are in no segment.</summary>
    public double Separation => (Silhouette + OriginalSilhouette) / 2 * (1 - NoiseShare);

    /// <summary>What is compared: separation times stability; NaN if one is not known.</summary>
    /// <remarks>A product: segments that part well once but are others the next time are of no use, nor are stable ones that do not part.</remarks>
    public double Score => Separation > 0 ? Separation * Math.Max(0, StabilityAri) : Separation;
}

/// <summary>Why a division is of no use to a shop, however well it scores.</summary>
public enum SegmentFault
{
    /// <summary>Fewer than two segments.</summary>
    NoSegments,

    /// <summary>Fewer segments than may be chosen: two halves have the best silhouette of nearly any data.</summary>
    TooFew,

    /// <summary>More segments than anybody asked for.</summary>
    TooMany,

    /// <summary>Too many customers in no segment.</summary>
    Noise,

    /// <summary>A segment of hardly anybody.</summary>
    TinySegment,

    /// <summary>A segment of nearly everybody.</summary>
    HugeSegment,
}
