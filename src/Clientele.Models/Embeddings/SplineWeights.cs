using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Cubic B-splines of the four nodes around a place between two nodes.</summary>
static class SplineWeights
{
    /// <summary>What the nodes weigh, the one before the place's own first.</summary>
    /// <param name="t">How far beyond its own node the place lies, from 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Of(float t)
    {
        var place = Vector128.Create(t);
        var cubic = Vector128.Create(-1 / 6f, 0.5f, -0.5f, 1 / 6f);
        var weights = Vector128.FusedMultiplyAdd(cubic, place, Vector128.Create(0.5f, -1, 0.5f, 0));
        weights = Vector128.FusedMultiplyAdd(weights, place, Vector128.Create(-0.5f, 0, 0.5f, 0));
        return Vector128.FusedMultiplyAdd(weights, place, Vector128.Create(1 / 6f, 4 / 6f, 1 / 6f, 0));
    }

    /// <summary>How the weights change with the place, a node's spacing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> SlopeOf(float t)
    {
        var place = Vector128.Create(t);
        var square = Vector128.Create(-0.5f, 1.5f, -1.5f, 0.5f);
        var slopes = Vector128.FusedMultiplyAdd(square, place, Vector128.Create(1f, -2, 1, 0));
        return Vector128.FusedMultiplyAdd(slopes, place, Vector128.Create(-0.5f, 0, 0.5f, 0));
    }
}
