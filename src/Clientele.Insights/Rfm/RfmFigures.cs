namespace Clientele.Insights;

/// <summary>The pictures of <see cref="Rfm"/>.</summary>
sealed class RfmFigures(NumberText numbers, RfmOptions options)
{
    internal IReadOnlyList<Figure> All(RfmScores scores, IReadOnlyList<RfmGroup> groups) =>
        [
            Grid(scores),
            Customers(groups),
            Revenue(groups),
            Recency(groups),
            Orders(scores),
            Spend(scores, groups),
            Advice(groups),
        ];

    HeatFigure Grid(RfmScores scores)
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
            best == 0
                ? "No customer has the best score both for recency and for frequency"
                : $"{numbers.Share(best)} of customers have the best score both for recency and for frequency",
            $"Share of customers by recency score (R: how recently they bought; rows, best on top) and frequency score "
                + $"(F: how many {Counted} they have; columns, best on the right).",
            "Recency score (how recently)",
            "Frequency score (how often)",
            NumberFormat.Share,
            [.. Enumerable.Range(0, recent).Select(i => $"R {recent - i}")],
            [.. Enumerable.Range(1, frequent).Select(i => $"F {i}")],
            cells
        );
    }

    BarFigure Customers(IReadOnlyList<RfmGroup> groups)
    {
        var largest = groups.MaxBy(g => g.Customers)!;
        return new(
            "segment_customers",
            groups.Count == 1
                ? $"All customers are in one segment, {largest.Segment.Name}"
                : $"{largest.Segment.Name}: {numbers.Share(largest.CustomerShare)} of customers"
                    + Alone(groups, g => g.Customers, ", the largest segment"),
            "Number of customers in each segment, the most valuable kind first.",
            "customers",
            NumberFormat.Count,
            [.. groups.Select(g => new Bar(g.Segment.Name, g.Customers))]
        );
    }

    BarFigure Revenue(IReadOnlyList<RfmGroup> groups)
    {
        var richest = groups.MaxBy(g => g.Revenue)!;
        return new(
            "segment_revenue",
            groups.Count == 1
                ? $"All of the customers' revenue comes from one segment, {richest.Segment.Name}"
                : $"{richest.Segment.Name}: {numbers.Share(richest.RevenueShare)} of the customers' revenue"
                    + Alone(groups, g => g.Revenue, ", the most of all segments"),
            "Share of revenue by segment, the most valuable kind first.",
            "share of revenue",
            NumberFormat.Share,
            [.. groups.Select(g => new Bar(g.Segment.Name, g.RevenueShare))]
        );
    }

    BarFigure Recency(IReadOnlyList<RfmGroup> groups)
    {
        var longest = groups.MaxBy(g => g.MeanRecency)!;
        return new(
            "segment_recency",
            $"{longest.Segment.Name}: {numbers.Of(longest.MeanRecency, "day")} since the last order on average"
                + Alone(groups, g => g.MeanRecency, ", the longest of all segments"),
            "Mean days since the last order by segment.",
            "days since the last order",
            NumberFormat.Days,
            [.. groups.OrderBy(g => g.MeanRecency).Select(g => new Bar(g.Segment.Name, g.MeanRecency))]
        );
    }

    HistogramFigure Orders(RfmScores scores)
    {
        double[] edges = [1, 2, 3, 4, 5, 6, 8, 11, 21, 51, Math.Max(52, scores.Frequency.Max() + 1)];
        var counts = Histograms.Count(scores.Frequency, edges);
        return new(
            "frequency",
            OnceTitle(counts[0] / scores.Frequency.Length),
            $"Number of customers by frequency, the number of their {Counted}; a bar holds the values from its edge up to the next one.",
            $"{Counted} of a customer",
            "customers",
            NumberFormat.Count,
            edges,
            counts
        );
    }

    /// <summary>The words if one of several segments is alone at the top.</summary>
    static string Alone(IReadOnlyList<RfmGroup> groups, Func<RfmGroup, double> value, string words) =>
        groups.Count == 1 || Leader.Of([.. groups.Select(value)]).Shared ? "" : words;

    /// <summary>What frequency counts.</summary>
    string Counted => options.Frequency == FrequencyOf.Lines ? "order lines" : "orders";

    string OnceTitle(double once) =>
        (once, options.Frequency) switch
        {
            (0, FrequencyOf.Lines) => "Every customer has bought more than one line",
            (0, _) => "Every customer has ordered more than once",
            (1, FrequencyOf.Lines) => "No customer has bought more than one line",
            (1, _) => "No customer has ordered more than once",
            (_, FrequencyOf.Lines) => $"{numbers.Share(once)} of customers have bought a single line",
            _ => $"{numbers.Share(once)} of customers have ordered once",
        };

    BoxFigure Spend(RfmScores scores, IReadOnlyList<RfmGroup> groups)
    {
        var boxes = groups
            .Select(g =>
                Boxes.Of(g.Segment.Name, scores.Monetary.Where((_, i) => scores.Segments[i] == g.Segment))
            )
            .ToList();
        var highest = boxes.MaxBy(b => b.Median)!;
        return new(
            "segment_spend",
            $"{highest.Label}: half of them spent {numbers.Money(highest.Median)} or more",
            $"Monetary value, what a customer has spent, by segment: {Boxes.Meaning(numbers)}",
            "spend a customer",
            NumberFormat.Money,
            Logarithmic: true,
            boxes
        );
    }

    TableFigure Advice(IReadOnlyList<RfmGroup> groups) =>
        new(
            "advice",
            groups.Count == 1
                ? "What to do"
                : $"What to do, segment by segment: begin with {groups[0].Segment.Name}",
            "Size, worth and recommended action of each segment; days, frequency and spend are means.",
            [
                TableColumn.Of("Segment", [.. groups.Select(g => g.Segment.Name)]),
                TableColumn.Of("Customers", NumberFormat.Count, [.. groups.Select(g => (double)g.Customers)]),
                TableColumn.Of(
                    "Revenue",
                    NumberFormat.Money,
                    [.. groups.Select(g => g.Revenue)],
                    shaded: true
                ),
                TableColumn.Of(
                    "Share of revenue",
                    NumberFormat.Share,
                    [.. groups.Select(g => g.RevenueShare)]
                ),
                TableColumn.Of(
                    "Days since the last order",
                    NumberFormat.Count,
                    [.. groups.Select(g => g.MeanRecency)]
                ),
                TableColumn.Of(
                    $"{char.ToUpperInvariant(Counted[0])}{Counted[1..]} a customer",
                    NumberFormat.Number,
                    [.. groups.Select(g => g.MeanFrequency)]
                ),
                TableColumn.Of(
                    "Spend a customer",
                    NumberFormat.Money,
                    [.. groups.Select(g => g.MeanMonetary)]
                ),
                TableColumn.Of("What to do", [.. groups.Select(g => g.Segment.Advice)]),
            ]
        );
}
