namespace Clientele.Models;

/// <summary>Repulsion by a grid and Fourier transforms. O(n·log n).</summary>
/// <remarks>Source: Linderman et al. (2019), Nature Methods 16, with a <see cref="CauchyField"/> for the sums.</remarks>
sealed class GridRepulsion(int count, int threads) : IRepulsion
{
    const int PointsABlock = 256;
    readonly CauchyField _field = new(threads);

    public double Push(float[] points, float[] forces, CancellationToken cancel)
    {
        _field.Fill(points, cancel);
        var cells = _field.Cells;
        var sums = new double[(count + PointsABlock - 1) / PointsABlock];
        Blocks.For(
            sums.Length,
            threads,
            block =>
            {
                var end = Math.Min((block + 1) * PointsABlock, count);
                for (var i = block * PointsABlock; i < end; i++)
                {
                    var point = 2 * cells.Order[i];
                    (var sum, forces[point], forces[point + 1]) = _field.At(cells.Xs[i], cells.Ys[i]);

                    // Its own part of the sum is 1.
                    sums[block] += sum - 1;
                }
            },
            cancel
        );
        return sums.Sum();
    }
}
