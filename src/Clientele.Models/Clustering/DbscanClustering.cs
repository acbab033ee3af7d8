namespace Clientele.Models;

/// <summary>What a point is to its cluster.</summary>
public enum PointKind
{
    /// <summary>Near no core: in no cluster.</summary>
    Noise,

    /// <summary>Near a core, but without enough points near itself.</summary>
    Border,

    /// <summary>With enough points near itself.</summary>
    Core,
}

/// <summary>Points in dense places, and the noise between them.</summary>
/// <param name="Labels">One a point, numbered in the order of their first core rows, or <see cref="IClustering.Noise"/>.</param>
/// <param name="Clusters">Number of clusters; may be 0.</param>
/// <param name="Eps">How near a neighbor is.</param>
/// <param name="CoreRows">The rows that are cores, those with greater values first.</param>
/// <param name="Cores">Their points.</param>
/// <param name="CoreLabels">Their labels.</param>
public sealed record DbscanClustering(
    int[] Labels,
    int Clusters,
    double Eps,
    int[] CoreRows,
    Matrix Cores,
    int[] CoreLabels
) : IClustering
{
    /// <inheritdoc/>
    public bool Converged => true;

    /// <summary>What each point that was learned from is to its cluster.</summary>
    public PointKind[] Kinds()
    {
        var kinds = Labels
            .Select(label => label == IClustering.Noise ? PointKind.Noise : PointKind.Border)
            .ToArray();
        foreach (var row in CoreRows)
        {
            kinds[row] = PointKind.Core;
        }

        return kinds;
    }

    /// <summary>The clusters of the nearest cores, or noise where none is near.</summary>
    /// <remarks>
    /// The confidence is 1 − d/ε in a cluster and 1 − ε/d in noise, with the distance d to the nearest core: 0 at the edge
    /// of a cluster, 1 at a core or far from all; 1 if there is no core. For the points that were learned from the labels
    /// are <see cref="Labels"/>.
    /// </remarks>
    public Assignment Assign(Matrix points)
    {
        if (points.Columns != Cores.Columns)
        {
            throw new ArgumentException(
                $"The cores have {Cores.Columns} columns, the points {points.Columns}.",
                nameof(points)
            );
        }

        return Nearest(Require.Finite(points, "An assignment"), threads: 1, CancellationToken.None);
    }

    /// <summary>Labels the points that are no cores.</summary>
    internal void TakeBorders(Matrix points, int threads, CancellationToken cancel)
    {
        var rows = Enumerable
            .Range(0, Labels.Length)
            .Where(row => Labels[row] == IClustering.Noise)
            .ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        var assigned = Nearest(points.Take(rows), threads, cancel);
        for (var i = 0; i < rows.Length; i++)
        {
            Labels[rows[i]] = assigned.Labels[i];
        }
    }

    Assignment Nearest(Matrix points, int threads, CancellationToken cancel)
    {
        var (labels, confidence) = (new int[points.Rows], new double[points.Rows]);
        Array.Fill(labels, IClustering.Noise);
        Array.Fill(confidence, 1);
        if (Cores.Rows == 0)
        {
            return new Assignment(labels, confidence);
        }

        var near = new KdTree(Cores, threads, cancel).NearestSquared(points, 1, threads, cancel);
        for (var row = 0; row < labels.Length; row++)
        {
            var distance = Math.Sqrt(near.Distances[row]);
            // Squares are compared, as they were when the cores were joined.
            var isNear = near.Distances[row] <= Eps * Eps;
            labels[row] = isNear ? CoreLabels[near.Indices[row]] : IClustering.Noise;
            confidence[row] = Math.Max(0, 1 - (isNear ? distance / Eps : Eps / distance));
        }

        return new Assignment(labels, confidence);
    }
}
