using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="RandomForest"/>.</summary>
public sealed record ForestOptions
{
    /// <summary>Number of trees.</summary>
    [Range(1, 10_000)]
    public int Trees { get; init; } = 100;

    /// <summary>Whether each tree learns from rows drawn with replacement, as many as there are; else from all rows.</summary>
    public bool Bootstrap { get; init; } = true;

    /// <summary>How every tree is grown.</summary>
    public TreeOptions Tree { get; init; } = new() { SplitColumns = SplitColumns.Third };

    /// <summary>Equal seeds give equal forests.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
