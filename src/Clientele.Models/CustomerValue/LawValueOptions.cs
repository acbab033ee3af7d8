using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of a <see cref="LawValueModel"/>.</summary>
public sealed record LawValueOptions
{
    /// <summary>Draws a customer.</summary>
    [Range(50, 100_000)]
    public int Draws { get; init; } = 200;

    /// <summary>Equal seeds give equal intervals.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
