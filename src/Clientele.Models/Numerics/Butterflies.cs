using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>One stage of a transform of eight complex signals: kernels of <see cref="LaneFft"/>.</summary>
/// <remarks>
/// Each splits every stretch of <c>length</c> values into as many parts as its factor, or joins them again. Twiddles lie as the
/// stage's parts are read: for every place in a part those of the second part, the third, the fourth.
/// </remarks>
static class Butterflies
{
    const float Sine60 = 0.866025404f;

    internal static void Forward2(ref float first, int size, int length, float[] twiddles)
    {
        var part = length / 2;
        for (var start = 0; start < size; start += length)
        {
            ref var twiddle = ref MemoryMarshal.GetArrayDataReference(twiddles);
            for (var n = start; n < start + part; n++)
            {
                var (a, b) = (Load(ref first, n), Load(ref first, n + part));
                Store(ref first, n, a + b);
                Store(ref first, n + part, (a - b).Times(ref twiddle));
                twiddle = ref Unsafe.Add(ref twiddle, 2);
            }
        }
    }

    internal static void Inverse2(ref float first, int size, int length, float[] twiddles)
    {
        var part = length / 2;
        for (var start = 0; start < size; start += length)
        {
            ref var twiddle = ref MemoryMarshal.GetArrayDataReference(twiddles);
            for (var n = start; n < start + part; n++)
            {
                var (a, b) = (Load(ref first, n), Load(ref first, n + part).TimesConjugate(ref twiddle));
                Store(ref first, n, a + b);
                Store(ref first, n + part, a - b);
                twiddle = ref Unsafe.Add(ref twiddle, 2);
            }
        }
    }

    internal static void Forward3(ref float first, int size, int length, float[] twiddles)
    {
        var part = length / 3;
        for (var start = 0; start < size; start += length)
        {
            ref var twiddle = ref MemoryMarshal.GetArrayDataReference(twiddles);
            for (var n = start; n < start + part; n++)
            {
                var a = Load(ref first, n);
                var (b, c) = (Load(ref first, n + part), Load(ref first, n + (2 * part)));
                var (sum, turned) = (b + c, (b - c).TimesMinusI() * Sine60);
                var middle = a - (sum * 0.5f);
                Store(ref first, n, a + sum);
                Store(ref first, n + part, (middle + turned).Times(ref twiddle));
                Store(ref first, n + (2 * part), (middle - turned).Times(ref Unsafe.Add(ref twiddle, 2)));
                twiddle = ref Unsafe.Add(ref twiddle, 4);
            }
        }
    }

    internal static void Inverse3(ref float first, int size, int length, float[] twiddles)
    {
        var part = length / 3;
        for (var start = 0; start < size; start += length)
        {
            ref var twiddle = ref MemoryMarshal.GetArrayDataReference(twiddles);
            for (var n = start; n < start + part; n++)
            {
                var a = Load(ref first, n);
                var b = Load(ref first, n + part).TimesConjugate(ref twiddle);
                var c = Load(ref first, n + (2 * part)).TimesConjugate(ref Unsafe.Add(ref twiddle, 2));
                var (sum, turned) = (b + c, (b - c).TimesMinusI() * Sine60);
                var middle = a - (sum * 0.5f);
                Store(ref first, n, a + sum);
                Store(ref first, n + part, middle - turned);
                Store(ref first, n + (2 * part), middle + turned);
                twiddle = ref Unsafe.Add(ref twiddle, 4);
            }
        }
    }

    internal static void Forward4(ref float first, int size, int length, float[] twiddles)
    {
        var part = length / 4;
        for (var start = 0; start < size; start += length)
        {
            ref var twiddle = ref MemoryMarshal.GetArrayDataReference(twiddles);
            for (var n = start; n < start + part; n++)
            {
                var (a, b) = (Load(ref first, n), Load(ref first, n + part));
                var (c, d) = (Load(ref first, n + (2 * part)), Load(ref first, n + (3 * part)));
                var (even, odd) = (a + c, b + d);
                var (apart, turned) = (a - c, (b - d).TimesMinusI());
                Store(ref first, n, even + odd);
                Store(ref first, n + part, (apart + turned).Times(ref twiddle));
                Store(ref first, n + (2 * part), (even - odd).Times(ref Unsafe.Add(ref twiddle, 2)));
                Store(ref first, n + (3 * part), (apart - turned).Times(ref Unsafe.Add(ref twiddle, 4)));
                twiddle = ref Unsafe.Add(ref twiddle, 6);
            }
        }
    }

    internal static void Inverse4(ref float first, int size, int length, float[] twiddles)
    {
        var part = length / 4;
        for (var start = 0; start < size; start += length)
        {
            ref var twiddle = ref MemoryMarshal.GetArrayDataReference(twiddles);
            for (var n = start; n < start + part; n++)
            {
                var a = Load(ref first, n);
                var b = Load(ref first, n + part).TimesConjugate(ref twiddle);
                var c = Load(ref first, n + (2 * part)).TimesConjugate(ref Unsafe.Add(ref twiddle, 2));
                var d = Load(ref first, n + (3 * part)).TimesConjugate(ref Unsafe.Add(ref twiddle, 4));
                var (even, odd) = (a + c, b + d);
                var (apart, turned) = (a - c, (b - d).TimesMinusI());
                Store(ref first, n, even + odd);
                Store(ref first, n + part, apart - turned);
                Store(ref first, n + (2 * part), even - odd);
                Store(ref first, n + (3 * part), apart + turned);
                twiddle = ref Unsafe.Add(ref twiddle, 6);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Complexes Load(ref float first, int index)
    {
        ref var value = ref Unsafe.Add(ref first, (nint)index * LaneFft.Stride);
        return new(Vector256.LoadUnsafe(ref value), Vector256.LoadUnsafe(ref value, LaneFft.Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(ref float first, int index, Complexes value)
    {
        ref var target = ref Unsafe.Add(ref first, (nint)index * LaneFft.Stride);
        value.Real.StoreUnsafe(ref target);
        value.Imaginary.StoreUnsafe(ref target, LaneFft.Lanes);
    }
}

/// <summary>Eight complex numbers.</summary>
readonly struct Complexes(Vector256<float> real, Vector256<float> imaginary)
{
    internal Vector256<float> Real { get; } = real;

    internal Vector256<float> Imaginary { get; } = imaginary;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Complexes operator +(Complexes a, Complexes b) =>
        new(a.Real + b.Real, a.Imaginary + b.Imaginary);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Complexes operator -(Complexes a, Complexes b) =>
        new(a.Real - b.Real, a.Imaginary - b.Imaginary);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Complexes operator *(Complexes a, float b) => new(a.Real * b, a.Imaginary * b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Complexes TimesMinusI() => new(Imaginary, -Real);

    /// <summary>Times one complex number for all eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Complexes Times(ref float factor)
    {
        var (c, s) = (Vector256.Create(factor), Vector256.Create(Unsafe.Add(ref factor, 1)));
        return new(
            Vector256.FusedMultiplyAdd(Real, c, -(Imaginary * s)),
            Vector256.FusedMultiplyAdd(Real, s, Imaginary * c)
        );
    }

    /// <summary>Times the conjugate of one complex number for all eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Complexes TimesConjugate(ref float factor)
    {
        var (c, s) = (Vector256.Create(factor), Vector256.Create(Unsafe.Add(ref factor, 1)));
        return new(
            Vector256.FusedMultiplyAdd(Real, c, Imaginary * s),
            Vector256.FusedMultiplyAdd(Imaginary, c, -(Real * s))
        );
    }
}
