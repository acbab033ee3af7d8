namespace Clientele.Insights;

/// <summary>What <see cref="ThelookScores"/> says.</summary>
sealed class ThelookWords(NumberText numbers)
{
    internal Insight Tell(
        IQuestion question,
        ScoredCustomers customers,
        IReadOnlyList<SegmentShare> groups,
        IReadOnlyList<ThreeSegments> labelings
    )
    {
        var active = groups[0];
        var count = customers.Recency.Length;
        var names = customers.Totals.CountBy(ScoreNames.Of).ToDictionary();
        var (lost, best) = (names.GetValueOrDefault("Lost"), names.GetValueOrDefault("Best"));
        return new(
            question.Slug,
            question.Question,
            $"{numbers.Count(active.Customers)} of {numbers.Of(count, "customer")} {Words.For(active.Customers, "is", "are")} Active "
                + $"and {Words.For(active.Customers, "brings", "bring")} {numbers.Share(active.RevenueShare)} of the revenue.",
            [
                new("Customers", count, NumberFormat.Count),
                new(
                    "Active",
                    active.Customers,
                    NumberFormat.Count,
                    $"{numbers.Share(active.RevenueShare)} of revenue"
                ),
                new("Best", best, NumberFormat.Count, "7 to 9 points of 9"),
                new("Lost", lost, NumberFormat.Count, "no point"),
            ],
            [Revenue([.. groups.Where(g => g.Labeling == active.Labeling)]), Scores(names, count)],
            [.. Caveats(labelings)],
            ["thelook_scores", "thelook_segments"]
        );
    }

    BarFigure Revenue(IReadOnlyList<SegmentShare> groups) =>
        new(
            "thelook_revenue",
            $"Active customers bring {numbers.Share(groups[0].RevenueShare)} of the revenue",
            "Share of revenue of each segment: Active brings most a customer, Quiet least.",
            "share of revenue",
            NumberFormat.Share,
            [.. groups.Select(g => new Bar(g.Segment, g.RevenueShare))]
        );

    BarFigure Scores(Dictionary<string, int> names, int count)
    {
        var best = names.GetValueOrDefault("Best");
        return new(
            "thelook_names",
            $"{numbers.Share((double)best / count)} of customers score 7 points or more",
            "Customers by their points of recency, frequency and money together: Lost 0, At Risk 1 and 2, Average 3 and 4, "
                + "Good 5 and 6, Best 7 to 9.",
            "customers",
            NumberFormat.Count,
            [.. ScoreNames.All.Select(name => new Bar(name, names.GetValueOrDefault(name)))]
        );
    }

    static IEnumerable<string> Caveats(IReadOnlyList<ThreeSegments> labelings)
    {
        yield return "There are three segments because the recipe says so; the question segments asks how many suit the customers.";
        foreach (var labeling in labelings.Where(l => !l.IsKnown))
        {
            yield return labeling.Slug == "box_cox"
                ? "Powers need revenue above 0 of every customer: label_box_cox is empty."
                : $"Customers are too much alike for three segments: label_{labeling.Slug} is empty.";
        }
    }
}
