using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>The kernel 1 / (1 + s) of a squared distance s, cut into a smooth part for a grid and a short one for near pairs.</summary>
/// <remarks>
/// Within a reach a the smooth part is the Taylor polynomial of degree 2 around s = a²; what is left,
/// ρ³ / (1 + s) with ρ = (a² − s) / (1 + a²), ends there. The way of particle-mesh sums with short-range corrections:
/// Hockney and Eastwood (1988), Computer Simulation Using Particles, chapter 8.
/// </remarks>
readonly struct CauchyKernel
{
    /// <summary>Spacing of the nodes up to which they show the whole kernel.</summary>
    const double FineSpacing = 0.2;

    /// <summary>Reach in spacings.</summary>
    const int ReachInNodes = PlaneCells.Reach;

    readonly float _squaredReach;
    readonly float _scale;

    /// <param name="spacing">Distance between neighboring nodes of the grid.</param>
    internal CauchyKernel(double spacing)
    {
        var reach = spacing > FineSpacing ? ReachInNodes * spacing : 0;
        (_squaredReach, _scale) = ((float)(reach * reach), (float)(1 / (1 + (reach * reach))));
        Shift = spacing < FineSpacing / 10 ? 1 : 0;
    }

    /// <summary>Whether there is a short part.</summary>
    internal bool IsCut => _squaredReach > 0;

    /// <summary>What is taken off the smooth part: 1 among points so near together that nothing else would be left of its digits.</summary>
    internal int Shift { get; }

    /// <summary>The smooth part less the shift.</summary>
    internal double Smooth(double square)
    {
        var rho = Math.Max((_squaredReach - square) * _scale, 0);
        return ((Shift == 1 ? -square : 1) - (rho * rho * rho)) / (1 + square);
    }

    /// <summary>Adds the short parts of eight pairs, and −½ times their slopes along the two differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddShort(
        Vector256<float> dx,
        Vector256<float> dy,
        ref Vector256<float> sum,
        ref Vector256<float> forceX,
        ref Vector256<float> forceY
    )
    {
        var square = Vector256.FusedMultiplyAdd(dx, dx, dy * dy);
        var rho = Vector256.Max((Vector256.Create(_squaredReach) - square) * _scale, Vector256<float>.Zero);
        var near = Vector256<float>.One / (square + Vector256<float>.One);
        var steep = rho * rho * near;
        var scaled = rho * near;
        sum = Vector256.FusedMultiplyAdd(steep, rho, sum);
        var force = steep * (scaled + Vector256.Create(3 * _scale));
        forceX = Vector256.FusedMultiplyAdd(force, dx, forceX);
        forceY = Vector256.FusedMultiplyAdd(force, dy, forceY);
    }
}
