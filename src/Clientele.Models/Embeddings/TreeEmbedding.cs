namespace Clientele.Models;

/// <summary>Lays points out by what a forest learned of them: those that it tells alike lie together.</summary>
/// <remarks>
/// A random forest learns a target; the leaf of a point in every tree is a coordinate; UMAP lays these out. The space is
/// bent towards the target, whatever the scales of the columns.
/// Source: similarity by leaves: Breiman (2001), "Random Forests"; leaf numbers as coordinates: practice.
/// </remarks>
/// <param name="options">Settings of forest and layout.</param>
/// <param name="target">What the forest learns, one finite number a point.</param>
public sealed class TreeEmbedding(TreeEmbeddingOptions options, double[] target) : IEmbedder
{
    readonly TreeEmbeddingOptions _options = Require.Valid(options);
    readonly RandomForest _forest = new(options.Forest);
    readonly Umap _umap = new(
        options.Umap with
        {
            Metric = options.Form == TreeForm.Cooccurrence ? Metric.Hamming : Metric.Euclidean,
        }
    );

    /// <inheritdoc cref="IEmbedder.Fit"/>
    /// <exception cref="ArgumentException">The points are not as many as targets.</exception>
    public TreeSpace Fit(Matrix points, CancellationToken cancel = default)
    {
        var forest = _forest.Fit(points, target, cancel).Forest;
        var leaves = TreeSpace.Leaves(forest, points, _options.Forest.Threads, cancel);
        return new TreeSpace(forest, _umap.Fit(leaves, cancel));
    }

    IEmbedding IEmbedder.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);
}

/// <summary>A space that <see cref="TreeEmbedding"/> learned.</summary>
/// <param name="Forest">Puts points into leaves.</param>
/// <param name="Layout">Puts leaves into the space.</param>
public sealed record TreeSpace(Forest Forest, UmapEmbedding Layout) : IEmbedding
{
    /// <inheritdoc/>
    public Matrix Points => Layout.Points;

    /// <inheritdoc/>
    public Matrix Transform(Matrix points, CancellationToken cancel = default) =>
        Layout.Transform(Leaves(Forest, points, Layout.Options.Threads, cancel), cancel);

    /// <summary>The leaf of every row in every tree, as coordinates.</summary>
    internal static Matrix Leaves(Forest forest, Matrix points, int threads, CancellationToken cancel) =>
        new(
            Array.ConvertAll(forest.Leaves(points, threads, cancel), leaf => (double)leaf),
            forest.Trees.Count
        );
}
