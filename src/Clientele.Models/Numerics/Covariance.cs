using System.Numerics.Tensors;

namespace Clientele.Models;

/// <summary>How columns vary together.</summary>
/// <remarks>
/// Deviations are taken from the mean of a sample and corrected at the end, so that columns far from 0 keep their digits.
/// Source: the shifted two-sums formula of Chan, Golub and LeVeque (1983), The American Statistician 37(3).
/// </remarks>
static class Covariance
{
    const int SampleRows = 1024;

    /// <summary>Rows that one thread takes at a time; does not depend on the threads.</summary>
    internal static int RowsABlock(int rows) => Math.Max(4096, (rows + 31) / 32);

    /// <summary>Means of the columns, and their covariances divided by n − 1.</summary>
    /// <param name="points">At least 2 rows.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Looked at between blocks of rows.</param>
    internal static (double[] Means, Matrix Covariances) Of(
        Matrix points,
        int threads,
        CancellationToken cancel
    )
    {
        var origin = SampleMeans(points);
        var width = Panel.Padded(points.Columns);
        var step = RowsABlock(points.Rows);
        var sums = new double[(points.Rows + step - 1) / step][];
        var products = new double[sums.Length][];
        Blocks.For(
            sums.Length,
            threads,
            block =>
            {
                (sums[block], products[block]) = (new double[width], new double[width * width]);
                var end = Math.Min((block + 1) * step, points.Rows);
                Add(points, origin, (block * step, end), sums[block], products[block]);
            },
            cancel
        );
        for (var block = 1; block < sums.Length; block++)
        {
            TensorPrimitives.Add(sums[0], sums[block], sums[0]);
            TensorPrimitives.Add(products[0], products[block], products[0]);
        }

        return Centered(points, origin, sums[0], products[0]);
    }

    static void Add(
        Matrix points,
        double[] origin,
        (int Start, int End) block,
        double[] sums,
        double[] products
    )
    {
        var panel = new Panel(Panel.RowsThatFit(points.Columns), points.Columns);
        var step = Panel.RowsThatFit(points.Columns);
        for (var row = block.Start; row < block.End; row += step)
        {
            panel.Fill(points, origin, row, Math.Min(row + step, block.End));
            panel.AddRows(sums);
            panel.AddProducts(panel, products);
        }
    }

    static (double[] Means, Matrix Covariances) Centered(
        Matrix points,
        double[] origin,
        double[] sums,
        double[] products
    )
    {
        var covariances = new Matrix(points.Columns, points.Columns);
        for (var i = 0; i < points.Columns; i++)
        {
            for (var j = i; j < points.Columns; j++)
            {
                var product = products[(i * sums.Length) + j] - (sums[i] * sums[j] / points.Rows);
                covariances[i][j] = covariances[j][i] = product / (points.Rows - 1);
            }
        }

        return ([.. origin.Select((o, j) => o + (sums[j] / points.Rows))], covariances);
    }

    /// <summary>Means of up to <see cref="SampleRows"/> rows that lie evenly over all.</summary>
    static double[] SampleMeans(Matrix points)
    {
        var count = Math.Min(points.Rows, SampleRows);
        var means = new double[points.Columns];
        for (var i = 0; i < count; i++)
        {
            TensorPrimitives.Add(means, points[(int)((long)i * points.Rows / count)], means);
        }

        TensorPrimitives.Divide(means, count, means);
        return means;
    }
}
