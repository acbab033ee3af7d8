namespace Clientele.Models;

/// <summary>The space in which customers are divided.</summary>
public enum SegmentSpace
{
    /// <summary>The scaled features themselves.</summary>
    Raw,

    /// <summary><see cref="Models.Pca"/>: as few axes as hold nine tenths of the variance.</summary>
    Pca,

    /// <summary><see cref="Models.Umap"/> in two dimensions.</summary>
    Umap,

    /// <summary><see cref="Models.Tsne"/> in two dimensions.</summary>
    Tsne,

    /// <summary>Numbers of the leaves of a forest that tells what a customer is worth, laid out by UMAP.</summary>
    TreeUmap,

    /// <summary>The share of such trees that put two customers into one leaf, laid out by UMAP.</summary>
    TreeCooccurrence,
}

/// <summary>How customers are divided in their space.</summary>
public enum SegmentAlgorithm
{
    /// <summary><see cref="KMeans"/>.</summary>
    Kmeans,

    /// <summary><see cref="MiniBatchKMeans"/>.</summary>
    Minibatch,

    /// <summary><see cref="GaussianMixture"/>.</summary>
    Gmm,

    /// <summary><see cref="Agglomerative"/>: the pair whose union spreads least.</summary>
    Ward,

    /// <summary><see cref="Agglomerative"/>: the pair that lies nearest on average.</summary>
    Average,

    /// <summary><see cref="Agglomerative"/>: the pair whose farthest points lie nearest.</summary>
    Complete,

    /// <summary><see cref="Agglomerative"/>: the pair whose nearest points lie nearest.</summary>
    Single,

    /// <summary><see cref="Models.Dbscan"/>.</summary>
    Dbscan,

    /// <summary><see cref="Models.Hdbscan"/>.</summary>
    Hdbscan,

    /// <summary><see cref="KMedoids"/>.</summary>
    Kmedoids,
}
