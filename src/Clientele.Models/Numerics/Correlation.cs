namespace Clientele.Models;

/// <summary>How two columns go together.</summary>
public static class Correlation
{
    /// <summary>Pearson's r: how close the pairs lie to a straight line.</summary>
    /// <returns>From −1 to 1; NaN below 2 pairs or if a column is constant.</returns>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static double Pearson(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => Pearson(a, b, []);

    /// <summary>Pearson's r of pairs that stand for several each.</summary>
    /// <param name="a">The first of each pair.</param>
    /// <param name="b">The second of each pair.</param>
    /// <param name="weights">How often each pair occurs; empty for once.</param>
    /// <returns>From −1 to 1; NaN below 2 pairs or if a column is constant.</returns>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static double Pearson(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> weights)
    {
        SameLength(a, b);
        var (meanA, meanB) = (Mean(a, weights), Mean(b, weights));
        var (squaresA, squaresB, products) = (
            default(CompensatedSum),
            default(CompensatedSum),
            default(CompensatedSum)
        );
        for (var i = 0; i < a.Length; i++)
        {
            var (x, y) = (a[i] - meanA, b[i] - meanB);
            var weight = weights.IsEmpty ? 1 : weights[i];
            squaresA.Add(weight * x * x);
            squaresB.Add(weight * y * y);
            products.Add(weight * x * y);
        }

        var scale = Math.Sqrt(squaresA.Value) * Math.Sqrt(squaresB.Value);
        return a.Length < 2 || scale == 0 ? double.NaN : Math.Clamp(products.Value / scale, -1, 1);
    }

    static double Mean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (sum, count) = (default(CompensatedSum), default(CompensatedSum));
        for (var i = 0; i < values.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            sum.Add(weight * values[i]);
            count.Add(weight);
        }

        return sum.Value / count.Value;
    }

    /// <summary>Spearman's rho: how close the pairs lie to a rising or falling line of any shape.</summary>
    /// <returns>From −1 to 1; NaN below 2 pairs or if a column is constant.</returns>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    /// <remarks>Pearson's r of the ranks; equal values share the mean of their ranks. Source: Spearman (1904).</remarks>
    public static double Spearman(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        SameLength(a, b);
        return Pearson(Ranks(a), Ranks(b));
    }

    /// <summary>Ranks from 1; equal values share the mean of their ranks.</summary>
    /// <param name="values">In any order, without NaN.</param>
    public static double[] Ranks(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (var first = 0; first < sorted.Length; )
        {
            var next = first + 1;
            while (next < sorted.Length && sorted[next] == sorted[first])
            {
                next++;
            }

            for (var i = first; i < next; i++)
            {
                ranks[order[i]] = (first + next + 1) / 2.0;
            }

            first = next;
        }

        return ranks;
    }

    static void SameLength(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
        {
            throw new ArgumentException($"{a.Length} values cannot be paired with {b.Length}.", nameof(b));
        }
    }
}
