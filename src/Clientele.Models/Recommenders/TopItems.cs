using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clientele.Models;

/// <summary>The greatest of many scores.</summary>
static class TopItems
{
    /// <summary>Items with the greatest scores, the best first; of equals the lower number. Minus infinity is never among them.</summary>
    internal static Recommendation[] Of(ReadOnlySpan<float> scores, int count)
    {
        var best = new Recommendation[Math.Min(count, scores.Length)];
        var filled = 0;
        var bar = float.NegativeInfinity;
        var width = Vector256<float>.Count;
        var item = 0;
        for (; item + width <= scores.Length; item += width)
        {
            // Most scores are below the worst of the best so far: eight at once are passed over.
            var above = Vector256.GreaterThan(
                Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(scores), (nuint)item),
                Vector256.Create(bar)
            );
            for (
                var bits = above.ExtractMostSignificantBits();
                bits != 0 && best.Length > 0;
                bits &= bits - 1
            )
            {
                Try(
                    item + System.Numerics.BitOperations.TrailingZeroCount(bits),
                    scores,
                    best,
                    ref filled,
                    ref bar
                );
            }
        }

        for (; item < scores.Length && best.Length > 0; item++)
        {
            Try(item, scores, best, ref filled, ref bar);
        }

        return filled == best.Length ? best : best[..filled];
    }

    static void Try(
        int item,
        ReadOnlySpan<float> scores,
        Recommendation[] best,
        ref int filled,
        ref float bar
    )
    {
        if (!(scores[item] > bar))
        {
            return;
        }

        var place = filled < best.Length ? filled++ : best.Length - 1;
        for (; place > 0 && scores[item] > best[place - 1].Score; place--)
        {
            best[place] = best[place - 1];
        }

        best[place] = new Recommendation(item, scores[item]);
        bar = filled < best.Length ? float.NegativeInfinity : best[^1].Score;
    }
}
