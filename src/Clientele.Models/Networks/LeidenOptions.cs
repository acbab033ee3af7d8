using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="Leiden"/>.</summary>
public sealed record LeidenOptions
{
    /// <summary>Above 1 for more and smaller communities, below for fewer and larger ones.</summary>
    [Range(0.0001, 10_000.0)]
    public double Resolution { get; init; } = 1;

    /// <summary>Most rounds; it ends before if a round changes nothing.</summary>
    [Range(1, 1000)]
    public int Rounds { get; init; } = 10;

    /// <summary>Starts in other orders, of which the one of the greatest modularity is kept.</summary>
    [Range(1, 1000)]
    public int Starts { get; init; } = 2;

    /// <summary>Equal seeds give equal results.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
