using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>How far apart two clusters are.</summary>
public enum Linkage
{
    /// <summary>What a merge would add to the squared distances from the means: √(2·ab/(a+b)) times the distance of the means.</summary>
    Ward,

    /// <summary>Mean distance between a point of one and a point of the other.</summary>
    Average,

    /// <summary>Greatest distance between a point of one and a point of the other.</summary>
    Complete,

    /// <summary>Least distance between a point of one and a point of the other.</summary>
    Single,
}

/// <summary>Settings of <see cref="Agglomerative"/>.</summary>
public sealed record AgglomerativeOptions
{
    /// <summary>How far apart two clusters are.</summary>
    public Linkage Linkage { get; init; }

    /// <summary>Number of clusters.</summary>
    [Range(1, 1000)]
    public int Clusters { get; init; } = 8;

    /// <summary>Most points that average and complete linkage compare, each with every other; of more they take a sample.</summary>
    [Range(2, 20_000)]
    public int Sample { get; init; } = 20_000;

    /// <summary>Equal seeds draw the same sample.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
