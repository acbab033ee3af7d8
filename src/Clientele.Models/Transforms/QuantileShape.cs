namespace Clientele.Models;

/// <summary>Where a value stands among the values of its column.</summary>
/// <remarks>As scikit-learn's QuantileTransformer, but learned from all rows: it takes a sample of more than 10,000.</remarks>
static class QuantileShape
{
    /// <summary>Evenly spaced quantiles (type 7) from the least value to the greatest, no more than there are values.</summary>
    internal static double[] Learn(double[] values, int most)
    {
        var sorted = values.Order().ToArray();
        var count = Math.Max(2, Math.Min(most, sorted.Length));
        return [.. Enumerable.Range(0, count).Select(i => Statistics.Quantile(sorted, i / (count - 1.0)))];
    }

    /// <summary>Share of the column below a value: 0 up to the least, 1 from the greatest on, half the way through equal quantiles.</summary>
    internal static double Share(double value, IReadOnlyList<double> quantiles)
    {
        var last = quantiles.Count - 1;
        if (value <= quantiles[0] || value >= quantiles[last])
        {
            return value <= quantiles[0] ? 0 : 1;
        }

        var above = FirstAbove(value, quantiles);
        var below = above - 1;
        if (quantiles[below] < value)
        {
            var way = (value - quantiles[below]) / (quantiles[above] - quantiles[below]);
            return (below + way) / last;
        }

        var first = below;
        while (quantiles[first - 1] == value)
        {
            first--;
        }

        return (first + below) / 2.0 / last;
    }

    /// <summary>The first place whose quantile is above a value; there is one.</summary>
    static int FirstAbove(double value, IReadOnlyList<double> quantiles)
    {
        var (low, high) = (0, quantiles.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = quantiles[middle] > value ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
