using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Repulsion by a tree: what is far away counts as one point at its mean. O(n·log n).</summary>
/// <param name="count">Number of points.</param>
/// <param name="theta">Widest square, as a share of its distance, that counts as one point; 0 is exact.</param>
/// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
/// <remarks>
/// Eight points that are neighbors in the tree walk through it together: a square is opened if one of them asks for it, so each
/// is at least as exact as if it had walked alone. Source: van der Maaten (2014), JMLR 15.
/// </remarks>
sealed class TreeRepulsion(int count, double theta, int threads) : IRepulsion
{
    const int Lanes = 8;
    const int WalksABlock = 32;
    readonly QuadTree _tree = new(count);

    public double Push(float[] points, float[] forces, CancellationToken cancel)
    {
        _tree.Build(points);
        var walks = (count + Lanes - 1) / Lanes;
        var sums = new double[(walks + WalksABlock - 1) / WalksABlock];
        Blocks.For(
            sums.Length,
            threads,
            block =>
            {
                var end = Math.Min((block + 1) * WalksABlock, walks);
                for (var walk = block * WalksABlock; walk < end; walk++)
                {
                    sums[block] += Push(walk * Lanes, forces);
                }
            },
            cancel
        );
        return sums.Sum();
    }

    double Push(int first, float[] forces)
    {
        Span<float> xs = stackalloc float[Lanes];
        Span<float> ys = stackalloc float[Lanes];
        var filled = Math.Min(Lanes, count - first);
        for (var lane = 0; lane < Lanes; lane++)
        {
            var point = first + Math.Min(lane, filled - 1);
            (xs[lane], ys[lane]) = (_tree.Xs[point], _tree.Ys[point]);
        }

        var walk = new Walk(Vector256.Create<float>(xs), Vector256.Create<float>(ys));
        Go(ref walk);
        var sum = 0.0;
        for (var lane = 0; lane < filled; lane++)
        {
            var point = _tree.Order[first + lane];
            (forces[2 * point], forces[(2 * point) + 1]) = (walk.ForceX[lane], walk.ForceY[lane]);

            // Its own part of the sum is 1.
            sum += walk.Sum[lane] - 1;
        }

        return sum;
    }

    void Go(ref Walk walk)
    {
        var nodes = _tree.Nodes;
        var squaredTheta = (float)(theta * theta);
        for (var index = 0; index < nodes.Length; )
        {
            ref readonly var node = ref nodes[index];
            var (dx, dy) = walk.To(node.X, node.Y);
            var square = (dx * dx) + (dy * dy);
            if (Vector256.LessThanAll(Vector256.Create(node.SquaredWidth), square * squaredTheta))
            {
                walk.Add(dx, dy, square, node.Count);
                index = node.Next;
            }
            else if (node.IsLeaf)
            {
                for (var i = node.Start; i < node.Start + node.Count; i++)
                {
                    (dx, dy) = walk.To(_tree.Xs[i], _tree.Ys[i]);
                    walk.Add(dx, dy, (dx * dx) + (dy * dy), 1);
                }

                index = node.Next;
            }
            else
            {
                index++;
            }
        }
    }

    /// <summary>Eight points on their way through the tree, and what they have felt so far.</summary>
    struct Walk(Vector256<float> x, Vector256<float> y)
    {
        internal Vector256<float> Sum;
        internal Vector256<float> ForceX;
        internal Vector256<float> ForceY;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly (Vector256<float> X, Vector256<float> Y) To(float otherX, float otherY) =>
            (x - Vector256.Create(otherX), y - Vector256.Create(otherY));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Add(Vector256<float> dx, Vector256<float> dy, Vector256<float> square, float weight)
        {
            var near = Vector256<float>.One / (square + Vector256<float>.One);
            var weighted = near * weight;
            Sum += weighted;
            var force = weighted * near;
            ForceX = Vector256.FusedMultiplyAdd(force, dx, ForceX);
            ForceY = Vector256.FusedMultiplyAdd(force, dy, ForceY);
        }
    }
}
