using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Clientele.Models;

/// <summary>Where the points of <see cref="Umap"/> begin.</summary>
public enum UmapStart
{
    /// <summary>Along the slowest vibrations of the graph of neighbors.</summary>
    Spectral,

    /// <summary>Anywhere in a square.</summary>
    Random,
}

/// <summary>How <see cref="Umap"/> finds neighbors.</summary>
public enum NeighborSearch
{
    /// <summary>Exactly up to 1,500,000 numbers (150,000 points of ten), else by descent.</summary>
    Automatic,

    /// <summary>Every point is compared with every other.</summary>
    Exact,

    /// <summary>Neighbors of neighbors, nearly all of them found.</summary>
    Descent,
}

/// <summary>Settings of <see cref="Umap"/>.</summary>
public sealed record UmapOptions : IValidatableObject
{
    /// <summary>Points of a neighborhood, the point itself among them; no more than there are.</summary>
    [Range(2, 1000)]
    public int Neighbors { get; init; } = 15;

    /// <summary>Dimensions of the embedding.</summary>
    [Range(1, 100)]
    public int Components { get; init; } = 2;

    /// <summary>How near points may come in the embedding; no more than the spread.</summary>
    [Range(0.0, 100.0)]
    public double MinDistance { get; init; } = 0.1;

    /// <summary>How far apart neighborhoods lie in the embedding.</summary>
    [Range(0.01, 100.0)]
    public double Spread { get; init; } = 1;

    /// <summary>How far apart two points are before they are laid out.</summary>
    public Metric Metric { get; init; }

    /// <summary>How neighbors are found.</summary>
    public NeighborSearch Search { get; init; }

    /// <summary>Where the points begin.</summary>
    public UmapStart Start { get; init; }

    /// <summary>Passes over the points; 0 for 500 up to 10,000 points and 200 for more.</summary>
    [Range(0, 100_000)]
    public int Epochs { get; init; }

    /// <summary>Length of the first steps.</summary>
    [Range(0.001, 10.0)]
    public double LearningRate { get; init; } = 1;

    /// <summary>Points that push a point off, each time that a neighbor pulls it.</summary>
    [Range(0, 100)]
    public int NegativeSamples { get; init; } = 5;

    /// <summary>Nearest neighbors that a point surely belongs with.</summary>
    [Range(1, 100)]
    public int LocalConnectivity { get; init; } = 1;

    /// <summary>1: near if one of two points says so; 0: if both do; between: something of both.</summary>
    [Range(0.0, 1.0)]
    public double SetOperationMix { get; init; } = 1;

    /// <summary>Equal seeds give equal embeddings.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        MinDistance > Spread
            ?
            [
                new(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"min_distance is {MinDistance}, but can be no more than spread: {Spread}."
                    )
                ),
            ]
            : [];
}
