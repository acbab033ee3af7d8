using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>A criterion that votes for a number of clusters.</summary>
public enum PanelMember
{
    /// <summary><see cref="Models.Knee"/> of the inertias.</summary>
    Knee,

    /// <summary>The greatest mean <see cref="Models.Silhouette"/>.</summary>
    Silhouette,

    /// <summary>The greatest <see cref="Models.CalinskiHarabasz"/>.</summary>
    CalinskiHarabasz,

    /// <summary>The least <see cref="Models.DaviesBouldin"/>.</summary>
    DaviesBouldin,

    /// <summary>Tibshirani's choice by the <see cref="GapStatistic"/>.</summary>
    Gap,

    /// <summary>The greatest mean of <see cref="BootstrapStability"/>.</summary>
    Stability,
}

/// <summary>Settings of <see cref="ClusterPanel"/>.</summary>
public sealed record PanelOptions : IValidatableObject
{
    /// <summary>The least number of clusters that may be chosen.</summary>
    [Range(2, 1000)]
    public int MinClusters { get; init; } = 3;

    /// <summary>The least number of clusters that is tried.</summary>
    [Range(2, 1000)]
    public int Smallest { get; init; } = 2;

    /// <summary>The greatest number of clusters that is tried.</summary>
    [Range(2, 1000)]
    public int Largest { get; init; } = 10;

    /// <summary>Who votes; the scores of the others are not worked out.</summary>
    public IReadOnlyList<PanelMember> Members { get; init; } = Enum.GetValues<PanelMember>();

    /// <summary>Starts of every k-means.</summary>
    [Range(1, 1000)]
    public int Starts { get; init; } = 10;

    /// <summary>Points up to which silhouettes are exact, and of the sample beyond.</summary>
    [Range(100, 1_000_000)]
    public int SilhouetteSample { get; init; } = 10_000;

    /// <summary>References of the gap statistic.</summary>
    [Range(2, 1000)]
    public int GapReferences { get; init; } = 20;

    /// <summary>Subsamples of the stability.</summary>
    [Range(2, 1000)]
    public int StabilityRounds { get; init; } = 20;

    /// <summary>Most points that gap and stability look at; a sample of more.</summary>
    [Range(100, 1_000_000)]
    public int SampleSize { get; init; } = 5_000;

    /// <summary>Equal seeds give equal panels.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Members.Count == 0)
        {
            yield return new("members must name at least one that votes.");
        }

        if (Smallest > Largest)
        {
            yield return new($"smallest is {Smallest}, but must not be more than largest, {Largest}.");
        }

        if (MinClusters > Largest)
        {
            yield return new($"min_clusters is {MinClusters}, but must not be more than largest, {Largest}.");
        }
    }
}
