using System.Runtime.InteropServices;

namespace Clientele.Models;

/// <summary>Fourier transforms of eight complex signals at once, in place.</summary>
/// <remarks>
/// Signal l holds the real part of its value i at 16·i + l and the imaginary part 8 further on. The forward transform
/// (decimation in frequency) leaves frequencies in the order of <see cref="Place"/>; the inverse takes them in that order, so
/// nothing is ever put back in order. Neither divides by the size. Sizes are products of 2 and 3.
/// Source: Cooley and Tukey (1965), Math. Comp. 19; Gentleman and Sande (1966).
/// </remarks>
sealed class LaneFft
{
    /// <summary>Signals at once.</summary>
    internal const int Lanes = 8;

    /// <summary>Numbers that hold one value of all signals.</summary>
    internal const int Stride = 2 * Lanes;

    readonly int[] _factors;
    readonly float[][] _twiddles;

    /// <param name="size">A product of 2 and 3, as <see cref="SizeFor"/> gives.</param>
    internal LaneFft(int size)
    {
        Size = size;
        _factors = Factors(size);
        _twiddles = new float[_factors.Length][];
        var length = size;
        for (var stage = 0; stage < _factors.Length; stage++)
        {
            _twiddles[stage] = Twiddles(length, _factors[stage]);
            length /= _factors[stage];
        }

        Place = new int[size];
        for (var frequency = 0; frequency < size; frequency++)
        {
            var (rest, span, place) = (frequency, size, 0);
            foreach (var factor in _factors)
            {
                span /= factor;
                place += rest % factor * span;
                rest /= factor;
            }

            Place[frequency] = place;
        }
    }

    /// <summary>Values a signal.</summary>
    internal int Size { get; }

    /// <summary>Where the forward transform leaves each frequency.</summary>
    internal int[] Place { get; }

    /// <summary>The least even size that is a product of 2 and 3 and no less than <paramref name="least"/>.</summary>
    internal static int SizeFor(int least)
    {
        var size = Math.Max(2, least + (least % 2));
        while (!IsProduct(size))
        {
            size += 2;
        }

        return size;
    }

    /// <summary>Values to frequencies.</summary>
    internal void Forward(Span<float> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values[..(Size * Stride)]);
        var length = Size;
        for (var stage = 0; stage < _factors.Length; stage++)
        {
            switch (_factors[stage])
            {
                case 4:
                    Butterflies.Forward4(ref first, Size, length, _twiddles[stage]);
                    break;
                case 3:
                    Butterflies.Forward3(ref first, Size, length, _twiddles[stage]);
                    break;
                default:
                    Butterflies.Forward2(ref first, Size, length, _twiddles[stage]);
                    break;
            }

            length /= _factors[stage];
        }
    }

    /// <summary>Frequencies, in the order that <see cref="Forward"/> left them in, to values times the size.</summary>
    internal void Inverse(Span<float> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values[..(Size * Stride)]);
        var length = 1;
        for (var stage = _factors.Length - 1; stage >= 0; stage--)
        {
            length *= _factors[stage];
            switch (_factors[stage])
            {
                case 4:
                    Butterflies.Inverse4(ref first, Size, length, _twiddles[stage]);
                    break;
                case 3:
                    Butterflies.Inverse3(ref first, Size, length, _twiddles[stage]);
                    break;
                default:
                    Butterflies.Inverse2(ref first, Size, length, _twiddles[stage]);
                    break;
            }
        }
    }

    static bool IsProduct(int size)
    {
        while (size % 2 == 0)
        {
            size /= 2;
        }

        while (size % 3 == 0)
        {
            size /= 3;
        }

        return size == 1;
    }

    static int[] Factors(int size)
    {
        var factors = new List<int>();
        foreach (var factor in (ReadOnlySpan<int>)[4, 3, 2])
        {
            while (size % factor == 0)
            {
                factors.Add(factor);
                size /= factor;
            }
        }

        return size == 1
            ? [.. factors]
            : throw new ArgumentException("The size is no product of 2 and 3.", nameof(size));
    }

    /// <summary>exp(−2πi·n·q / length) for n from 0 and, within, q from 1 to the factor − 1: real part, imaginary part.</summary>
    static float[] Twiddles(int length, int factor)
    {
        var twiddles = new List<float>();
        for (var n = 0; n < length / factor; n++)
        {
            for (var q = 1; q < factor; q++)
            {
                var (sine, cosine) = Math.SinCos(-2 * Math.PI * n * q / length);
                twiddles.Add((float)cosine);
                twiddles.Add((float)sine);
            }
        }

        return [.. twiddles];
    }
}
