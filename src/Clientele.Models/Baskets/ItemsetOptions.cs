using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="FrequentItemsets"/>.</summary>
public sealed record ItemsetOptions
{
    /// <summary>Least share of the baskets that hold a set.</summary>
    [Range(0.0, 1.0)]
    public double MinSupport { get; init; } = 0.01;

    /// <summary>Least number of baskets that hold a set; the greater of the two counts.</summary>
    [Range(1, int.MaxValue)]
    public int MinCount { get; init; } = 2;

    /// <summary>Most items of a set; null for no limit.</summary>
    [Range(1, 1000)]
    public int? MaxLength { get; init; }

    /// <summary>Sets above which the search is refused: the memory that it may take.</summary>
    [Range(1, 50_000_000)]
    public int MaxSets { get; init; } = 2_000_000;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
