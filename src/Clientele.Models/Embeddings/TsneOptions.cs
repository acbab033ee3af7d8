using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>How the repulsion between all points is worked out.</summary>
public enum TsneRepulsion
{
    /// <summary>Exact up to 1,500 points, above that by a grid.</summary>
    Auto,

    /// <summary>From every point to every other. O(n²) an iteration.</summary>
    Exact,

    /// <summary>By a tree, in which what is far away counts as one point. O(n·log n).</summary>
    BarnesHut,

    /// <summary>By a grid and Fourier transforms. O(n) and the area of the picture.</summary>
    Fft,
}

/// <summary>Where the points lie at first.</summary>
public enum TsneStart
{
    /// <summary>Along the first two principal axes.</summary>
    Pca,

    /// <summary>Anywhere.</summary>
    Random,
}

/// <summary>Settings of <see cref="Tsne"/>.</summary>
public sealed record TsneOptions : IValidatableObject
{
    /// <summary>How many neighbors a point has, as it were; no more than a third of the other points is used.</summary>
    [Range(1.0, 1000.0)]
    public double Perplexity { get; init; } = 30;

    /// <summary>How the repulsion is worked out.</summary>
    public TsneRepulsion Repulsion { get; init; }

    /// <summary>Widest square, as a share of its distance, that counts as one point; 0 is exact. Of use to barnes_hut only.</summary>
    [Range(0.0, 2.0)]
    public double Theta { get; init; } = 0.5;

    /// <summary>Where the points lie at first.</summary>
    public TsneStart Start { get; init; }

    /// <summary>How far apart two points are.</summary>
    public Metric Metric { get; init; }

    /// <summary>Steps in all.</summary>
    [Range(1, 100_000)]
    public int Iterations { get; init; } = 1000;

    /// <summary>The first of them, in which points pull each other the stronger.</summary>
    [Range(0, 100_000)]
    public int EarlyIterations { get; init; } = 250;

    /// <summary>How much the stronger.</summary>
    [Range(1.0, 1000.0)]
    public double Exaggeration { get; init; } = 12;

    /// <summary>Share of a step that the next repeats, in the first steps.</summary>
    [Range(0.0, 0.99)]
    public double EarlyMomentum { get; init; } = 0.5;

    /// <summary>The same in the other steps.</summary>
    [Range(0.0, 0.99)]
    public double Momentum { get; init; } = 0.8;

    /// <summary>Length of a step to the gradient without its factor 4; not given: n divided by the exaggeration of the step, at least 50.</summary>
    [Range(1e-6, 1e9)]
    public double? LearningRate { get; init; }

    /// <summary>Equal seeds give equal pictures.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EarlyIterations > Iterations)
        {
            yield return new ValidationResult(
                $"early_iterations is {EarlyIterations}, but can be no more than iterations: {Iterations}."
            );
        }
    }
}
