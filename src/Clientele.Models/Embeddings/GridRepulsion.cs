namespace Clientele.Models;

/// <summary>Repulsion by a grid and Fourier transforms. O(n) and the area that the points cover.</summary>
/// <remarks>Source: Linderman et al. (2019), Nature Methods 16, with cubic B-splines and forces as slopes of one field.</remarks>
sealed class GridRepulsion(double spacing, int threads) : IRepulsion
{
    readonly CauchyField _field = new(spacing, threads);

    public double Push(float[] points, float[] forces, CancellationToken cancel)
    {
        _field.Fill(points, cancel);
        var sums = new double[_field.Groups];
        Blocks.For(
            sums.Length,
            threads,
            group =>
            {
                foreach (var i in _field.Order.AsSpan(_field.Starts[group].._field.Starts[group + 1]))
                {
                    (var sum, forces[2 * i], forces[(2 * i) + 1]) = _field.At(
                        points[2 * i],
                        points[(2 * i) + 1]
                    );

                    // Its own part of the sum is 1.
                    sums[group] += sum - 1;
                }
            },
            cancel
        );
        return sums.Sum();
    }
}
