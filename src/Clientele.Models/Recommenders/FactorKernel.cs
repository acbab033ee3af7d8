using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clientele.Models;

/// <summary>Products of small tables in single precision: what ALS and its lists spend their time on.</summary>
/// <remarks>A kernel: six rows by sixteen columns are summed up in twelve registers.</remarks>
static class FactorKernel
{
    /// <summary>Rows of a tile.</summary>
    internal const int Tile = 6;

    /// <summary>Columns of a tile: two vectors of eight.</summary>
    internal const int Columns = 16;

    /// <summary>Rows that <see cref="AddScaled"/> takes at once.</summary>
    internal const int Rows = 4;

    /// <summary>Six rows times a panel of sixteen columns.</summary>
    /// <param name="left">Six rows of <paramref name="depth"/> numbers.</param>
    /// <param name="leftStride">From a row to the next.</param>
    /// <param name="leftStep">From a number of a row to the next.</param>
    /// <param name="right"><paramref name="depth"/> rows of sixteen numbers, <paramref name="rightStride"/> apart.</param>
    /// <param name="rightStride">From a row to the next.</param>
    /// <param name="depth">Numbers that are multiplied for each sum.</param>
    /// <param name="into">Six rows of sixteen sums, <paramref name="intoStride"/> apart.</param>
    /// <param name="intoStride">From a row to the next.</param>
    internal static void Multiply(
        ref float left,
        int leftStride,
        int leftStep,
        ref float right,
        int rightStride,
        int depth,
        ref float into,
        int intoStride
    )
    {
        Vector256<float> a0 = default,
            a1 = default,
            b0 = default,
            b1 = default,
            c0 = default,
            c1 = default;
        Vector256<float> d0 = default,
            d1 = default,
            e0 = default,
            e1 = default,
            f0 = default,
            f1 = default;
        ref var row3 = ref Unsafe.Add(ref left, 3 * leftStride);
        for (var k = 0; k < depth; k++)
        {
            var low = Vector256.LoadUnsafe(ref right);
            var high = Vector256.LoadUnsafe(ref right, 8);
            var x = Vector256.Create(left);
            a0 = Vector256.FusedMultiplyAdd(x, low, a0);
            a1 = Vector256.FusedMultiplyAdd(x, high, a1);
            x = Vector256.Create(Unsafe.Add(ref left, leftStride));
            b0 = Vector256.FusedMultiplyAdd(x, low, b0);
            b1 = Vector256.FusedMultiplyAdd(x, high, b1);
            x = Vector256.Create(Unsafe.Add(ref left, 2 * leftStride));
            c0 = Vector256.FusedMultiplyAdd(x, low, c0);
            c1 = Vector256.FusedMultiplyAdd(x, high, c1);
            x = Vector256.Create(row3);
            d0 = Vector256.FusedMultiplyAdd(x, low, d0);
            d1 = Vector256.FusedMultiplyAdd(x, high, d1);
            x = Vector256.Create(Unsafe.Add(ref row3, leftStride));
            e0 = Vector256.FusedMultiplyAdd(x, low, e0);
            e1 = Vector256.FusedMultiplyAdd(x, high, e1);
            x = Vector256.Create(Unsafe.Add(ref row3, 2 * leftStride));
            f0 = Vector256.FusedMultiplyAdd(x, low, f0);
            f1 = Vector256.FusedMultiplyAdd(x, high, f1);
            left = ref Unsafe.Add(ref left, leftStep);
            row3 = ref Unsafe.Add(ref row3, leftStep);
            right = ref Unsafe.Add(ref right, rightStride);
        }

        Store(a0, a1, ref into);
        Store(b0, b1, ref Unsafe.Add(ref into, intoStride));
        Store(c0, c1, ref Unsafe.Add(ref into, 2 * intoStride));
        Store(d0, d1, ref Unsafe.Add(ref into, 3 * intoStride));
        Store(e0, e1, ref Unsafe.Add(ref into, 4 * intoStride));
        Store(f0, f1, ref Unsafe.Add(ref into, 5 * intoStride));
    }

