namespace Clientele.Insights;

/// <summary>The pictures of <see cref="Rfm"/>.</summary>
static class RfmFigures
{
    internal static IReadOnlyList<Figure> All(RfmScores scores, IReadOnlyList<RfmGroup> groups) =>
        [
            Grid(scores),
            Customers(groups),
            Revenue(groups),
            Recency(groups),
            Orders(scores),
            Spend(scores, groups),
            Advice(groups),
        ];

    static HeatFigure Grid(RfmScores scores)
    {
        var (recent, frequent) = (scores.RecencyScale.Scores, scores.FrequencyScale.Scores);
        var cells = new double[recent * frequent];
        for (var i = 0; i < scores.R.Length; i++)
        {
            // The best customers stand at the top right.
            cells[((recent - scores.R[i]) * frequent) + scores.F[i] - 1] += 1.0 / scores.R.Length;
        }

        var best = cells[frequent - 1];
        return new(
            "grid",
            $"{Numbers.Share(best)} of customers are both most recent and most frequent",
            "Share of customers by recency score (rows, best on top) and frequency score (columns, best on the right).",
            "Recency score",
            "Frequency score",
            NumberFormat.Share,
            [.. Enumerable.Range(0, recent).Select(i => $"R {recent - i}")],
            [.. Enumerable.Range(1, frequent).Select(i => $"F {i}")],
            cells
        );
    }

    static BarFigure Customers(IReadOnlyList<RfmGroup> groups)
    {
        var largest = groups.MaxBy(g => g.Customers)!;
        return new(
            "segment_customers",
            $"The largest segment: {largest.Segment.Name}, {Numbers.Share(largest.CustomerShare)} of customers",
            "Number of customers in each segment, the most valuable kind first.",
            "customers",
            NumberFormat.Count,
            [.. groups.Select(g => new Bar(g.Segment.Name, g.Customers))]
        );
    }

    static BarFigure Revenue(IReadOnlyList<RfmGroup> groups)
    {
        var richest = groups.MaxBy(g => g.Revenue)!;
        return new(
            "segment_revenue",
            $"{richest.Segment.Name}: {Numbers.Share(richest.RevenueShare)} of the customers' revenue",
            "Share of revenue by segment, the most valuable kind first.",
            "share of revenue",
            NumberFormat.Share,
            [.. groups.Select(g => new Bar(g.Segment.Name, g.RevenueShare))]
        );
    }

    static BarFigure Recency(IReadOnlyList<RfmGroup> groups)
    {
        var longest = groups.MaxBy(g => g.MeanRecency)!;
        return new(
            "segment_recency",
            $"{longest.Segment.Name}: {Numbers.Count(longest.MeanRecency)} days since the last order on average",
            "Mean days since the last order by segment.",
            "days since the last order",
            NumberFormat.Days,
            [.. groups.OrderBy(g => g.MeanRecency).Select(g => new Bar(g.Segment.Name, g.MeanRecency))]
        );
    }

    static HistogramFigure Orders(RfmScores scores)
    {
        double[] edges = [1, 2, 3, 4, 5, 6, 8, 11, 21, 51, Math.Max(52, scores.Frequency.Max() + 1)];
        var counts = Histograms.Count(scores.Frequency, edges);
        return new(
            "frequency",
            $"{Numbers.Share(counts[0] / scores.Frequency.Length)} of customers have a frequency of one",
            "Number of customers by frequency; a bar holds the values from its edge up to the next one.",
            "frequency",
            "customers",
            NumberFormat.Count,
            edges,
            counts
        );
    }

    static BoxFigure Spend(RfmScores scores, IReadOnlyList<RfmGroup> groups)
    {
        var boxes = groups
            .Select(g =>
                Boxes.Of(g.Segment.Name, scores.Monetary.Where((_, i) => scores.Segments[i] == g.Segment))
            )
            .ToList();
        var highest = boxes.MaxBy(b => b.Median)!;
        return new(
            "segment_spend",
            $"{highest.Label}: half of them spent more than {Numbers.Amount(highest.Median)}",
            "Spend a customer by segment: the box holds the middle half, whiskers reach 1.5 box lengths.",
            "spend a customer",
            NumberFormat.Money,
            Logarithmic: true,
            boxes
        );
    }

    static TableFigure Advice(IReadOnlyList<RfmGroup> groups) =>
        new(
            "advice",
            $"What to do, segment by segment: begin with {groups[0].Segment.Name}",
            "Size, worth and recommended action of each segment.",
            [
                TableColumn.Of("Segment", [.. groups.Select(g => g.Segment.Name)]),
                TableColumn.Of("Customers", NumberFormat.Count, [.. groups.Select(g => (double)g.Customers)]),
                TableColumn.Of(
                    "Revenue",
                    NumberFormat.Money,
                    [.. groups.Select(g => g.Revenue)],
                    shaded: true
                ),
                TableColumn.Of("Share", NumberFormat.Share, [.. groups.Select(g => g.RevenueShare)]),
                TableColumn.Of("Days since last", NumberFormat.Count, [.. groups.Select(g => g.MeanRecency)]),
                TableColumn.Of("Frequency", NumberFormat.Number, [.. groups.Select(g => g.MeanFrequency)]),
                TableColumn.Of("Spend", NumberFormat.Money, [.. groups.Select(g => g.MeanMonetary)]),
                TableColumn.Of("What to do", [.. groups.Select(g => g.Segment.Advice)]),
            ]
        );
}
