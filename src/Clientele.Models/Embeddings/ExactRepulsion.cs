using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Repulsion from every point to every other. O(n²), without n² memory.</summary>
sealed class ExactRepulsion(int count, int threads) : IRepulsion
{
    const int PointsABlock = 64;

    /// <summary>So far away that neither a sum nor a force is felt.</summary>
    const float Nowhere = 1e18f;

    readonly float[] _xs = new float[(count + 7) / 8 * 8];
    readonly float[] _ys = new float[(count + 7) / 8 * 8];

    public double Push(float[] points, float[] forces, CancellationToken cancel)
    {
        for (var i = 0; i < _xs.Length; i++)
        {
            (_xs[i], _ys[i]) = i < count ? (points[2 * i], points[(2 * i) + 1]) : (Nowhere, Nowhere);
        }

        var sums = new double[(count + PointsABlock - 1) / PointsABlock];
        Blocks.For(
            sums.Length,
            threads,
            block =>
            {
                var end = Math.Min((block + 1) * PointsABlock, count);
                for (var i = block * PointsABlock; i < end; i++)
                {
                    // Its own part of the sum is 1.
                    sums[block] += Push(i, forces) - 1;
                }
            },
            cancel
        );
        return sums.Sum();
    }

    float Push(int i, float[] forces)
    {
        var (x, y) = (Vector256.Create(_xs[i]), Vector256.Create(_ys[i]));
        var (sum, forceX, forceY) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (var j = 0; j < _xs.Length; j += 8)
        {
            var dx = x - Vector256.LoadUnsafe(ref _xs[j]);
            var dy = y - Vector256.LoadUnsafe(ref _ys[j]);
            var near =
                Vector256<float>.One
                / Vector256.FusedMultiplyAdd(
                    dx,
                    dx,
                    Vector256.FusedMultiplyAdd(dy, dy, Vector256<float>.One)
                );
            sum += near;
            var square = near * near;
            forceX = Vector256.FusedMultiplyAdd(square, dx, forceX);
            forceY = Vector256.FusedMultiplyAdd(square, dy, forceY);
        }

        (forces[2 * i], forces[(2 * i) + 1]) = (Vector256.Sum(forceX), Vector256.Sum(forceY));
        return Vector256.Sum(sum);
    }
}
