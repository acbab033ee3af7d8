using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>How k-means finds its first centers.</summary>
public enum KMeansStart
{
    /// <summary>One after the other, far from those before: k-means++ with several trials a center.</summary>
    PlusPlus,

    /// <summary>Points drawn at random.</summary>
    Random,
}

/// <summary>Settings of <see cref="KMeans"/>.</summary>
public sealed record KMeansOptions
{
    /// <summary>Number of clusters.</summary>
    [Range(1, 1000)]
    public int Clusters { get; init; } = 8;

    /// <summary>How the first centers are found.</summary>
    public KMeansStart Start { get; init; }

    /// <summary>Independent runs, of which the one with the least inertia is kept.</summary>
    [Range(1, 1000)]
    public int Starts { get; init; } = 10;

    /// <summary>Most passes over the points, a run.</summary>
    [Range(1, 10_000)]
    public int Iterations { get; init; } = 300;

    /// <summary>Stop once the squared moves of all centers add up to no more than this share of the mean variance of a column.</summary>
    [Range(0.0, 1.0)]
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Equal seeds give equal clusters.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