    /// <summary>Adds, for each of some rows y, y times a factor that a function of its product with x gives.</summary>
    /// <param name="rows">A multiple of four, one after another, as wide as <paramref name="x"/>: a whole number of vectors.</param>
    /// <param name="x">What each row is multiplied by.</param>
    /// <param name="scale">Of each row what the product is multiplied by.</param>
    /// <param name="shift">Of each row what is added to that; empty for nothing.</param>
    /// <param name="sums">As wide as <paramref name="x"/>.</param>
    internal static void AddScaled(
        ReadOnlySpan<float> rows,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> scale,
        ReadOnlySpan<float> shift,
        Span<float> sums
    )
    {
        var width = x.Length;
        ref var first = ref MemoryMarshal.GetReference(rows);
        for (var row = 0; row < scale.Length; row += Rows)
        {
            AddFour(
                ref Unsafe.Add(ref first, row * width),
                ref MemoryMarshal.GetReference(x),
                scale.Slice(row, Rows),
                shift.IsEmpty ? shift : shift.Slice(row, Rows),
                ref MemoryMarshal.GetReference(sums),
                width
            );
        }
    }

    static void AddFour(
        ref float y,
        ref float x,
        ReadOnlySpan<float> scale,
        ReadOnlySpan<float> shift,
        ref float sums,
        int width
    )
    {
        Vector256<float> p0 = default,
            p1 = default,
            p2 = default,
            p3 = default;
        ref var y1 = ref Unsafe.Add(ref y, width);
        ref var y2 = ref Unsafe.Add(ref y, 2 * width);
        ref var y3 = ref Unsafe.Add(ref y, 3 * width);
        for (nuint i = 0; i < (nuint)width; i += 8)
        {
            var own = Vector256.LoadUnsafe(ref x, i);
            p0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref y, i), own, p0);
            p1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref y1, i), own, p1);
            p2 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref y2, i), own, p2);
            p3 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref y3, i), own, p3);
        }

        var by = Sums(p0, p1, p2, p3) * Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(scale));
        if (!shift.IsEmpty)
        {
            by += Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(shift));
        }

        var (f0, f1, f2, f3) = (
            Vector256.Create(by[0]),
            Vector256.Create(by[1]),
            Vector256.Create(by[2]),
            Vector256.Create(by[3])
        );
        for (nuint i = 0; i < (nuint)width; i += 8)
        {
            var sum = Vector256.LoadUnsafe(ref sums, i);
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref y, i), f0, sum);
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref y1, i), f1, sum);
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref y2, i), f2, sum);
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref y3, i), f3, sum);
            sum.StoreUnsafe(ref sums, i);
        }
    }

    /// <summary>The sums of four vectors side by side.</summary>
    static Vector128<float> Sums(
        Vector256<float> p0,
        Vector256<float> p1,
        Vector256<float> p2,
        Vector256<float> p3
    )
    {
        if (!Avx.IsSupported)
        {
            return Vector128.Create(
                Vector256.Sum(p0),
                Vector256.Sum(p1),
                Vector256.Sum(p2),
                Vector256.Sum(p3)
            );
        }

        var sums = Avx.HorizontalAdd(Avx.HorizontalAdd(p0, p1), Avx.HorizontalAdd(p2, p3));
        return sums.GetLower() + sums.GetUpper();
    }

    /// <summary>Asks for a row before it is needed.</summary>
    internal static unsafe void Fetch(ReadOnlySpan<float> row)
    {
        if (Sse.IsSupported)
        {
            fixed (float* first = row)
            {
                for (var i = 0; i < row.Length; i += 16)
                {
                    Sse.Prefetch0(first + i);
                }
            }
        }
    }

    static void Store(Vector256<float> low, Vector256<float> high, ref float into)
    {
        low.StoreUnsafe(ref into);
        high.StoreUnsafe(ref into, 8);
    }
}
