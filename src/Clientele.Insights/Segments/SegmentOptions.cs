using System.ComponentModel.DataAnnotations;
using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Settings of <see cref="Segments"/>; those of the panel stand beside them.</summary>
public sealed record SegmentOptions : IValidatableObject
{
    /// <summary>What segments can be made of: the number columns of the table of customers.</summary>
    public static IReadOnlyList<string> AllFeatures { get; } =
    [
        .. Clientele
            .Features.Customers.Set.Features.Where(f => f.Unit is not ("" or "date"))
            .Select(f => f.Column),
    ];

    /// <summary>Number columns of the table of customers that segments are made of.</summary>
    public IReadOnlyList<string> Features { get; init; } = ["days_since_last", "orders", "gross_revenue"];

    /// <summary>What is taken before scaling: money and counts are skewed.</summary>
    public ShapeTransform Transform { get; init; } = ShapeTransform.Log1p;

    /// <summary>Digits kept after the transform; unset keeps all.</summary>
    [Range(0, 10)]
    public int? Decimals { get; init; }

    /// <summary>The number of segments; unset lets the panel choose.</summary>
    [Range(2, 50)]
    public int? Clusters { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Features.Count == 0 || Features.Distinct().Count() < Features.Count)
        {
            yield return new("features must name columns of customers, each once.");
        }

        foreach (var feature in Features.Except(AllFeatures))
        {
            yield return new(
                $"features: '{feature}' is no number of customers; there are {string.Join(", ", AllFeatures)}."
            );
        }
    }
}
