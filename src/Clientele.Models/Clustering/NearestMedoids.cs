using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>The nearest and the second nearest of some medoids for every point.</summary>
/// <remarks>Arrays are as long as whole groups of eight; what fills up the last one is at distance −1, nearer than anything.</remarks>
sealed class NearestMedoids
{
    readonly MedoidSpace _space;

    internal NearestMedoids(MedoidSpace space)
    {
        _space = space;
        var length = space.Packed.Groups * PackedPoints.Lanes;
        (Labels, First, Second) = (new int[length], new double[length], new double[length]);
        First.AsSpan(space.Packed.Rows).Fill(-1);
        Second.AsSpan(space.Packed.Rows).Fill(-1);
    }

    /// <summary>The nearest medoid, the first of equally near ones.</summary>
    internal int[] Labels { get; }

    /// <summary>Distance to the nearest.</summary>
    internal double[] First { get; }

    /// <summary>Distance to the second nearest; infinite where there is one medoid.</summary>
    internal double[] Second { get; }

    /// <summary>Looks at all points anew.</summary>
    /// <param name="medoids">k rows of the same space.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Looked at before every block.</param>
    /// <returns>Sum of the distances to the nearest medoids.</returns>
    internal double Find(Matrix medoids, int threads, CancellationToken cancel)
    {
        var sums = new double[_space.Packed.BlockCount];
        Blocks.For(
            sums.Length,
            threads,
            block =>
            {
                var end = _space.Packed.End(block);
                for (var group = block * _space.Packed.GroupsABlock; group < end; group++)
                {
                    sums[block] += Find(medoids, group);
                }
            },
            cancel
        );
        return sums.Sum();
    }

    double Find(Matrix medoids, int group)
    {
        var first = Vector512.Create(double.PositiveInfinity);
        var (second, index) = (first, Vector512<long>.Zero);
        for (var m = 0; m < medoids.Rows; m++)
        {
            var apart = _space.Apart(group, medoids[m]);
            var closer = Vector512.LessThan(apart, first);
            second = Vector512.MinNative(second, Vector512.ConditionalSelect(closer, first, apart));
            first = Vector512.ConditionalSelect(closer, apart, first);
            index = Vector512.ConditionalSelect(closer.AsInt64(), Vector512.Create((long)m), index);
        }

        var (near, next, sum) = (_space.Distance(first), _space.Distance(second), 0.0);
        for (var lane = 0; lane < _space.Packed.Filled(group); lane++)
        {
            var row = (group * PackedPoints.Lanes) + lane;
            (Labels[row], First[row], Second[row]) = ((int)index[lane], near[lane], next[lane]);
            sum += near[lane];
        }

        return sum;
    }
}
