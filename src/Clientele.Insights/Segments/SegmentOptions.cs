using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Settings of <see cref="Segments"/>; those of the panel stand beside them.</summary>
public sealed record SegmentOptions : IValidatableObject
{
    /// <summary>Where the numbers come from that segments are made of.</summary>
    public SegmentSource From { get; init; }

    /// <summary>Columns that segments are made of; none for when, how often and for how much, of other sources for all.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>What is taken before scaling: money and counts are skewed.</summary>
    public ShapeTransform Transform { get; init; } = ShapeTransform.Log1p;

    /// <summary>Digits kept after the transform; unset keeps all.</summary>
    [Range(0, 10)]
    public int? Decimals { get; init; }

    /// <summary>Where customers are divided; several are compared.</summary>
    public IReadOnlyList<SegmentSpace> Space { get; init; } = [SegmentSpace.Raw];

    /// <summary>By what they are divided; several are compared.</summary>
    public IReadOnlyList<SegmentAlgorithm> Algorithm { get; init; } = [SegmentAlgorithm.Kmeans];

    /// <summary>Points of a neighborhood, of spaces that look at neighborhoods.</summary>
    [Range(2, 1000)]
    public int Neighbors { get; init; } = 15;

    /// <summary>Distances that dbscan tries; none for those that suit the customers.</summary>
    public IReadOnlyList<double> Eps { get; init; } = [];

    /// <summary>Points of a dense neighborhood that dbscan and hdbscan try.</summary>
    public IReadOnlyList<int> MinSamples { get; init; } = [5, 10, 20, 50];

    /// <summary>The number of segments; unset lets the comparison choose.</summary>
    [Range(2, 50)]
    public int? Clusters { get; init; }

    /// <summary>Trials of a search over spaces, scales, algorithms and numbers, or its time: 200, 90s; unset compares only what is named.</summary>
    public string? Search { get; init; }

    /// <summary>Trials after which a search ends, whatever its time.</summary>
    [Range(1, 100_000)]
    public int? Trials { get; init; }

    /// <summary>True if k-means of the features is all that is asked: the panel of measures chooses.</summary>
    internal bool IsPlain =>
        Search == null && Space is [SegmentSpace.Raw] && Algorithm is [SegmentAlgorithm.Kmeans];

    /// <summary>How long the search goes on; null if there is none.</summary>
    internal SearchBudget? Budget =>
        Search == null ? null
        : Trials != null ? new(Trials, null)
        : Search.EndsWith('s') ? new(null, TimeSpan.FromSeconds(Number(Search[..^1])!.Value))
        : new(Number(Search), null);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Features.Distinct().Count() < Features.Count)
        {
            yield return new("features must name columns, each once.");
        }

        var known = SegmentFeatures.Known(From);
        foreach (var feature in Features.Except(known).Where(_ => known.Count > 0))
        {
            yield return new(
                $"features: '{feature}' is no number of {SnakeCaseOf(From)}; there are {string.Join(", ", known)}."
            );
        }

        if (Space.Count == 0 || Algorithm.Count == 0)
        {
            yield return new("space and algorithm must each name one at least.");
        }

        if (Eps.Any(eps => !(eps > 0)) || MinSamples.Count == 0 || MinSamples.Any(samples => samples < 2))
        {
            yield return new("eps must be above 0, and min_samples name numbers from 2 on.");
        }

        if (Search != null && Number(Search.TrimEnd('s')) is not > 0)
        {
            yield return new(
                $"search is '{Search}', but must be a number of trials, or of seconds: 200, 90s."
            );
        }

        if (Trials != null && Search == null)
        {
            yield return new("trials ends a search, but there is none: set search too.");
        }
    }

    static string SnakeCaseOf(SegmentSource source) => SegmentPlan.NameOf(source).Replace('-', '_');

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
