using Clientele.Models;

namespace Clientele.Insights;

/// <summary>The pictures of <see cref="Segments"/>.</summary>
sealed class SegmentFigures(NumberText numbers)
{
    internal IReadOnlyList<Figure> All(SegmentProfile profile) =>
        [
            Profile(profile),
            Shares(profile),
            Snake(profile),
            Importance(profile),
            .. profile.Features.Count >= 3 ? (Figure[])[Radar(profile)] : [],
            .. profile.Recency.All(double.IsNaN) ? (Figure[])[] : [Scatter(profile)],
            Spend(profile),
        ];

    TableFigure Profile(SegmentProfile profile) =>
        new(
            "profile",
            $"{profile.Groups[0].Name}: {numbers.Share(profile.Groups[0].CustomerShare)} of customers, {numbers.Share(profile.Groups[0].RevenueShare)} of revenue",
            "Size and worth of each segment, and the mean of every number that segments are made of.",
            [
                TableColumn.Of("Segment", [.. profile.Groups.Select((g, i) => profile.LabelOf(i))]),
                TableColumn.Of(
                    "Customers",
                    NumberFormat.Count,
                    [.. profile.Groups.Select(g => (double)g.Customers)]
                ),
                TableColumn.Of(
                    "Share of customers",
                    NumberFormat.Share,
                    [.. profile.Groups.Select(g => g.CustomerShare)]
                ),
                TableColumn.Of(
                    "Revenue",
                    NumberFormat.Money,
                    [.. profile.Groups.Select(g => g.Revenue)],
                    shaded: true
                ),
                TableColumn.Of(
                    "Share of revenue",
                    NumberFormat.Share,
                    [.. profile.Groups.Select(g => g.RevenueShare)]
                ),
                .. profile.Features.Select(
                    (f, c) =>
                        TableColumn.Of(
                            Words.Title(f),
                            NumberFormat.Number,
                            [.. profile.Groups.Select(g => g.Means[c])],
                            shaded: true
                        )
                ),
            ]
        );

    BarFigure Shares(SegmentProfile profile)
    {
        var richest = profile.Groups.MaxBy(g => g.RevenueShare)!;
        return new(
            "revenue",
            $"{richest.Name}: {numbers.Share(richest.RevenueShare)} of the customers' revenue",
            "Share of revenue by segment, the most valuable customers first.",
            "share of revenue",
            NumberFormat.Share,
            [.. profile.Groups.Select((g, i) => new Bar(profile.LabelOf(i), g.RevenueShare))]
        );
    }

    LineFigure Snake(SegmentProfile profile)
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
            $"Segments differ most in {Words.Of(profile.Features[widest])}: by {Deviations(spread[widest])}",
            $"Snake plot: how far each segment lies from the mean of all customers. 0 is that mean, 1 a standard deviation, the usual distance of customers from it; bands are {numbers.Share(0.95)} intervals of the segment's mean.",
            "feature",
            "standard deviations from the mean",
            NumberFormat.Difference,
            [.. profile.Features.Select(Words.Of)],
            [
                .. profile.Groups.Select(
                    (g, i) =>
                        new Series(profile.LabelOf(i), [.. g.Scaled.Select(s => s.Mean)])
                        {
                            Low = [.. g.Scaled.Select(s => s.Mean - s.Half)],
                            High = [.. g.Scaled.Select(s => s.Mean + s.Half)],
                        }
                ),
            ]
        );
    }

    /// <summary>Not a count: 2.41 must not read as 2.</summary>
    string Deviations(double spread) =>
        Math.Round(spread, 2) == 1
            ? numbers.Of(1, "standard deviation")
            : $"{numbers.Number(Math.Round(spread, 2))} standard deviations";

    static HeatFigure Importance(SegmentProfile profile)
    {
        var cells = profile.Groups.SelectMany(g => g.Importance).ToList();
        var at = cells.IndexOf(cells.MaxBy(Math.Abs));
        var strongest = profile.Groups[at / profile.Features.Count];
        return new(
            "importance",
            $"{strongest.Name} stand out most, by their {Words.Of(profile.Features[at % profile.Features.Count])}",
            "Relative importance: how far the mean of the segment lies above or below that of all customers, as a multiple of the latter. "
                + "0 is average, +1 is twice as much, −1 is nothing.",
            "segment",
            "feature",
            NumberFormat.Difference,
            [.. profile.Groups.Select((g, i) => profile.LabelOf(i))],
            [.. profile.Features.Select(Words.Of)],
            cells
        )
        {
            Diverging = true,
            // Nothing lies below −1: beyond twice the mean the number in the cell tells more than a colour.
            Full = 1,
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
            $"{profile.Groups[0].Name} rank highest in {Words.Of(profile.Features[shape.IndexOf(shape.Max())])}",
            "Mean rank of each segment's customers in every number: the rim is the greatest value among all customers, the hub the least.",
            [.. profile.Features.Select(Words.Of)],
            [
                .. profile.Groups.Select(
                    (g, i) =>
                        new Series(
                            profile.LabelOf(i),
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

    ScatterFigure Scatter(SegmentProfile profile) =>
        new(
            "scatter",
            $"{profile.Groups[0].Name}: last order {numbers.Of(profile.Groups[0].MeanRecency, "day")} ago on average; {profile.Groups[^1].Name}: {numbers.Of(profile.Groups[^1].MeanRecency, "day")}",
            "One point a customer: days since the last order across, gross revenue up.",
            new("days since the last order", NumberFormat.Count, Logarithmic: true),
            new("gross revenue", NumberFormat.Money, Logarithmic: true),
            [
                .. profile.Groups.Select(
                    (g, i) =>
                        new PointGroup(
                            profile.LabelOf(i),
                            [.. profile.SomeOf(i).Select(row => profile.Recency[row])],
                            [.. profile.SomeOf(i).Select(row => profile.Revenue[row])]
                        )
                ),
            ]
        );

    BoxFigure Spend(SegmentProfile profile)
    {
        var boxes = profile
            .Groups.Select(
                (g, i) => Boxes.Of(profile.LabelOf(i), profile.RowsOf(i).Select(row => profile.Revenue[row]))
            )
            .ToList();
        return new(
            "spend",
            $"{profile.Groups[0].Name}: half of them spent {numbers.Money(boxes[0].Median)} or more",
            $"Gross revenue a customer by segment: {Boxes.Meaning(numbers)}",
            "gross revenue a customer",
            NumberFormat.Money,
            Logarithmic: true,
            boxes
        );
    }
}
