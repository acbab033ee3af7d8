using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Compares coarse distances of four points to sixteen others at a time with a limit of each of the four.</summary>
static class CoarseKernel
{
    /// <summary>Points that are compared with others at a time.</summary>
    internal const int Queries = 4;

    /// <summary>The next group in which something lies within the limits.</summary>
    /// <param name="metric">How far apart two points are.</param>
    /// <param name="queries">First number of the first of four points in one group.</param>
    /// <param name="points">First number of the first group of the others.</param>
    /// <param name="groups">Groups to look at: from, to before, every so many-th.</param>
    /// <param name="columns">Numbers a point.</param>
    /// <param name="limits">One a query.</param>
    /// <param name="hits">Of each query: a bit for each of the sixteen whose distance is less than its limit.</param>
    /// <returns>The group, or the end.</returns>
    internal static int Next(
        Metric metric,
        ref float queries,
        ref float points,
        (int From, int End, int Step) groups,
        int columns,
        ref float limits,
        Span<uint> hits
    ) =>
        metric switch
        {
            Metric.Manhattan => Next<Difference>(ref queries, ref points, groups, columns, ref limits, hits),
            Metric.Hamming => Next<Unequal>(ref queries, ref points, groups, columns, ref limits, hits),
            _ => Next<Square>(ref queries, ref points, groups, columns, ref limits, hits),
        };

    static int Next<TTerm>(
        ref float queries,
        ref float points,
        (int From, int End, int Step) groups,
        int columns,
        ref float limits,
        Span<uint> hits
    )
        where TTerm : ITerm
    {
        var (from, end, step) = groups;
        for (var group = from; group < end; group += step)
        {
            var (a, b, c, d) = (
                Vector256<float>.Zero,
                Vector256<float>.Zero,
                Vector256<float>.Zero,
                Vector256<float>.Zero
            );
            var (e, f, g, h) = (a, b, c, d);
            ref var point = ref Unsafe.Add(ref points, (nint)group * columns * CoarsePoints.Lanes);
            ref var query = ref queries;
            for (var column = 0; column < columns; column++)
            {
                var low = Vector256.LoadUnsafe(ref point);
                var high = Vector256.LoadUnsafe(ref point, 8);
                var x = Vector256.Create(query);
                (a, e) = (TTerm.Add(a, x, low), TTerm.Add(e, x, high));
                x = Vector256.Create(Unsafe.Add(ref query, 1));
                (b, f) = (TTerm.Add(b, x, low), TTerm.Add(f, x, high));
                x = Vector256.Create(Unsafe.Add(ref query, 2));
                (c, g) = (TTerm.Add(c, x, low), TTerm.Add(g, x, high));
                x = Vector256.Create(Unsafe.Add(ref query, 3));
                (d, h) = (TTerm.Add(d, x, low), TTerm.Add(h, x, high));
                point = ref Unsafe.Add(ref point, CoarsePoints.Lanes);
                query = ref Unsafe.Add(ref query, CoarsePoints.Lanes);
            }

            hits[0] = Below(a, e, limits);
            hits[1] = Below(b, f, Unsafe.Add(ref limits, 1));
            hits[2] = Below(c, g, Unsafe.Add(ref limits, 2));
            hits[3] = Below(d, h, Unsafe.Add(ref limits, 3));
            if ((hits[0] | hits[1] | hits[2] | hits[3]) != 0)
            {
                return group;
            }
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Below(Vector256<float> low, Vector256<float> high, float limit)
    {
        var limits = Vector256.Create(limit);
        return Vector256.LessThan(low, limits).ExtractMostSignificantBits()
            | (Vector256.LessThan(high, limits).ExtractMostSignificantBits() << 8);
    }

    /// <summary>What one column adds to a distance.</summary>
    interface ITerm
    {
        static abstract Vector256<float> Add(Vector256<float> sum, Vector256<float> x, Vector256<float> y);
    }

    readonly struct Square : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Add(Vector256<float> sum, Vector256<float> x, Vector256<float> y) =>
            Vector256.FusedMultiplyAdd(x - y, x - y, sum);
    }

    readonly struct Difference : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Add(Vector256<float> sum, Vector256<float> x, Vector256<float> y) =>
            sum + Vector256.Abs(x - y);
    }

    readonly struct Unequal : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Add(Vector256<float> sum, Vector256<float> x, Vector256<float> y) =>
            sum + Vector256.AndNot(Vector256<float>.One, Vector256.Equals(x, y));
    }
}
