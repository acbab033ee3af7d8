using Clientele.Models;

namespace Clientele.Insights;

/// <summary>The pictures of <see cref="Segments"/>.</summary>
static class SegmentFigures
{
    internal static IReadOnlyList<Figure> All(SegmentProfile profile, PanelResult result) =>
        [
            Profile(profile),
            Shares(profile),
            Snake(profile),
            Importance(profile),
            .. profile.Features.Count >= 3 ? (Figure[])[Radar(profile)] : [],
            Scatter(profile),
            Spend(profile),
            .. SegmentScanFigures.All(result, profile.Groups.Count),
        ];

    static TableFigure Profile(SegmentProfile profile) =>
        new(
            "profile",
            $"{profile.Groups[0].Name}: {Numbers.Share(profile.Groups[0].CustomerShare)} of customers, {Numbers.Share(profile.Groups[0].RevenueShare)} of revenue",
            "Size, worth and mean of every feature by segment.",
            [
                TableColumn.Of("Segment", [.. profile.Groups.Select((g, i) => $"{i + 1} {g.Name}")]),
                TableColumn.Of(
                    "Customers",
                    NumberFormat.Count,
                    [.. profile.Groups.Select(g => (double)g.Customers)]
                ),
                TableColumn.Of("Share", NumberFormat.Share, [.. profile.Groups.Select(g => g.CustomerShare)]),
                TableColumn.Of(
                    "Revenue",
                    NumberFormat.Money,
                    [.. profile.Groups.Select(g => g.Revenue)],
                    shaded: true
                ),
                TableColumn.Of(
                    "Revenue share",
                    NumberFormat.Share,
                    [.. profile.Groups.Select(g => g.RevenueShare)]
                ),
                .. profile.Features.Select(
                    (f, c) =>
                        TableColumn.Of(
                            Words(f),
                            NumberFormat.Number,
                            [.. profile.Groups.Select(g => g.Means[c])],
                            shaded: true
                        )
                ),
            ]
        );

    static BarFigure Shares(SegmentProfile profile)
    {
        var richest = profile.Groups.MaxBy(g => g.RevenueShare)!;
        return new(
            "revenue",
            $"{richest.Name} bring {Numbers.Share(richest.RevenueShare)} of the customers' revenue",
            "Share of revenue by segment, the most valuable customers first.",
            "share of revenue",
            NumberFormat.Share,
            [.. profile.Groups.Select((g, i) => new Bar($"{i + 1} {g.Name}", g.RevenueShare))]
        );
    }

    static LineFigure Snake(SegmentProfile profile)
    {
        var spread = Enumerable
            .Range(0, profile.Features.Count)
            .Select(c =>
                profile.Groups.Max(g => g.Scaled[c].Mean) - profile.Groups.Min(g => g.Scaled[c].Mean)
            )
            .ToList();
        var widest = spread.IndexOf(spread.Max());
        return new(
            "snake",
            $"Segments differ most in {Words(profile.Features[widest])}: by {Numbers.Plain(spread[widest])} standard deviations",
            "Snake plot: mean of each feature by segment, scaled so that 0 is the mean of all customers and 1 a standard deviation; bands are 95 % intervals of the mean.",
            "feature",
            "standard deviations from the mean",
            NumberFormat.Difference,
            [.. profile.Features.Select(Words)],
            [
                .. profile.Groups.Select(
                    (g, i) =>
                        new Series($"{i + 1} {g.Name}", [.. g.Scaled.Select(s => s.Mean)])
                        {
                            Low = [.. g.Scaled.Select(s => s.Mean - s.Half)],
                            High = [.. g.Scaled.Select(s => s.Mean + s.Half)],
                        }
                ),
            ]
        );
    }

    static HeatFigure Importance(SegmentProfile profile)
    {
        var cells = profile.Groups.SelectMany(g => g.Importance).ToList();
        var at = cells.IndexOf(cells.MaxBy(Math.Abs));
        var strongest = profile.Groups[at / profile.Features.Count];
        return new(
            "importance",
            $"{strongest.Name} stand out most, by {Words(profile.Features[at % profile.Features.Count])}",
            "Relative importance: mean of the segment over the mean of all customers, less one. 0 is average, +1 is twice as much.",
            "segment",
            "feature",
            NumberFormat.Difference,
            [.. profile.Groups.Select((g, i) => $"{i + 1} {g.Name}")],
            [.. profile.Features.Select(Words)],
            cells
        )
        {
            Diverging = true,
        };
    }

    static RadarFigure Radar(SegmentProfile profile)
    {
        var ranks = Enumerable
            .Range(0, profile.Features.Count)
            .Select(c => Correlation.Ranks(profile.Raw.Column(c)))
            .ToList();
        var shape = ranks.Select(rank => profile.RowsOf(0).Average(row => rank[row])).ToList();
        return new(
            "radar",
            $"{profile.Groups[0].Name} rank highest in {Words(profile.Features[shape.IndexOf(shape.Max())])}",
            "Mean rank of each segment's customers on every feature: hub is last of all customers, rim is first.",
            [.. profile.Features.Select(Words)],
            [
                .. profile.Groups.Select(
                    (g, i) =>
                        new Series(
                            $"{i + 1} {g.Name}",
                            [
                                .. ranks.Select(rank =>
                                    profile.RowsOf(i).Average(row => rank[row]) / profile.Labels.Length
                                ),
                            ]
                        )
                ),
            ]
        );
    }

    static ScatterFigure Scatter(SegmentProfile profile) =>
        new(
            "scatter",
            $"{profile.Groups[0].Name} last bought {Numbers.Count(profile.Groups[0].MeanRecency)} days ago on average, {profile.Groups[^1].Name} {Numbers.Count(profile.Groups[^1].MeanRecency)}",
            "One point a customer: days since the last order across, gross revenue up.",
            new("days since the last order", NumberFormat.Count, Logarithmic: true),
            new("gross revenue", NumberFormat.Money, Logarithmic: true),
            [
                .. profile.Groups.Select(
                    (g, i) =>
                        new PointGroup(
                            $"{i + 1} {g.Name}",
                            [.. Some(profile.RowsOf(i)).Select(row => profile.Recency[row])],
                            [.. Some(profile.RowsOf(i)).Select(row => profile.Revenue[row])]
                        )
                ),
            ]
        );

    /// <summary>At most 250 of a segment's customers, evenly spread over their ids: the picture needs no more.</summary>
    static IEnumerable<int> Some(int[] rows)
    {
        const int most = 250;
        return rows.Length <= most
            ? rows
            : Enumerable.Range(0, most).Select(i => rows[(int)((long)i * rows.Length / most)]);
    }

    static BoxFigure Spend(SegmentProfile profile)
    {
        var boxes = profile
            .Groups.Select(
                (g, i) => Boxes.Of($"{i + 1} {g.Name}", profile.RowsOf(i).Select(row => profile.Revenue[row]))
            )
            .ToList();
        return new(
            "spend",
            $"The middle customer of {profile.Groups[0].Name} spent {Numbers.Amount(boxes[0].Median)}",
            "Gross revenue a customer by segment: the box holds the middle half, whiskers reach 1.5 box lengths.",
            "gross revenue a customer",
            NumberFormat.Money,
            Logarithmic: true,
            boxes
        );
    }

    internal static string Words(string column) => column.Replace('_', ' ');
}
