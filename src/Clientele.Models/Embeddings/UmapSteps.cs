using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>The steps of eight points in a pass of <see cref="UmapLayout"/>, a lane each.</summary>
/// <remarks>A step: a neighbor pulls, then the points drawn at random push together.</remarks>
sealed class UmapSteps(UmapOptions options)
{
    const int Lanes = UmapSchedule.Lanes;

    /// <summary>Most that a point moves along an axis by one force, before the length of steps.</summary>
    const float Clip = 4;

    readonly UmapForces _forces = new(UmapCurve.Of(options.MinDistance, options.Spread));
    readonly int _dimensions = options.Components;
    readonly int _negatives = options.NegativeSamples;

    /// <summary>Moves one group.</summary>
    /// <param name="pass">Places before and after.</param>
    /// <param name="group">Rows of the lanes; −1 for filling.</param>
    /// <param name="due">A neighbor a lane and step.</param>
    /// <param name="counts">Steps of each lane.</param>
    /// <param name="states">Random numbers of each lane.</param>
    internal void Move(
        UmapPass pass,
        ReadOnlySpan<int> group,
        ReadOnlySpan<int> due,
        ReadOnlySpan<int> counts,
        Span<uint> states
    )
    {
        var width = _dimensions * Lanes;
        Span<float> at = stackalloc float[width];
        Span<float> others = stackalloc float[width * (_negatives + 1)];
        Span<int> drawn = stackalloc int[Lanes];
        Load(pass.Places, group, at);
        var state = Vector256.Create<uint>(states);
        var rows = pass.Others.Length / _dimensions;
        for (var step = 0; step * Lanes < due.Length; step++)
        {
            Load(pass.Others, due.Slice(step * Lanes, Lanes), others);
            for (var n = 1; n <= _negatives; n++)
            {
                Draw(ref state, rows).CopyTo(drawn);
                Load(pass.Others, drawn, others[(n * width)..]);
            }

            var length =
                Vector256.GreaterThan(Vector256.Create(counts), Vector256.Create(step)).AsSingle()
                & Vector256.Create(pass.Length);
            Pull(at, others, pass.BothEnds ? length + length : length);
            Push(at, others[width..], length);
        }

        state.CopyTo(states);
        Store(at, group, pass.Next);
    }

    /// <summary>A random row for every lane; one step of Marsaglia's xorshift (2003).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> Draw(ref Vector256<uint> state, int rows)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        var share = Vector256.ConvertToSingle((state >> 8).AsInt32()) * Vector256.Create(1f / (1 << 24));
        return Vector256.Min(
            Vector256.ConvertToInt32(share * Vector256.Create((float)rows)),
            Vector256.Create(rows - 1)
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Pull(Span<float> at, Span<float> other, Vector256<float> length)
    {
        ref var x = ref MemoryMarshal.GetReference(at);
        ref var y = ref MemoryMarshal.GetReference(other);
        var force = _forces.Pull(Squares(ref x, ref y));
        for (var d = 0; d < _dimensions * Lanes; d += Lanes)
        {
            var place = Vector256.LoadUnsafe(ref x, (nuint)d);
            Vector256
                .FusedMultiplyAdd(
                    Clipped(force, place - Vector256.LoadUnsafe(ref y, (nuint)d)),
                    length,
                    place
                )
                .StoreUnsafe(ref x, (nuint)d);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Push(Span<float> at, Span<float> others, Vector256<float> length)
    {
        var width = _dimensions * Lanes;
        ref var x = ref MemoryMarshal.GetReference(at);
        ref var y = ref MemoryMarshal.GetReference(others);
        Span<float> moves = stackalloc float[width];
        ref var move = ref MemoryMarshal.GetReference(moves);
        for (var n = 0; n < _negatives; n++)
        {
            var force = _forces.Push(Squares(ref x, ref y));
            for (var d = 0; d < width; d += Lanes)
            {
                var away = Vector256.LoadUnsafe(ref x, (nuint)d) - Vector256.LoadUnsafe(ref y, (nuint)d);
                (Vector256.LoadUnsafe(ref move, (nuint)d) + Clipped(force, away)).StoreUnsafe(
                    ref move,
                    (nuint)d
                );
            }

            y = ref Unsafe.Add(ref y, width);
        }

        for (var d = 0; d < width; d += Lanes)
        {
            Vector256
                .FusedMultiplyAdd(
                    Vector256.LoadUnsafe(ref move, (nuint)d),
                    length,
                    Vector256.LoadUnsafe(ref x, (nuint)d)
                )
                .StoreUnsafe(ref x, (nuint)d);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector256<float> Squares(ref float x, ref float y)
    {
        var squares = Vector256<float>.Zero;
        for (var d = 0; d < _dimensions * Lanes; d += Lanes)
        {
            var difference = Vector256.LoadUnsafe(ref x, (nuint)d) - Vector256.LoadUnsafe(ref y, (nuint)d);
            squares = Vector256.FusedMultiplyAdd(difference, difference, squares);
        }

        return squares;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Clipped(Vector256<float> force, Vector256<float> difference) =>
        Vector256.Max(Vector256.Min(force * difference, Vector256.Create(Clip)), Vector256.Create(-Clip));

    /// <summary>Brings places of eight rows together, dimension by dimension.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Load(float[] places, ReadOnlySpan<int> rows, Span<float> target)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(places);
        ref var to = ref MemoryMarshal.GetReference(target);
        for (var lane = 0; lane < Lanes; lane++)
        {
            // Filling looks at row 0, and goes nowhere.
            ref var place = ref Unsafe.Add(ref from, (nint)Math.Max(0, rows[lane]) * _dimensions);
            for (var d = 0; d < _dimensions; d++)
            {
                Unsafe.Add(ref to, (d * Lanes) + lane) = Unsafe.Add(ref place, d);
            }
        }
    }

    void Store(ReadOnlySpan<float> at, ReadOnlySpan<int> rows, float[] next)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            for (var d = 0; d < _dimensions && rows[lane] >= 0; d++)
            {
                next[(rows[lane] * _dimensions) + d] = at[(d * Lanes) + lane];
            }
        }
    }
}
