using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What each segment is like; segment 0 is the most valuable: the highest mean revenue.</summary>
sealed class SegmentProfile
{
    internal required IReadOnlyList<string> Features { get; init; }

    /// <summary>The segment of each customer.</summary>
    internal required int[] Labels { get; init; }

    internal required IReadOnlyList<SegmentGroup> Groups { get; init; }

    /// <summary>The features as they are.</summary>
    internal required Matrix Raw { get; init; }

    internal required double[] Revenue { get; init; }

    internal required double[] Recency { get; init; }

    internal static SegmentProfile Of(
        IReadOnlyList<string> features,
        Matrix raw,
        Matrix scaled,
        Table customers,
        int[] found
    )
    {
        var revenue = customers.Numbers("gross_revenue");
        var labels = ByWorth(found, revenue);
        var groups = Enumerable
            .Range(0, labels.Max() + 1)
            .Select(label => SegmentGroup.Of(RowsOf(labels, label), raw, scaled, customers))
            .ToList();
        var names = new SegmentNames(
            features,
            [.. groups.Select(g => g.Scaled.Select(s => s.Mean).ToArray())]
        ).Distinct([
            .. groups.Select(g =>
                SegmentWords.Name(g.RelativeRecency, g.RelativeOrders, g.RelativeRevenue, g.MeanOrders)
            ),
        ]);
        return new SegmentProfile
        {
            Features = features,
            Labels = labels,
            Groups = [.. groups.Select((g, i) => g with { Name = names[i] })],
            Raw = raw,
            Revenue = revenue,
            Recency = customers.Numbers("days_since_last"),
        };
    }

    internal int[] RowsOf(int label) => RowsOf(Labels, label);

    internal Table ToTable() =>
        new(
            "segments",
            [
                TableBuilding.Whole("segment", Groups.Select((_, i) => i + 1)),
                TableBuilding.Text("name", Groups.Select(g => g.Name)),
                TableBuilding.Whole("customers", Groups.Select(g => g.Customers)),
                TableBuilding.Number("customer_share", Groups.Select(g => g.CustomerShare)),
                TableBuilding.Money("revenue", Groups.Select(g => g.Revenue)),
                TableBuilding.Number("revenue_share", Groups.Select(g => g.RevenueShare)),
                .. Features.Select(
                    (f, c) => TableBuilding.Number($"mean_{f}", Groups.Select(g => g.Means[c]))
                ),
                .. Features.Select(
                    (f, c) => TableBuilding.Number($"importance_{f}", Groups.Select(g => g.Importance[c]))
                ),
                TableBuilding.Text("description", Groups.Select(SegmentWords.Sentence)),
            ]
        );

    static int[] RowsOf(int[] labels, int label) =>
        [.. Enumerable.Range(0, labels.Length).Where(row => labels[row] == label)];

    static int[] ByWorth(int[] labels, double[] revenue)
    {
        var order = labels
            .Select((label, row) => (label, row))
            .GroupBy(p => p.label)
            .OrderByDescending(g => g.Average(p => revenue[p.row]))
            .ThenBy(g => g.Min(p => p.row))
            .Select((g, rank) => (g.Key, rank))
            .ToDictionary(p => p.Key, p => p.rank);
        return [.. labels.Select(label => order[label])];
    }
}

/// <summary>One segment.</summary>
/// <param name="Name">Readable.</param>
/// <param name="Customers">How many.</param>
/// <param name="CustomerShare">Of all customers.</param>
/// <param name="Revenue">What they spent.</param>
/// <param name="RevenueShare">Of what all customers spent.</param>
sealed record SegmentGroup(
    string Name,
    int Customers,
    double CustomerShare,
    double Revenue,
    double RevenueShare
)
{
    /// <summary>Mean of each feature as it is.</summary>
    internal required double[] Means { get; init; }

    /// <summary>Mean of each feature over that of all customers, less one.</summary>
    internal required double[] Importance { get; init; }

    /// <summary>Mean of each scaled feature, and half the width of its 95 % interval.</summary>
    internal required (double Mean, double Half)[] Scaled { get; init; }

    internal required double MeanRecency { get; init; }

    internal required double MeanOrders { get; init; }

    internal double MeanRevenue => Revenue / Customers;

    internal required double RelativeRecency { get; init; }

    internal required double RelativeOrders { get; init; }

    internal required double RelativeRevenue { get; init; }

    internal static SegmentGroup Of(int[] rows, Matrix raw, Matrix scaled, Table customers)
    {
        var revenue = customers.Numbers("gross_revenue");
        var recency = customers.Numbers("days_since_last");
        var orders = customers.Numbers("orders");
        double Relative(double[] values) => (rows.Average(r => values[r]) / values.Average()) - 1;
        var columns = Enumerable.Range(0, raw.Columns).Select(raw.Column).ToList();
        return new SegmentGroup(
            "",
            rows.Length,
            (double)rows.Length / revenue.Length,
            rows.Sum(r => revenue[r]),
            rows.Sum(r => revenue[r]) / revenue.Sum()
        )
        {
            Means = [.. columns.Select(c => rows.Average(r => c[r]))],
            Importance = [.. columns.Select(Relative)],
            Scaled = [.. Enumerable.Range(0, raw.Columns).Select(c => Interval(rows, scaled.Column(c)))],
            MeanRecency = rows.Average(r => recency[r]),
            MeanOrders = rows.Average(r => orders[r]),
            RelativeRecency = Relative(recency),
            RelativeOrders = Relative(orders),
            RelativeRevenue = Relative(revenue),
        };
    }

    static (double Mean, double Half) Interval(int[] rows, double[] values)
    {
        var moments = Moments.Of([.. rows.Select(r => values[r])]);
        var half = 1.96 * moments.StandardDeviation / Math.Sqrt(rows.Length);
        return (moments.Mean, double.IsNaN(half) ? 0 : half);
    }
}
