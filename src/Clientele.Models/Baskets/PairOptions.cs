using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="PairCounts"/>.</summary>
public sealed record PairOptions
{
    /// <summary>Baskets that two items must share.</summary>
    [Range(1, int.MaxValue)]
    public int MinCount { get; init; } = 2;

    /// <summary>Items of a basket that are paired: of a larger one those that are bought most.</summary>
    [Range(2, 1_000_000)]
    public int MaxBasket { get; init; } = 1000;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
