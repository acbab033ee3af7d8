using System.Globalization;

namespace Clientele.Models;

/// <summary>One way to divide customers: how features are brought to a scale, in which space, and by what.</summary>
public sealed record SegmentPlan
{
    /// <summary>How features are brought to a common scale.</summary>
    public ScalerOptions Scale { get; init; } = new();

    /// <summary>The space in which they are divided.</summary>
    public SegmentSpace Space { get; init; }

    /// <summary>Points of a neighborhood, of spaces that look at neighborhoods.</summary>
    public int Neighbors { get; init; } = 15;

    /// <summary>By what they are divided.</summary>
    public SegmentAlgorithm Algorithm { get; init; }

    /// <summary>Number of segments, of algorithms that are told it.</summary>
    public int Clusters { get; init; }

    /// <summary>Distance within which points are neighbors, of DBSCAN.</summary>
    public double Eps { get; init; }

    /// <summary>Points that make a neighborhood dense, of DBSCAN and HDBSCAN.</summary>
    public int MinSamples { get; init; }

    /// <summary>Fewest points of a cluster, of HDBSCAN.</summary>
    public int MinClusterSize { get; init; }

    /// <summary>Whether the algorithm is told how many segments to make.</summary>
    public bool TakesClusters => TellsClusters(Algorithm);

    /// <summary>Whether the space looks at neighborhoods.</summary>
    public bool HasNeighborhoods => LooksAtNeighborhoods(Space);

    /// <summary>How features are brought to a scale, in a word or two: "log1p + z-score".</summary>
    public string ScaleName =>
        string.Join(
            " + ",
            ((string[])[NameOf(Scale.Transform), NameOf(Scale.Method)])
                .Where(name => name != "none")
                .DefaultIfEmpty("none")
        );

    /// <summary>The numbers that distinguish it from others of the same space and algorithm: "k=7", "eps=0.5, min_samples=8".</summary>
    public string Parameters
    {
        get
        {
            string[] parts =
            [
                .. HasNeighborhoods ? [Written("neighbors", Neighbors)] : (string[])[],
                .. TakesClusters ? [Written("k", Clusters)] : (string[])[],
                .. Algorithm == SegmentAlgorithm.Dbscan ? [Written("eps", Eps)] : (string[])[],
                .. Algorithm is SegmentAlgorithm.Hdbscan
                    ? [Written("min_cluster_size", MinClusterSize)]
                    : (string[])[],
                .. TakesClusters ? (string[])[] : [Written("min_samples", MinSamples)],
            ];
            return string.Join(", ", parts);
        }
    }

    /// <summary>Whether an algorithm is told how many segments to make.</summary>
    public static bool TellsClusters(SegmentAlgorithm algorithm) =>
        algorithm is not (SegmentAlgorithm.Dbscan or SegmentAlgorithm.Hdbscan);

    /// <summary>Whether a space looks at neighborhoods.</summary>
    public static bool LooksAtNeighborhoods(SegmentSpace space) =>
        space is not (SegmentSpace.Raw or SegmentSpace.Pca);

    /// <summary>A space or an algorithm as options and tables have it: "tree-umap".</summary>
    public static string NameOf<T>(T choice)
        where T : struct, Enum => SnakeCase.Of(choice.ToString()).Replace('_', '-');

    static string Written(string name, double value) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}={value:0.####}");
}
