using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="KMedoids"/>.</summary>
public sealed record KMedoidsOptions
{
    /// <summary>Number of clusters.</summary>
    [Range(1, 1000)]
    public int Clusters { get; init; } = 8;

    /// <summary>How far apart two points are.</summary>
    public Metric Metric { get; init; }

    /// <summary>Independent runs, of which the one with the least loss of all points is kept.</summary>
    [Range(1, 1000)]
    public int Starts { get; init; } = 3;

    /// <summary>Most passes over the points that could become medoids, a run.</summary>
    [Range(1, 10_000)]
    public int Iterations { get; init; } = 100;

    /// <summary>Of more points than this each run looks for medoids in a random sample of so many.</summary>
    [Range(100, 100_000)]
    public int SampleSize { get; init; } = 20_000;

    /// <summary>Equal seeds give equal clusters.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
