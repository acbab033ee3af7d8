namespace Clientele.Models;

/// <summary>The shape of a column of numbers.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Min">Least value; NaN without values, as all that follow.</param>
/// <param name="Max">Greatest value.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Median">Quantile .5, type 7.</param>
/// <param name="StandardDeviation">Of a sample (divided by n−1); NaN below 2 values.</param>
/// <param name="Skewness">Adjusted Fisher-Pearson G1; NaN below 3 values, 0 if all are equal.</param>
/// <param name="Kurtosis">Excess G2, 0 for a normal distribution; NaN below 4 values, 0 if all are equal.</param>
/// <param name="Q1">Quantile .25, type 7.</param>
/// <param name="Q3">Quantile .75, type 7.</param>
public sealed record Moments(
    long Count,
    double Min,
    double Max,
    double Mean,
    double Median,
    double StandardDeviation,
    double Skewness,
    double Kurtosis,
    double Q1,
    double Q3
)
{
    /// <summary>The moments of values in any order.</summary>
    /// <param name="values">NaN is unknown and left out.</param>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        // Sorting puts NaN first.
        var unknown = 0;
        while (unknown < sorted.Length && double.IsNaN(sorted[unknown]))
        {
            unknown++;
        }

        return Of(new CountedValues(sorted.AsSpan(unknown), []));
    }

    /// <summary>The moments of values that occur several times each.</summary>
    /// <param name="values">Distinct values, ascending.</param>
    /// <param name="counts">How often each occurs, at least 0; as many as there are values.</param>
    /// <exception cref="ArgumentException">The lengths differ, the values do not ascend or a count is negative.</exception>
    public static Moments OfCounted(ReadOnlySpan<double> values, ReadOnlySpan<long> counts)
    {
        if (values.Length != counts.Length)
        {
            throw new ArgumentException(
                $"{values.Length} values need as many counts, not {counts.Length}.",
                nameof(counts)
            );
        }

        for (var i = 0; i < counts.Length; i++)
        {
            if (double.IsNaN(values[i]) || counts[i] < 0 || (i > 0 && values[i] <= values[i - 1]))
            {
                throw new ArgumentException(
                    $"Values must ascend and counts not be negative: value {i} is {values[i]}, {counts[i]} times.",
                    nameof(values)
                );
            }
        }

        return Of(new CountedValues(values, counts));
    }

    /// <remarks>Two passes, compensated: powers of deviations from the mean never cancel. Source: Joanes and Gill (1998).</remarks>
    static Moments Of(CountedValues values)
    {
        var count = values.Count;
        if (count == 0)
        {
            var none = double.NaN;
            return new(0, none, none, none, none, none, none, none, none, none);
        }

        var mean = values.Mean();
        var (m2, m3, m4) = values.Powers(mean);
        return new(
            count,
            values.At(0),
            values.At(count - 1),
            mean,
            values.Quantile(0.5),
            count < 2 ? double.NaN : Math.Sqrt(m2 / (count - 1)),
            SkewnessOf(count, m2, m3),
            KurtosisOf(count, m2, m4),
            values.Quantile(0.25),
            values.Quantile(0.75)
        );
    }

    /// <summary>√(n(n−1))/(n−2) · √n·Σd³/(Σd²)^1.5.</summary>
    internal static double SkewnessOf(double n, double m2, double m3) =>
        n < 3 ? double.NaN
        : m2 == 0 ? 0
        : n * Math.Sqrt(n - 1) / (n - 2) * (m3 / Math.Pow(m2, 1.5));

    /// <summary>n(n+1)(n−1)/((n−2)(n−3)) · Σd⁴/(Σd²)² − 3(n−1)²/((n−2)(n−3)).</summary>
    static double KurtosisOf(double n, double m2, double m4) =>
        n < 4 ? double.NaN
        : m2 == 0 ? 0
        : ((n * (n + 1) * (n - 1) * (m4 / (m2 * m2))) - (3 * (n - 1) * (n - 1))) / ((n - 2) * (n - 3));
}
