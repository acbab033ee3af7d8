using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="TreeParzen"/>.</summary>
public sealed record TreeParzenOptions
{
    /// <summary>Trials that are drawn evenly before it learns from them.</summary>
    [Range(1, 1000)]
    public int Startup { get; init; } = 10;

    /// <summary>Share of the trials that counts as good.</summary>
    [Range(0.01, 0.9)]
    public double GoodShare { get; init; } = 0.2;

    /// <summary>Most trials that count as good.</summary>
    [Range(1, 1000)]
    public int MostGood { get; init; } = 25;

    /// <summary>What "anything may be good" weighs beside one good trial.</summary>
    [Range(0.01, 100.0)]
    public double PriorWeight { get; init; } = 1;

    /// <summary>Values drawn near the good trials, of which the most promising are suggested.</summary>
    [Range(1, 10_000)]
    public int Candidates { get; init; } = 24;

    /// <summary>Equal seeds suggest the same after the same trials.</summary>
    public int Seed { get; init; }
}
