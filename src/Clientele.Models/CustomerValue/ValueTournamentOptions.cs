using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of a <see cref="ValueTournament"/>.</summary>
public sealed record ValueTournamentOptions
{
    /// <summary>Samples of customers by which differences are judged.</summary>
    [Range(50, 10_000)]
    public int Resamples { get; init; } = 400;

    /// <summary>Equal seeds give equal samples.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
