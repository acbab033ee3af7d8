using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="Betweenness"/>.</summary>
public sealed record BetweennessOptions
{
    /// <summary>Nodes from which shortest paths are followed; of more nodes as many are drawn, and sums are scaled up.</summary>
    [Range(1, 10_000_000)]
    public int Sources { get; init; } = 5000;

    /// <summary>Equal seeds give equal results.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
