namespace Clientele.Models;

/// <summary>What two rows have in common when a forest puts them into leaves.</summary>
public enum TreeForm
{
    /// <summary>Near numbers of leaves: the numbers are taken as coordinates.</summary>
    LeafNumbers,

    /// <summary>The same leaves: the share of trees that put both into one.</summary>
    Cooccurrence,
}

/// <summary>Settings of <see cref="TreeEmbedding"/>.</summary>
public sealed record TreeEmbeddingOptions
{
    /// <summary>What two rows have in common.</summary>
    public TreeForm Form { get; init; }

    /// <summary>The forest whose leaves are laid out; its seed and threads are its own.</summary>
    public ForestOptions Forest { get; init; } =
        new() { Tree = new TreeOptions { SplitColumns = SplitColumns.SquareRoot } };

    /// <summary>How the leaves are laid out; its metric is that of the form.</summary>
    public UmapOptions Umap { get; init; } = new();
}
