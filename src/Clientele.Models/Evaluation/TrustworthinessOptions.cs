using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="Trustworthiness"/>.</summary>
public sealed record TrustworthinessOptions
{
    /// <summary>Neighbors of a point that count as its neighborhood; less than half the points.</summary>
    [Range(1, 1000)]
    public int Neighbors { get; init; } = 15;

    /// <summary>How far apart two points are before they are laid out; afterwards it is Euclidean.</summary>
    public Metric Metric { get; init; }

    /// <summary>Points whose neighborhoods are looked at, drawn without return; all, if there are no more.</summary>
    [Range(10, 1_000_000)]
    public int Sample { get; init; } = 5_000;

    /// <summary>Equal seeds draw equal samples.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
