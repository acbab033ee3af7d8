using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Which branches of the tree become clusters.</summary>
public enum ClusterSelection
{
    /// <summary>Those that hold the most mass above their own beginning: large and lasting ones.</summary>
    ExcessOfMass,

    /// <summary>Those that branch no more: many, small and alike.</summary>
    Leaf,
}

/// <summary>Settings of <see cref="Hdbscan"/>.</summary>
public sealed record HdbscanOptions
{
    /// <summary>Fewest points of a cluster.</summary>
    [Range(2, 1_000_000)]
    public int MinClusterSize { get; init; } = 5;

    /// <summary>The nearest of how many points, itself among them, says how lonely a point is; none for <see cref="MinClusterSize"/>. More leave more noise.</summary>
    [Range(1, 10_000)]
    public int? MinSamples { get; init; }

    /// <summary>Which branches of the tree become clusters.</summary>
    public ClusterSelection Selection { get; init; }

    /// <summary>Clusters that part at no more than this distance stay one.</summary>
    [Range(0.0, 1e9)]
    public double SelectionEpsilon { get; init; }

    /// <summary>Draws the sample of points whose silhouettes a table tells; nothing else is left to chance.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
