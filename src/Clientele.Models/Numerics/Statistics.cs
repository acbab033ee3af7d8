namespace Clientele.Models;

/// <summary>Quantiles of sorted values.</summary>
public static class Statistics
{
    /// <summary>The <paramref name="p"/>-quantile, with a straight line between neighbours.</summary>
    /// <param name="sorted">Values, ascending.</param>
    /// <param name="p">From 0 (the least) to 1 (the greatest).</param>
    /// <returns>NaN if there are no values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not within 0 and 1.</exception>
    /// <remarks>Type 7, the default of R, numpy and pandas: at place (n−1)·p from 0. Source: Hyndman and Fan (1996).</remarks>
    public static double Quantile(ReadOnlySpan<double> sorted, double p)
    {
        if (!(p is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile lies between 0 and 1.");
        }

        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        var place = (sorted.Length - 1) * p;
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return Between(sorted[below], sorted[above], place - below);
    }

    /// <summary>Several quantiles of values in any order.</summary>
    /// <param name="values">Values in any order; they are copied, not moved.</param>
    /// <param name="ps">Each from 0 to 1.</param>
    /// <returns>One quantile a <paramref name="ps"/>, in its order.</returns>
    public static double[] Quantiles(ReadOnlySpan<double> values, params ReadOnlySpan<double> ps)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var quantiles = new double[ps.Length];
        for (var i = 0; i < ps.Length; i++)
        {
            quantiles[i] = Quantile(sorted, ps[i]);
        }

        return quantiles;
    }

    /// <summary>The value at a share of the way between two others; exact at both ends.</summary>
    internal static double Between(double low, double high, double share) =>
        share == 0 || low == high ? low : low + (share * (high - low));
}
