using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="Dbscan"/>.</summary>
public sealed record DbscanOptions
{
    /// <summary>How near a neighbor is, in the unit of the points; a point at exactly this distance is one.</summary>
    [Range(1e-9, 1e9)]
    public double Eps { get; init; } = 0.5;

    /// <summary>Points within <see cref="Eps"/>, itself among them, that make a point a core.</summary>
    [Range(1, 10_000)]
    public int MinSamples { get; init; } = 5;

    /// <summary>Draws the sample of points whose silhouettes a table tells; nothing else is left to chance.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
