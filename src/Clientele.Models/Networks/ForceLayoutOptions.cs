using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="ForceLayout"/>.</summary>
public sealed record ForceLayoutOptions
{
    /// <summary>Steps, each shorter than the one before.</summary>
    [Range(1, 100_000)]
    public int Steps { get; init; } = 300;

    /// <summary>Widest square, as a share of its distance, whose nodes repel as one; 0 is exact.</summary>
    [Range(0.0, 2.0)]
    public double Theta { get; init; } = 0.7;

    /// <summary>How strongly all are drawn to the middle, so that parts without edges between them do not drift apart.</summary>
    [Range(0.0, 10.0)]
    public double Gravity { get; init; } = 0.1;

    /// <summary>Equal seeds give equal results.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
