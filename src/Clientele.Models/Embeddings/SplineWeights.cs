using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>Cubic B-splines of the four nodes around a place between two nodes.</summary>
static class SplineWeights
{
    /// <summary>What the nodes weigh, the one before the place's own first.</summary>
    /// <param name="t">How far beyond its own node the place lies, from 0 to 1.</param>
    internal static Vector128<float> Of(float t)
    {
        var (t2, t3, rest) = (t * t, t * t * t, 1 - t);
        return Vector128.Create(rest * rest * rest, (3 * t3) - (6 * t2) + 4, (3 * (t + t2 - t3)) + 1, t3)
            * (1 / 6f);
    }

    /// <summary>How the weights change with the place, a node's spacing.</summary>
    internal static Vector128<float> SlopeOf(float t)
    {
        var (t2, rest) = (t * t, 1 - t);
        return Vector128.Create(-rest * rest, (3 * t2) - (4 * t), 1 + (2 * t) - (3 * t2), t2) * 0.5f;
    }
}
