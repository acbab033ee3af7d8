namespace Clientele.Models;

/// <summary>How well a saying puts things in the order of what they turn out to be worth.</summary>
public static class RankingScores
{
    /// <summary>Normalised Gini: the area between the gain curve and that of a random order, as a share of the best there could be.</summary>
    /// <param name="outcome">0 or more.</param>
    /// <param name="said">One an outcome; of equal sayings each gains the mean of their outcomes.</param>
    /// <returns>1 for the right order, about 0 for a random one, down to −1; NaN where all outcomes are alike.</returns>
    public static double NormalizedGini(ReadOnlySpan<double> outcome, ReadOnlySpan<double> said)
    {
        var best = Gini(outcome, outcome);
        return best > 0 ? Gini(outcome, said) / best : double.NaN;
    }

    /// <summary>Share of all outcomes that lies with the tenth of the things of which most was said.</summary>
    /// <returns>NaN where all outcomes are 0.</returns>
    public static double TopDecileCapture(ReadOnlySpan<double> outcome, ReadOnlySpan<double> said)
    {
        var order = Order(said);
        var top = Math.Max(1, order.Length / 10);
        var (sum, all) = (0.0, 0.0);
        for (var i = 0; i < order.Length; i++)
        {
            sum += i < top ? outcome[order[i]] : 0;
            all += outcome[order[i]];
        }

        return all > 0 ? sum / all : double.NaN;
    }

    /// <summary>Places from the one of which most was said to the least; equals in the order in which they stand.</summary>
    public static int[] Order(ReadOnlySpan<double> said)
    {
        var (keys, order) = (new double[said.Length], new int[said.Length]);
        for (var i = 0; i < keys.Length; i++)
        {
            (keys[i], order[i]) = (-said[i], i);
        }

        Array.Sort(keys, order);
        // Array.Sort leaves equals in any order.
        for (var first = 0; first < order.Length; )
        {
            var next = first + 1;
            while (next < order.Length && keys[next] == keys[first])
            {
                next++;
            }

            Array.Sort(order, first, next - first);
            first = next;
        }

        return order;
    }

    /// <summary>Area under the gain curve less that of a random order; things of which as much was said count as one.</summary>
    static double Gini(ReadOnlySpan<double> outcome, ReadOnlySpan<double> said)
    {
        var order = Order(said);
        var all = 0.0;
        foreach (var value in outcome)
        {
            all += value;
        }

        var (area, gained) = (0.0, 0.0);
        for (var first = 0; first < order.Length; )
        {
            var (next, sum) = (first, 0.0);
            while (next < order.Length && said[order[next]] == said[order[first]])
            {
                sum += outcome[order[next++]];
            }

            area += (next - first) * (gained + (sum / 2));
            gained += sum;
            first = next;
        }

        return all > 0 ? (area / (all * order.Length)) - 0.5 : 0;
    }
}
