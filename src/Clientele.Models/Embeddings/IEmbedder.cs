namespace Clientele.Models;

/// <summary>Lays points out in a space of fewer dimensions.</summary>
public interface IEmbedder
{
    /// <summary>Learns a space from points.</summary>
    /// <param name="points">n × d finite values on a common scale.</param>
    /// <param name="cancel">Stops the work between two passes.</param>
    /// <exception cref="ArgumentException">There are too few points, or a value is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    IEmbedding Fit(Matrix points, CancellationToken cancel = default);
}

/// <summary>Points laid out in a space: what an embedder learned.</summary>
public interface IEmbedding
{
    /// <summary>The points that were learned from: n × the dimensions of the space.</summary>
    Matrix Points { get; }

    /// <summary>Lays other points out in the same space; those learned from stay where they are.</summary>
    /// <param name="points">m × d finite values on the scale of the points that were learned from.</param>
    /// <param name="cancel">Stops the work between two passes.</param>
    /// <returns>m × the dimensions of the space.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Matrix Transform(Matrix points, CancellationToken cancel = default);
}
