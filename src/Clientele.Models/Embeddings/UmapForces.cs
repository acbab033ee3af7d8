using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>How strongly eight points are pulled and pushed, from their squared distances.</summary>
/// <remarks>
/// Gradients of the cross entropy of 1 / (1 + a·d^(2b)), a number of times the difference of two places.
/// Source: McInnes, Healy and Melville (2018), section 3.2.
/// </remarks>
readonly struct UmapForces(UmapCurve curve)
{
    /// <summary>Less than any squared distance that matters; keeps 0 out of divisions.</summary>
    const float Least = 1e-12f;

    /// <summary>Keeps points at one place from being thrown apart.</summary>
    const float Softening = 1e-3f;

    readonly float _a = (float)curve.A;
    readonly float _b = (float)curve.B;

    /// <summary>Towards a neighbor: −2ab·d^(2b−2) / (1 + a·d^(2b)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> Pull(Vector256<float> squares)
    {
        squares = Vector256.Max(squares, Vector256.Create(Least));
        var power = Power(squares, _b);
        var scale = Vector256.FusedMultiplyAdd(Vector256.Create(_a), power, Vector256<float>.One) * squares;
        return Vector256.Create(-2 * _a * _b) * power / scale;
    }

    /// <summary>Away from any other point: 2b / ((.001 + d²)·(1 + a·d^(2b))).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> Push(Vector256<float> squares)
    {
        var power = Power(Vector256.Max(squares, Vector256.Create(Least)), _b);
        var scale = Vector256.FusedMultiplyAdd(Vector256.Create(_a), power, Vector256<float>.One);
        return Vector256.Create(2 * _b) / (scale * (squares + Vector256.Create(Softening)));
    }

    /// <summary>x to a power, right to six digits; x is positive and not subnormal, the result neither.</summary>
    /// <remarks>Logarithm and power of two by polynomials that are nearly minimax on ±½.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Power(Vector256<float> x, float exponent)
    {
        // x = 2^whole · (1 + t), 1 + t between √½ and √2.
        var bits = x.AsInt32() - Vector256.Create(0x3F3504F3);
        var whole = Vector256.ConvertToSingle(bits >> 23);
        var t =
            ((bits & Vector256.Create(0x007FFFFF)) + Vector256.Create(0x3F3504F3)).AsSingle()
            - Vector256<float>.One;
        var log = Vector256.Create(0.17212874f);
        log = Vector256.FusedMultiplyAdd(log, t, Vector256.Create(-0.26950628f));
        log = Vector256.FusedMultiplyAdd(log, t, Vector256.Create(0.29563361f));
        log = Vector256.FusedMultiplyAdd(log, t, Vector256.Create(-0.35935065f));
        log = Vector256.FusedMultiplyAdd(log, t, Vector256.Create(0.48062915f));
        log = Vector256.FusedMultiplyAdd(log, t, Vector256.Create(-0.72136402f));
        log = Vector256.FusedMultiplyAdd(log, t, Vector256.Create(1.44269645f));
        var product = Vector256.FusedMultiplyAdd(log, t, whole) * Vector256.Create(exponent);

        // 1.5·2²³ shifts the fraction of a float out, rounded to nearest.
        var shift = Vector256.Create(12_582_912f);
        var rounded = product + shift;
        var rest = product - (rounded - shift);
        var power = Vector256.Create(0.00134004f);
        power = Vector256.FusedMultiplyAdd(power, rest, Vector256.Create(0.00967604f));
        power = Vector256.FusedMultiplyAdd(power, rest, Vector256.Create(0.05550327f));
        power = Vector256.FusedMultiplyAdd(power, rest, Vector256.Create(0.24022107f));
        power = Vector256.FusedMultiplyAdd(power, rest, Vector256.Create(0.69314718f));
        power = Vector256.FusedMultiplyAdd(power, rest, Vector256.Create(1.00000012f));
        return (power.AsInt32() + (rounded.AsInt32() << 23)).AsSingle();
    }
}
