using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="Inspection"/>.</summary>
public sealed record InspectionOptions
{
    /// <summary>Shuffles a column.</summary>
    [Range(1, 1000)]
    public int Repeats { get; init; } = 5;

    /// <summary>Equal seeds give equal shuffles.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
