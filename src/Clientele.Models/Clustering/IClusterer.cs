namespace Clientele.Models;

/// <summary>Divides points into clusters.</summary>
public interface IClusterer
{
    /// <summary>Learns clusters from points.</summary>
    /// <param name="points">n × d finite values on a common scale.</param>
    /// <param name="cancel">Stops the work between two passes.</param>
    /// <exception cref="ArgumentException">There are fewer points than clusters, or a value is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    IClustering Fit(Matrix points, CancellationToken cancel = default);
}

/// <summary>Points divided into clusters: what a clusterer learned.</summary>
public interface IClustering
{
    /// <summary>Label of a point that belongs to no cluster.</summary>
    const int Noise = -1;

    /// <summary>One a point, from 0 to <see cref="Clusters"/> − 1, or <see cref="Noise"/>.</summary>
    int[] Labels { get; }

    /// <summary>Number of clusters; none is empty unless there are fewer different points.</summary>
    int Clusters { get; }

    /// <summary>Whether it settled before its passes ran out.</summary>
    bool Converged { get; }

    /// <summary>The clusters of other points.</summary>
    /// <param name="points">m × d finite values on the scale of the points that were learned from.</param>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    Assignment Assign(Matrix points);
}

/// <summary>Points put into clusters that were learned before.</summary>
/// <param name="Labels">One a point, or <see cref="IClustering.Noise"/>.</param>
/// <param name="Confidence">How sure each label is, from 0 to 1; what it is made of is said by the clusterer.</param>
public sealed record Assignment(int[] Labels, double[] Confidence);
