using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>Uncorrelated directions in which points vary, the one of most variance first.</summary>
/// <param name="Means">d means, which lie at the origin of the space.</param>
/// <param name="Axes">k × d: the directions, each of length 1; the first of its largest loadings is positive.</param>
/// <param name="Variances">k variances along the axes, divided by n − 1.</param>
/// <param name="TotalVariance">Sum of the variances of all d columns.</param>
public sealed record PrincipalComponents(
    double[] Means,
    Matrix Axes,
    double[] Variances,
    double TotalVariance
)
{
    const int RowsABlock = 4096;

    /// <summary>Shares of all variance along the axes; 0 where nothing varies.</summary>
    public double[] Ratios => [.. Variances.Select(v => TotalVariance > 0 ? v / TotalVariance : 0)];

    /// <summary>Shares of all variance along the first 1, 2 … axes: the variance curve.</summary>
    public double[] CumulativeRatios
    {
        get
        {
            var sum = default(CompensatedSum);
            return
            [
                .. Ratios.Select(ratio =>
                {
                    sum.Add(ratio);
                    return Math.Min(sum.Value, 1);
                }),
            ];
        }
    }

    /// <summary>Points in coordinates along the axes.</summary>
    /// <param name="points">m × d finite values.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of rows.</param>
    /// <returns>m × k.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    public Matrix Transform(Matrix points, int threads = 1, CancellationToken cancel = default)
    {
        Require.Finite(points, "A projection");
        Require.Columns(points, Means.Length, "The means have");
        var axes = Panel.Of(Axes.Transposed());
        var target = new Matrix(points.Rows, Axes.Rows);
        Blocks.For(
            (points.Rows + RowsABlock - 1) / RowsABlock,
            threads,
            block => Project(points, axes, target, block),
            cancel
        );
        return target;
    }

    /// <summary>The points that lie at given coordinates along the axes.</summary>
    /// <param name="coordinates">m × k finite values.</param>
    /// <returns>m × d; with all axes the points that were transformed, else their nearest in the space of the axes.</returns>
    /// <exception cref="ArgumentException">The columns differ in number, or a value is not finite.</exception>
    public Matrix Inverse(Matrix coordinates)
    {
        Require.Finite(coordinates, "A projection");
        Require.Columns(coordinates, Axes.Rows, "The space has");
        var points = new Matrix(coordinates.Rows, Means.Length);
        for (var row = 0; row < points.Rows; row++)
        {
            var point = points[row];
            Means.CopyTo(point);
            for (var axis = 0; axis < Axes.Rows; axis++)
            {
                TensorPrimitives.MultiplyAdd(Axes[axis], coordinates[row][axis], point, point);
            }
        }

        return points;
    }

    void Project(Matrix points, Panel axes, Matrix target, int block)
    {
        var step = Panel.RowsThatFit(points.Columns);
        var (panel, projected) = (new Panel(step, points.Columns), new Panel(step, Axes.Rows));
        var end = Math.Min((block + 1) * RowsABlock, points.Rows);
        for (var row = block * RowsABlock; row < end; row += step)
        {
            panel.Fill(points, Means, row, Math.Min(row + step, end));
            projected.Multiply(panel, axes);
            for (var i = 0; i < projected.Rows; i++)
            {
                projected[i][..Axes.Rows].CopyTo(target[row + i]);
            }
        }
    }
}
