namespace Clientele.Models;

/// <summary>The number of clusters after which more of them gain little.</summary>
public static class Knee
{
    /// <summary>How far the curve must bend away from a straight line, as a share of its height, to have a knee.</summary>
    public const double Threshold = 0.1;

    /// <summary>The knee of inertia over the number of clusters.</summary>
    /// <param name="ks">Numbers of clusters, ascending, at least 1.</param>
    /// <param name="inertias">One a number of clusters, at least 0.</param>
    /// <returns>One of <paramref name="ks"/>, or null if the curve is not clearly bent.</returns>
    /// <exception cref="ArgumentException">The lengths differ or <paramref name="ks"/> do not ascend from 1 on.</exception>
    /// <remarks>
    /// As Kneedle does, the point farthest from the line between the first point and the last, both axes scaled to 0 … 1;
    /// but on logarithms of both. Points without clusters have an inertia near c·k^(−2/d): bent on plain axes, where
    /// Kneedle would always find a knee, yet straight on logarithms, so that a bend there is one of the data.
    /// Source: Satopää, Albrecht, Irwin and Raghavan (2011), "Finding a Kneedle in a Haystack".
    /// </remarks>
    public static int? Of(IReadOnlyList<int> ks, IReadOnlyList<double> inertias)
    {
        Check(ks, inertias);
        if (ks.Count < 3 || !(inertias[0] > 0))
        {
            return null;
        }

        // Inertia 0 has no logarithm; a trillionth of the first is as good as 0.
        var logs = inertias.Select(i => Math.Log(Math.Max(i / inertias[0], 1e-12))).ToArray();
        var width = Math.Log((double)ks[^1] / ks[0]);
        var height = logs.Min();
        if (!(height < 0))
        {
            return null;
        }

        var bends = ks.Select((k, i) => (logs[i] / height) - (Math.Log((double)k / ks[0]) / width)).ToArray();
        var most = bends.Max();
        return most >= Threshold ? ks[Array.IndexOf(bends, most)] : null;
    }

    static void Check(IReadOnlyList<int> ks, IReadOnlyList<double> inertias)
    {
        if (ks.Count != inertias.Count)
        {
            throw new ArgumentException(
                $"{ks.Count} numbers of clusters need as many inertias, not {inertias.Count}.",
                nameof(inertias)
            );
        }

        for (var i = 0; i < ks.Count; i++)
        {
            if (ks[i] < 1 || (i > 0 && ks[i] <= ks[i - 1]))
            {
                throw new ArgumentException("Numbers of clusters must ascend from 1 on.", nameof(ks));
            }
        }
    }
}
