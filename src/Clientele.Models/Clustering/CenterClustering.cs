namespace Clientele.Models;

/// <summary>Points divided into clusters around centers.</summary>
/// <param name="Labels">One a point, from 0 to the number of centers − 1: the nearest center, the first of equally near ones.</param>
/// <param name="Centers">k × d: the middles of the clusters.</param>
/// <param name="Inertia">Sum of the squared distances from the points to their centers.</param>
/// <param name="Converged">Whether it settled before its passes ran out.</param>
/// <param name="Passes">Passes over the points that it took.</param>
public sealed record CenterClustering(
    int[] Labels,
    Matrix Centers,
    double Inertia,
    bool Converged,
    int Passes
) : IClustering
{
    /// <inheritdoc/>
    public int Clusters => Centers.Rows;

    /// <summary>The nearest center of other points.</summary>
    /// <param name="points">m × d finite values on the scale of the centers.</param>
    /// <returns>m labels; for the points that were learned from, <see cref="Labels"/>.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    public int[] Predict(Matrix points)
    {
        Require.Columns(points, Centers.Columns, "The centers have");
        Require.Finite(points, "A prediction");
        return Nearest.Label(points, Centers, threads: 1, CancellationToken.None).Labels;
    }

    /// <summary>The nearest center of other points; the confidence compares it with the second nearest.</summary>
    /// <remarks>
    /// 1 − d₁/d₂ with the distances to the nearest and the second nearest center: 0 halfway between them, 1 at a center
    /// (the simplified silhouette of the point). 1 where there is one center.
    /// </remarks>
    public Assignment Assign(Matrix points)
    {
        var labels = Predict(points);
        return new Assignment(labels, [.. labels.Select((label, row) => Confidence(points[row], label))]);
    }

    double Confidence(ReadOnlySpan<double> point, int nearest)
    {
        var second = double.PositiveInfinity;
        for (var center = 0; center < Centers.Rows; center++)
        {
            if (center != nearest)
            {
                second = Math.Min(second, Distance(point, center));
            }
        }

        return Sureness(Distance(point, nearest), second);
    }

    /// <summary>How sure the nearest of two is: 0 at equal distances, 1 at the nearest.</summary>
    internal static double Sureness(double nearest, double second) =>
        second == 0 ? 0 : 1 - (nearest / second);

    double Distance(ReadOnlySpan<double> point, int center) =>
        System.Numerics.Tensors.TensorPrimitives.Distance(point, Centers[center]);
}
