using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="MiniBatchKMeans"/>.</summary>
public sealed record MiniBatchKMeansOptions
{
    /// <summary>Number of clusters.</summary>
    [Range(1, 1000)]
    public int Clusters { get; init; } = 8;

    /// <summary>Points a batch, drawn with return.</summary>
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = 1024;

    /// <summary>Independent runs over the same batches, of which the one with the least inertia of a sample is kept.</summary>
    [Range(1, 1000)]
    public int Starts { get; init; } = 5;

    /// <summary>Most batches.</summary>
    [Range(1, 1_000_000)]
    public int Batches { get; init; } = 1000;

    /// <summary>Stop a run once so many batches in a row did not lower its smoothed inertia.</summary>
    [Range(1, 100_000)]
    public int Patience { get; init; } = 10;

    /// <summary>Equal seeds give equal clusters.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
