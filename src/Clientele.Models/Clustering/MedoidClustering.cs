namespace Clientele.Models;

/// <summary>Points divided into clusters around some of themselves.</summary>
/// <param name="Labels">One a point: the nearest medoid, the first of equally near ones.</param>
/// <param name="Rows">Rows of the medoids among the points.</param>
/// <param name="Medoids">k × d: the medoids.</param>
/// <param name="Metric">How far apart two points are.</param>
/// <param name="Loss">Sum of the distances from all points to their medoids.</param>
/// <param name="Converged">Whether no swap of a medoid for another point (of the sample) would help any more.</param>
/// <param name="Passes">Passes over the points (of the sample) that it took.</param>
/// <param name="Sample">Points that medoids were looked for among: all of them, or a random sample.</param>
public sealed record MedoidClustering(
    int[] Labels,
    int[] Rows,
    Matrix Medoids,
    Metric Metric,
    double Loss,
    bool Converged,
    int Passes,
    int Sample
) : IClustering
{
    /// <inheritdoc/>
    public int Clusters => Medoids.Rows;

    /// <summary>The nearest medoid of other points; the confidence compares it with the second nearest.</summary>
    /// <remarks>1 − d₁/d₂ with the two distances: 0 halfway between two medoids, 1 at a medoid. 1 where there is one medoid.</remarks>
    public Assignment Assign(Matrix points)
    {
        Require.Columns(points, Medoids.Columns, "The medoids have");
        var space = new MedoidSpace(Require.Finite(points, "A prediction"), Metric);
        var nearest = new NearestMedoids(space);
        nearest.Find(new MedoidSpace(Medoids, Metric).Rows, threads: 1, CancellationToken.None);
        return new Assignment(
            nearest.Labels[..points.Rows],
            [
                .. Enumerable
                    .Range(0, points.Rows)
                    .Select(row => CenterClustering.Sureness(nearest.First[row], nearest.Second[row])),
            ]
        );
    }
}
