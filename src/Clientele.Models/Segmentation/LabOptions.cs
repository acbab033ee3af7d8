using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="SegmentationLab"/>.</summary>
public sealed record LabOptions : IValidatableObject
{
    /// <summary>Spaces that are compared.</summary>
    public IReadOnlyList<SegmentSpace> Spaces { get; init; } = [SegmentSpace.Raw];

    /// <summary>Algorithms that are compared.</summary>
    public IReadOnlyList<SegmentAlgorithm> Algorithms { get; init; } = [SegmentAlgorithm.Kmeans];

    /// <summary>How features may be brought to a common scale.</summary>
    public IReadOnlyList<ScalerOptions> Scales { get; init; } = [new()];

    /// <summary>Points of a neighborhood, of spaces that look at neighborhoods.</summary>
    [Range(2, 1000)]
    public int Neighbors { get; init; } = 15;

    /// <summary>Distances that DBSCAN tries; none for those that suit the points.</summary>
    public IReadOnlyList<double> Eps { get; init; } = [];

    /// <summary>Points of a dense neighborhood that DBSCAN and HDBSCAN try.</summary>
    public IReadOnlyList<int> MinSamples { get; init; } = [5, 10, 20, 50];

    /// <summary>The least number of segments that is tried.</summary>
    [Range(2, 1000)]
    public int Smallest { get; init; } = 2;

    /// <summary>The greatest number of segments that is tried.</summary>
    [Range(2, 1000)]
    public int Largest { get; init; } = 10;

    /// <summary>The least number of segments that may be chosen, unless no more are tried.</summary>
    [Range(2, 1000)]
    public int Least { get; init; } = 4;

    /// <summary>A division with a segment of a smaller share is not chosen.</summary>
    [Range(0.0, 0.5)]
    public double MinShare { get; init; } = 0.01;

    /// <summary>A division with a segment of a greater share is not chosen.</summary>
    [Range(0.1, 1.0)]
    public double MaxShare { get; init; } = 0.7;

    /// <summary>A division that leaves a greater share in no segment is not chosen.</summary>
    [Range(0.0, 1.0)]
    public double MaxNoise { get; init; } = 0.3;

    /// <summary>Divisions that are found again from parts of the customers, the most separate first.</summary>
    [Range(1, 10_000)]
    public int Finalists { get; init; } = 12;

    /// <summary>How often each of them is found again.</summary>
    [Range(2, 1000)]
    public int StabilityRounds { get; init; } = 10;

    /// <summary>Points up to which silhouettes are exact, and of the sample beyond.</summary>
    [Range(100, 1_000_000)]
    public int SilhouetteSample { get; init; } = 10_000;

    /// <summary>Most points that stability looks at; a sample of more.</summary>
    [Range(100, 1_000_000)]
    public int StabilitySample { get; init; } = 5_000;

    /// <summary>Equal seeds give equal segments.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <summary>Whether one division of the plan's algorithm is all that is asked for: who says how many, or one distance and one number of neighbors, takes what there is.</summary>
    internal bool AsksFor(SegmentPlan plan) =>
        plan.TakesClusters
            ? Smallest == Largest
            : Eps is [var eps]
                && MinSamples is [var samples]
                && (plan.Algorithm, plan.Eps, plan.MinSamples) == (SegmentAlgorithm.Dbscan, eps, samples);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Spaces.Count == 0 || Algorithms.Count == 0 || Scales.Count == 0)
        {
            yield return new("spaces, algorithms and scales must each name one at least.");
        }

        if (Smallest > Largest)
        {
            yield return new($"smallest is {Smallest}, but must not be more than largest, {Largest}.");
        }
    }
}
