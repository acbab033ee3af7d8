using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Counts between edges.</summary>
static class Histograms
{
    /// <summary>Values in [edge, next edge), the last one closed; values outside are left out.</summary>
    internal static double[] Count(IEnumerable<double> values, double[] edges)
    {
        var counts = new double[edges.Length - 1];
        foreach (var value in values)
        {
            var at = Array.BinarySearch(edges, value);
            var bin = at >= 0 ? Math.Min(at, counts.Length - 1) : ~at - 1;
            if (bin >= 0 && bin < counts.Length)
            {
                counts[bin]++;
            }
        }

        return counts;
    }

    /// <summary>Edges 1, 2, 5, 10, 20, … that hold all positive values.</summary>
    internal static double[] OneTwoFive(IReadOnlyList<double> values)
    {
        var positive = values.Where(v => v > 0).DefaultIfEmpty(1).ToList();
        var edges = new List<double>();
        for (
            var power = Math.Floor(Math.Log10(positive.Min()));
            edges.Count < 2 || edges[^1] <= positive.Max();
            power++
        )
        {
            edges.AddRange([Math.Pow(10, power), 2 * Math.Pow(10, power), 5 * Math.Pow(10, power)]);
        }

        var first = Math.Max(0, edges.FindIndex(e => e > positive.Min()) - 1);
        var last = edges.FindIndex(e => e > positive.Max());
        return [.. edges.Skip(first).Take(last - first + 1)];
    }
}

/// <summary>Five numbers of a distribution.</summary>
static class Boxes
{
    /// <summary>The whiskers end at the last value within this many lengths of the box.</summary>
    const double Reach = 1.5;

    /// <summary>What a reader must know of the picture.</summary>
    internal static string Meaning(NumberText numbers) =>
        "the box holds the middle half, the line in it is the median (half lie below it), the diamond is the mean, "
        + $"and whiskers reach {numbers.Number(Reach)} box lengths.";

    internal static Box Of(string label, IEnumerable<double> values)
    {
        var sorted = values.Where(v => !double.IsNaN(v)).Order().ToArray();
        var (q1, median, q3) = (
            Statistics.Quantile(sorted, 0.25),
            Statistics.Quantile(sorted, 0.5),
            Statistics.Quantile(sorted, 0.75)
        );
        var reach = Reach * (q3 - q1);
        return new Box(
            label,
            sorted.First(v => v >= q1 - reach),
            q1,
            median,
            q3,
            sorted.Last(v => v <= q3 + reach),
            sorted[0],
            sorted[^1],
            sorted.Average()
        );
    }
}
