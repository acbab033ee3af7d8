using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="NeighborDescent"/>.</summary>
public sealed record NeighborDescentOptions
{
    /// <summary>Neighbors of a point.</summary>
    [Range(1, 1000)]
    public int Neighbors { get; init; } = 15;

    /// <summary>How far apart two points are.</summary>
    public Metric Metric { get; init; }

    /// <summary>Trees of random cuts, whose leaves are the first guess.</summary>
    [Range(1, 100)]
    public int Trees { get; init; } = 6;

    /// <summary>Points of a leaf, about.</summary>
    [Range(10, 1000)]
    public int LeafSize { get; init; } = 50;

    /// <summary>Most neighbors of a point, in either direction, that are asked for theirs.</summary>
    [Range(1, 1000)]
    public int Candidates { get; init; } = 30;

    /// <summary>Most passes over the points.</summary>
    [Range(1, 100)]
    public int Iterations { get; init; } = 12;

    /// <summary>Stop once a pass changes no more than this share of the neighbors.</summary>
    [Range(0.0, 1.0)]
    public double Tolerance { get; init; } = 0.001;

    /// <summary>Equal seeds give equal neighbors.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
