namespace Clientele.Models;

/// <summary>One pass of <see cref="UmapLayout"/>.</summary>
/// <param name="Places">Where the points are that move.</param>
/// <param name="Others">Where those are that pull and push.</param>
/// <param name="Next">Gets where the points come to be.</param>
/// <param name="Length">Length of a step.</param>
/// <param name="BothEnds">Whether a pull would move the other end too: then this end goes twice the way, as if both had moved.</param>
sealed record UmapPass(float[] Places, float[] Others, float[] Next, float Length, bool BothEnds);
