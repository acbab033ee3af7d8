using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="RuleTree"/>.</summary>
public sealed record RuleOptions
{
    /// <summary>Most conditions on the way to a rule.</summary>
    [Range(1, 10)]
    public int MaxDepth { get; init; } = 4;

    /// <summary>Most leaves, the splits that tell most first; null for no limit.</summary>
    [Range(2, 1000)]
    public int? MaxLeaves { get; init; }

    /// <summary>Fewest rows that a rule holds for.</summary>
    [Range(1, 1_000_000)]
    public int MinLeaf { get; init; } = 5;

    /// <summary>Least gain of a split, as a share of the Gini impurity of all rows.</summary>
    [Range(0.0, 1.0)]
    public double MinGain { get; init; } = 0.001;

    /// <summary>Whether every label counts the same, however few rows it has; else every row.</summary>
    public bool Balanced { get; init; }
}
