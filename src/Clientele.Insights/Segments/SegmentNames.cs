namespace Clientele.Insights;

/// <summary>Tells segments apart that share a name, by the feature in which they differ most.</summary>
/// <param name="features">Columns of customers that segments are made of.</param>
/// <param name="means">The mean of each scaled feature, a row a segment.</param>
sealed class SegmentNames(IReadOnlyList<string> features, IReadOnlyList<double[]> means)
{
    /// <summary>Said of the most, the middle and the least of a feature: compared with namesakes, in no word of the names themselves.</summary>
    static readonly Dictionary<string, string[]> Said = new(StringComparer.Ordinal)
    {
        ["days_since_last"] = ["last order earlier", "last order in between", "last order later"],
        ["orders"] = ["more orders", "orders in between", "fewer orders"],
        ["gross_revenue"] = ["higher spend", "spend in between", "lower spend"],
        ["net_revenue"] = ["higher net spend", "net spend in between", "lower net spend"],
        ["average_order_value"] = ["larger baskets", "baskets in between", "smaller baskets"],
        ["returned_value"] = ["higher returns", "returns in between", "lower returns"],
        ["returned_units"] = ["more returned units", "returned units in between", "fewer returned units"],
        ["tenure_days"] = ["known longer", "known for a time in between", "newer"],
        ["mean_days_between_orders"] = ["longer gaps", "gaps in between", "shorter gaps"],
        ["lines"] = ["more lines", "lines in between", "fewer lines"],
        ["units"] = ["more units", "units in between", "fewer units"],
        ["products"] = ["more products", "products in between", "fewer products"],
    };

    /// <summary>As many names as were given, each different; one that was alone stays as it is.</summary>
    internal IReadOnlyList<string> Distinct(IReadOnlyList<string> names)
    {
        var told = names.ToArray();
        foreach (var namesakes in Enumerable.Range(0, names.Count).GroupBy(i => names[i]))
        {
            TellApart(
                [.. namesakes],
                told,
                // Nobody who ordered once ordered more than others who did.
                [
                    .. Enumerable
                        .Range(0, features.Count)
                        .Where(f => features[f] != "orders" || !namesakes.Key.Contains(SegmentWords.OneTime)),
                ]
            );
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
                $"{Insights.Words.Of(feature)} in between",
                $"fewer {Insights.Words.Of(feature)}",
            ];
}
