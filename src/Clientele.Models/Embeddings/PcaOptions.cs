using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>How principal components are found.</summary>
public enum PcaSolver
{
    /// <summary>By covariances up to 1,000 columns or where a share is asked for; above that by chance.</summary>
    Auto,

    /// <summary>All axes, from the covariances of all pairs of columns. O(n·d² + d³).</summary>
    Covariance,

    /// <summary>The first axes only, from a random start that is made better pass by pass. O(n·d) a component and pass.</summary>
    Randomized,
}

/// <summary>Settings of <see cref="Pca"/>.</summary>
public sealed record PcaOptions : IValidatableObject
{
    /// <summary>Axes that are kept; no more than there are columns.</summary>
    [Range(1, 10_000)]
    public int Components { get; init; } = 2;

    /// <summary>If given: as few axes as hold at least this share of the variance, instead of a number of them.</summary>
    [Range(0.0, 1.0)]
    public double? Share { get; init; }

    /// <summary>How the axes are found.</summary>
    public PcaSolver Solver { get; init; }

    /// <summary>Passes over the points that sharpen a random start. Of no use to covariances.</summary>
    [Range(0, 100)]
    public int Passes { get; init; } = 7;

    /// <summary>Equal seeds give equal axes. Of no use to covariances.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Share != null && Solver == PcaSolver.Randomized)
        {
            yield return new ValidationResult(
                "share is given, but solver randomized does not know all axes: take covariance or auto."
            );
        }
    }
}
