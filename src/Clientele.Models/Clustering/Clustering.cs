namespace Clientele.Models;

/// <summary>Divides points into clusters.</summary>
public interface IClusterer
{
    /// <summary>Learns clusters from points.</summary>
    /// <param name="points">n × d finite values on a common scale.</param>
    /// <param name="cancel">Stops the work between two passes.</param>
    /// <exception cref="ArgumentException">There are fewer points than clusters, or a value is not finite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Clustering Fit(Matrix points, CancellationToken cancel = default);
}

/// <summary>Points divided into clusters around centers.</summary>
/// <param name="Labels">One a point, from 0 to the number of centers − 1: the nearest center, the first of equally near ones.</param>
/// <param name="Centers">k × d means of the clusters.</param>
/// <param name="Inertia">Sum of the squared distances from the points to their centers.</param>
/// <param name="Converged">Whether it settled before its passes ran out.</param>
/// <param name="Passes">Passes over the points that it took.</param>
public sealed record Clustering(int[] Labels, Matrix Centers, double Inertia, bool Converged, int Passes)
{
    /// <summary>The nearest center of other points.</summary>
    /// <param name="points">m × d finite values on the scale of the centers.</param>
    /// <returns>m labels; for the points that were learned from, <see cref="Labels"/>.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    public int[] Predict(Matrix points)
    {
        if (points.Columns != Centers.Columns)
        {
            throw new ArgumentException(
                $"The centers have {Centers.Columns} columns, the points {points.Columns}.",
                nameof(points)
            );
        }

        var packed = new PackedPoints(Require.Finite(points, "A prediction"));
        return Nearest.Label(packed, Centers, threads: 1, CancellationToken.None).Labels;
    }
}
