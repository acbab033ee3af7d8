using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>One segment of one labeling, with what its customers are like.</summary>
sealed record SegmentShare(
    string Labeling,
    string Segment,
    int Customers,
    double Revenue,
    double RevenueShare,
    IReadOnlyList<double> Means
);

/// <summary>What each of the three segments brings, by each labeling.</summary>
static class SegmentShares
{
    /// <summary>Columns of the result, and the features whose means they are.</summary>
    static readonly (string Column, string Feature)[] Measured =
    [
        ("mean_order_value", "avg_order_value"),
        ("mean_orders", "total_orders"),
        ("mean_days_first_to_last", "days_betw_first_last_order"),
        ("mean_days_since_last", "days_since_last_order"),
    ];

    internal static IReadOnlyList<SegmentShare> Of(Table features, IReadOnlyList<ThreeSegments> labelings)
    {
        var revenue = features.Numbers("total_revenue");
        var measured = Measured.Select(m => features.Numbers(m.Feature)).ToList();
        var all = revenue.Sum();
        return
        [
            .. from labeling in labelings
            where labeling.IsKnown
            from segment in ThreeSegments.Segments
            let rows = Enumerable.Range(0, revenue.Length).Where(i => labeling.Names[i] == segment).ToList()
            let sum = rows.Sum(i => revenue[i])
            select new SegmentShare(
                labeling.Slug,
                segment,
                rows.Count,
                sum,
                sum / all,
                [.. measured.Select(values => rows.Average(i => values[i]))]
            ),
        ];
    }

    internal static Table Table(IReadOnlyList<SegmentShare> groups) =>
        new(
            "thelook_segments",
            [
                TableBuilding.Text("labeling", groups.Select(g => g.Labeling)),
                TableBuilding.Text("segment", groups.Select(g => g.Segment)),
                TableBuilding.Whole("customers", groups.Select(g => g.Customers)),
                TableBuilding.Money("revenue", groups.Select(g => g.Revenue)),
                TableBuilding.Number("revenue_share", groups.Select(g => g.RevenueShare)),
                TableBuilding.Number("mean_revenue", groups.Select(g => g.Revenue / g.Customers)),
                .. Measured.Select((m, i) => TableBuilding.Number(m.Column, groups.Select(g => g.Means[i]))),
            ]
        );
}
