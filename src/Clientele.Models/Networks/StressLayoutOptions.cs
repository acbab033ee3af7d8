using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="StressLayout"/>.</summary>
public sealed record StressLayoutOptions
{
    /// <summary>Nodes up to which the distance to every other counts; of more nodes only those to neighbors and pivots.</summary>
    [Range(2, 10_000)]
    public int ExactNodes { get; init; } = 1000;

    /// <summary>Nodes to which every node keeps its distance where there are too many for all.</summary>
    [Range(1, 10_000)]
    public int Pivots { get; init; } = 100;

    /// <summary>Most passes over the nodes.</summary>
    [Range(1, 100_000)]
    public int Iterations { get; init; } = 500;

    /// <summary>Share by which a pass must lower the stress to be followed by another.</summary>
    [Range(0.0, 1.0)]
    public double Tolerance { get; init; } = 0.00001;

    /// <summary>Equal seeds give equal results.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
