namespace Clientele.Models;

/// <summary>Points along their principal axes.</summary>
/// <param name="Components">The axes, which lay out other points too.</param>
/// <param name="Points">n × k coordinates of the points that were learned from.</param>
public sealed record PcaEmbedding(PrincipalComponents Components, Matrix Points) : IEmbedding
{
    /// <inheritdoc/>
    public Matrix Transform(Matrix points, CancellationToken cancel = default) =>
        Components.Transform(points, threads: 0, cancel);
}
