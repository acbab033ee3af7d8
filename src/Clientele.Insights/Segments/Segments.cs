using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Which kinds of customers are there?</summary>
/// <param name="options">What segments are made of.</param>
/// <param name="panel">How their number is chosen.</param>
public sealed class Segments(SegmentOptions options, PanelOptions panel) : IQuestion
{
    /// <summary>Ten customers a segment: fewer is noise.</summary>
    const int CustomersASegment = 10;

    readonly SegmentOptions _options = Require.Valid(options);
    readonly PanelOptions _panel = Require.Valid(panel);

    /// <inheritdoc/>
    public string Slug => "segments";

    /// <inheritdoc/>
    public string Question => "Which kinds of customers are there?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        study.NeedDatedOrders("Segments need");
        var customers = study.Customers;
        var needed = CustomersASegment * Math.Max(_panel.Largest, _options.Clusters ?? 0);
        if (customers.Rows < needed)
        {
            throw new InsufficientDataException(
                $"Segments, kinds of customers, need at least {study.Numbers.Count(needed)} customers with an order; "
                    + $"{study.Numbers.Only(customers.Rows)}."
            );
        }

        customers.NeedRevenue("Segments");
        var raw = MatrixOf(customers);
        var scaled = Scale(raw, study.Numbers);
        var result = new ClusterPanel(PanelFor(study, scaled)).Fit(scaled, cancel);
        var chosen = _options.Clusters ?? result.Chosen;
        var clustering = result.Clusterings[chosen - result.Rows[0].K];
        var profile = SegmentProfile.Of(_options.Features, raw, scaled, customers, clustering.Labels);

        study.Label("segment", profile.Labels.Select(l => $"{l + 1}"));
        study.Label("segment_name", profile.Labels.Select(l => profile.Groups[l].Name));
        study.Save(profile.ToTable());
        study.Save(ScanTable(result, chosen));
        return Tell(profile, result, clustering, study.Numbers);
    }

    /// <summary>No more segments are tried than there are different customers.</summary>
    /// <exception cref="InsufficientDataException">There are fewer of them than must be tried.</exception>
    PanelOptions PanelFor(Study study, Matrix scaled)
    {
        var clusters = _options.Clusters ?? _panel.Smallest;
        var largest = Math.Max(_panel.Largest, clusters);
        var different = Enumerable
            .Range(0, scaled.Rows)
            .Select(row => string.Join(';', scaled[row].ToArray().Select(BitConverter.DoubleToInt64Bits)))
            .Distinct()
            .Take(largest)
            .Count();
        var least = Math.Max(_panel.MinClusters, clusters);
        if (different < least)
        {
            throw new InsufficientDataException(
                $"Segments need customers who differ in {Words.And([.. _options.Features.Select(Words.Of)])}: "
                    + $"{study.Numbers.Count(least)} different kinds at least; this shop has {study.Numbers.Count(different)}."
            );
        }

        return _panel with
        {
            Seed = study.Seed,
            Threads = study.Threads,
            Smallest = Math.Min(_panel.Smallest, clusters),
            Largest = different,
        };
    }

    Matrix MatrixOf(Table customers)
    {
        var columns = _options.Features.Select(f => NumbersOf(customers, f)).ToList();
        var matrix = new Matrix(customers.Rows, columns.Count);
        for (var c = 0; c < columns.Count; c++)
        {
            for (var row = 0; row < customers.Rows; row++)
            {
                matrix[row][c] = columns[c][row];
            }
        }

        return matrix;
    }

    /// <summary>An unknown gap between orders is as long as the customer is known: the least that it can be.</summary>
    static double[] NumbersOf(Table customers, string feature)
    {
        var tenure = customers.Numbers("tenure_days");
        return [.. customers.Numbers(feature).Select((v, row) => double.IsNaN(v) ? tenure[row] : v)];
    }

    Matrix Scale(Matrix raw, NumberText numbers)
    {
        CheckLogs(raw, numbers);
        var scaler = new Scaler(
            new ScalerOptions
            {
                Transform = _options.Transform,
                Method = ScaleMethod.ZScore,
                Decimals = _options.Decimals,
            }
        );
        return scaler.Fit(raw).Apply(raw);
    }

    /// <exception cref="InsufficientDataException">A feature has values of which no logarithm can be taken.</exception>
    void CheckLogs(Matrix raw, NumberText numbers)
    {
        var limit = Scaling.LeastOf(_options.Transform);
        for (var c = 0; c < raw.Columns; c++)
        {
            var least = raw.Column(c).Min();
            if (least <= limit)
            {
                throw new InsufficientDataException(
                    $"Segments cannot take {Settings.Written(_options)["transform"]} of {_options.Features[c]}, whose least value is {numbers.Number(least)}: "
                        + "leave it out of segments.features, or set segments.transform=none."
                );
            }
        }
    }

    static Table ScanTable(PanelResult result, int chosen) =>
        new(
            "segment_scan",
            [
                TableBuilding.Whole("k", result.Rows.Select(r => r.K)),
                TableBuilding.Number("inertia", result.Rows.Select(r => r.Inertia)),
                TableBuilding.Number("silhouette", result.Rows.Select(r => r.Silhouette)),
                TableBuilding.Number("silhouette_error", result.Rows.Select(r => r.SilhouetteError)),
                TableBuilding.Number("calinski_harabasz", result.Rows.Select(r => r.CalinskiHarabasz)),
                TableBuilding.Number("davies_bouldin", result.Rows.Select(r => r.DaviesBouldin)),
                TableBuilding.Number("gap", result.Rows.Select(r => r.Gap)),
                TableBuilding.Number("gap_error", result.Rows.Select(r => r.GapError)),
                TableBuilding.Number("stability_ari", result.Rows.Select(r => r.StabilityAri)),
                TableBuilding.Flag("chosen", result.Rows.Select(r => r.K == chosen)),
            ]
        );

    Insight Tell(SegmentProfile profile, PanelResult result, CenterClustering clustering, NumberText numbers)
    {
        var row = result.Rows.First(r => r.K == profile.Groups.Count);
        return new Insight(
            Slug,
            Question,
            Sentence(profile, numbers),
            KeyFigures(profile, row),
            new SegmentFigures(numbers).All(profile, result),
            [
                .. new SegmentCaveats(numbers, _options.Clusters, _panel.MinClusters).All(
                    result,
                    row.StabilityAri,
                    clustering.Converged
                ),
            ],
            ["segments", "segment_scan"]
        );
    }

    static List<KeyFigure> KeyFigures(SegmentProfile profile, PanelRow row)
    {
        var first = profile.Groups[0];
        return
        [
            new("Segments", profile.Groups.Count, NumberFormat.Count),
            new(first.Name, first.Customers, NumberFormat.Count, "customers in segment 1"),
            new("Their share of revenue", first.RevenueShare, NumberFormat.Share),
            new(
                "Silhouette",
                row.Silhouette,
                NumberFormat.Number,
                "how clearly segments part: 1 clearly, 0 not at all"
            ),
        ];
    }

    static string Sentence(SegmentProfile profile, NumberText numbers)
    {
        var first = profile.Groups[0];
        return $"{numbers.Of(profile.Labels.Length, "customer")} fall into {numbers.Of(profile.Groups.Count, "kind")}; "
            + $"the most valuable, {first.Name}, {Words.For(first.Customers, "is", "are")} {numbers.Share(first.CustomerShare)} of customers "
            + $"and {Words.For(first.Customers, "brings", "bring")} {numbers.Share(first.RevenueShare)} of the customers' revenue.";
    }
}
