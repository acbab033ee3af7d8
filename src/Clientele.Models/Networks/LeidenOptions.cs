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

    /// <summary>Equal seeds give equal results.</summary>
    public int Seed { get; init; }
}
