namespace Clientele.Models;

/// <summary>Points laid out by t-SNE.</summary>
/// <param name="Learned">n × d: the points that were learned from, beside which others are placed.</param>
/// <param name="Points">n × 2: where they lie; their mean is 0.</param>
/// <param name="Metric">How far apart two points are.</param>
/// <param name="Perplexity">The perplexity that was used.</param>
/// <param name="Divergence">Kullback-Leibler divergence of the picture from the points: 0 would tell all.</param>
public sealed record TsneEmbedding(
    Matrix Learned,
    Matrix Points,
    Metric Metric,
    double Perplexity,
    double Divergence
) : IEmbedding
{
    /// <inheritdoc/>
    public Matrix Transform(Matrix points, CancellationToken cancel = default) => throw new NotImplementedException();
}
