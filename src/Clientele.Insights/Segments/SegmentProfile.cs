using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What each segment is like; the first is the most valuable: the highest mean revenue. Noise, if there is any, comes last.</summary>
sealed class SegmentProfile
{
    internal required IReadOnlyList<string> Features { get; init; }

    /// <summary>The place of each customer's segment among the groups.</summary>
    internal required int[] Labels { get; init; }

    internal required IReadOnlyList<SegmentGroup> Groups { get; init; }

    /// <summary>Segments, noise not among them.</summary>
    internal required int Clusters { get; init; }

    /// <summary>The features as they are.</summary>
    internal required Matrix Raw { get; init; }

    internal required double[] Revenue { get; init; }

    internal required double[] Recency { get; init; }

    /// <param name="features">What the segments are made of.</param>
    /// <param name="scaled">The same on a common scale.</param>
    /// <param name="model">Whose labels they are.</param>
    internal static SegmentProfile Of(SegmentFeatures features, Matrix scaled, SegmentModel model)
    {
        var clusters = model.Order.Count;
        int[] labels = [.. model.Labels.Select(label => label == IClustering.Noise ? clusters : label)];
        var groups = Enumerable
            .Range(0, labels.Max() + 1)
            .Select(label =>
                SegmentGroup.Of(RowsOf(labels, label), features.Values, scaled, features.Customers)
            )
            .ToList();
        var names = new SegmentNames(
            features.Names,
            [.. groups.Select(g => g.Scaled.Select(s => s.Mean).ToArray())]
        ).Distinct([.. groups.Select((g, at) => at == clusters ? SegmentWords.Noise : SegmentWords.Name(g))]);
        return new SegmentProfile
        {
            Features = features.Names,
            Labels = labels,
            Clusters = clusters,
            Groups = [.. groups.Select((g, i) => g with { Name = names[i] })],
            Raw = features.Values,
            Revenue = features.Worth,
            Recency = features.Customers.Numbers("days_since_last"),
        };
    }

    /// <summary>The number of a group as tables have it: from 1 on, 0 for noise.</summary>
    internal int NumberOf(int group) => group == Clusters ? 0 : group + 1;

    /// <summary>Number and name of a group: "1 Active frequent big spenders".</summary>
    internal string LabelOf(int group) => $"{NumberOf(group)} {Groups[group].Name}";

    internal int[] RowsOf(int label) => RowsOf(Labels, label);

    /// <summary>At most 250 of a group's customers, evenly spread over their ids: a picture needs no more.</summary>
    internal IEnumerable<int> SomeOf(int group)
    {
        const int most = 250;
        var rows = RowsOf(group);
        return rows.Length <= most
            ? rows
            : Enumerable.Range(0, most).Select(i => rows[(int)((long)i * rows.Length / most)]);
    }

    internal Table ToTable() =>
        new(
            "segments",
            [
                TableBuilding.Whole("segment", Groups.Select((_, i) => NumberOf(i))),
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
