namespace Clientele.Insights;

/// <summary>Tells segments apart that share a name, by the feature in which they differ most.</summary>
/// <param name="features">Columns of customers that segments are made of.</param>
/// <param name="means">The mean of each scaled feature, a row a segment.</param>
sealed class SegmentNames(IReadOnlyList<string> features, IReadOnlyList<double[]> means)
{
    /// <summary>Said of the most, the middle and the least of a feature: compared with namesakes, so it contradicts no name.</summary>
    static readonly Dictionary<string, string[]> Said = new(StringComparer.Ordinal)
    {
        ["days_since_last"] = ["less recent", "fairly recent", "more recent"],
        ["orders"] = ["more orders", "medium orders", "fewer orders"],
        ["gross_revenue"] = ["higher spend", "medium spend", "lower spend"],
        ["net_revenue"] = ["higher net spend", "medium net spend", "lower net spend"],
        ["average_order_value"] = ["larger baskets", "medium baskets", "smaller baskets"],
        ["returned_value"] = ["higher returns", "medium returns", "lower returns"],
        ["returned_units"] = ["more returned units", "some returned units", "fewer returned units"],
        ["tenure_days"] = ["known longer", "known medium long", "newer"],
        ["mean_days_between_orders"] = ["longer gaps", "medium gaps", "shorter gaps"],
        ["lines"] = ["more lines", "medium lines", "fewer lines"],
        ["units"] = ["more units", "medium units", "fewer units"],
        ["products"] = ["more products", "medium products", "fewer products"],
    };

    /// <summary>As many names as were given, each different; one that was alone stays as it is.</summary>
    internal IReadOnlyList<string> Distinct(IReadOnlyList<string> names)
    {
        var told = names.ToArray();
        foreach (var namesakes in Enumerable.Range(0, names.Count).GroupBy(i => names[i]))
        {
            TellApart([.. namesakes], told, [.. Enumerable.Range(0, features.Count)]);
        }

        return told;
    }

    /// <param name="namesakes">Segments of one name.</param>
    /// <param name="told">Where names grow.</param>
    /// <param name="open">Features not yet spoken of.</param>
    void TellApart(List<int> namesakes, string[] told, IReadOnlyList<int> open)
    {
        if (namesakes.Count == 1)
        {
            return;
        }

        if (open.Where(f => Spread(namesakes, f) > 0).ToList() is not { Count: > 0 } differing)
        {
            foreach (var segment in namesakes)
            {
                told[segment] += $" ({segment + 1})";
            }

            return;
        }

        var feature = differing.MaxBy(f => Spread(namesakes, f));
        var groups = Cut(namesakes, feature);
        for (var g = 0; g < groups.Count; g++)
        {
            var words = Words(features[feature]);
            var word =
                g == 0 ? words[0]
                : g == groups.Count - 1 ? words[2]
                : words[1];
            groups[g].ForEach(segment => told[segment] += $", {word}");
            TellApart(groups[g], told, [.. open.Where(f => f != feature)]);
        }
    }

    double Spread(List<int> segments, int feature) =>
        segments.Max(s => means[s][feature]) - segments.Min(s => means[s][feature]);

    /// <summary>Two groups, or three of more than two segments, the greatest first: cut where the gaps are widest.</summary>
    List<List<int>> Cut(List<int> segments, int feature)
    {
        var sorted = segments.OrderByDescending(s => means[s][feature]).ToList();
        var cuts = Enumerable
            .Range(1, sorted.Count - 1)
            .Select(at => (At: at, Gap: means[sorted[at - 1]][feature] - means[sorted[at]][feature]))
            .Where(cut => cut.Gap > 0)
            .OrderByDescending(cut => cut.Gap)
            .Take(2)
            .Select(cut => cut.At)
            .Order()
            .ToList();
        return
        [
            .. cuts.Prepend(0).Zip(cuts.Append(sorted.Count), (from, to) => sorted.GetRange(from, to - from)),
        ];
    }

    static string[] Words(string feature) =>
        Said.TryGetValue(feature, out var words)
            ? words
            :
            [
                $"more {Insights.Words.Of(feature)}",
                $"medium {Insights.Words.Of(feature)}",
                $"fewer {Insights.Words.Of(feature)}",
            ];
}
