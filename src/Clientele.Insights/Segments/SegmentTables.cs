using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Result tables of <see cref="Segments"/> beside the one of segments.</summary>
static class SegmentTables
{
    /// <summary>All of them; segment_scan is there where the panel decided, segment_spaces where a space was laid out.</summary>
    internal static readonly string[] Names =
    [
        "segments",
        "segment_scan",
        "segment_comparison",
        "segment_spaces",
        "segment_profile",
        "segment_rules",
        "segment_migration",
        "embedding",
    ];

    /// <summary>One row a number of segments, where the panel decided.</summary>
    internal static Table Scan(PanelResult result, int chosen) =>
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

    /// <summary>One row a way that was tried.</summary>
    internal static Table Comparison(SegmentDivision division, SegmentReasons reasons) =>
        new(
            "segment_comparison",
            [
                TableBuilding.Text("space", division.Tried.Select(s => SegmentPlan.NameOf(s.Plan.Space))),
                TableBuilding.Text("transform", division.Tried.Select(s => s.Plan.ScaleName)),
                TableBuilding.Text(
                    "algorithm",
                    division.Tried.Select(s => SegmentPlan.NameOf(s.Plan.Algorithm))
                ),
                TableBuilding.Text("parameters", division.Tried.Select(s => s.Plan.Parameters)),
                TableBuilding.Whole("k", division.Tried.Select(s => s.Clusters)),
                TableBuilding.Number("noise_share", division.Tried.Select(s => s.NoiseShare)),
                TableBuilding.Number("silhouette", division.Tried.Select(s => s.Silhouette)),
                TableBuilding.Number("original_silhouette", division.Tried.Select(s => s.OriginalSilhouette)),
                TableBuilding.Number("calinski_harabasz", division.Tried.Select(s => s.CalinskiHarabasz)),
                TableBuilding.Number("davies_bouldin", division.Tried.Select(s => s.DaviesBouldin)),
                TableBuilding.Number("stability_ari", division.Tried.Select(s => s.StabilityAri)),
                TableBuilding.Flag("chosen", division.Tried.Select((_, at) => at == division.Chosen)),
                TableBuilding.Text("reason", reasons.All),
            ]
        );

    /// <summary>One row a space that was laid out.</summary>
    internal static Table Spaces(IReadOnlyList<SegmentFaith> spaces) =>
        new(
            "segment_spaces",
            [
                TableBuilding.Text("space", spaces.Select(s => SegmentPlan.NameOf(s.Plan.Space))),
                TableBuilding.Text("transform", spaces.Select(s => s.Plan.ScaleName)),
                TableBuilding.Whole("dimensions", spaces.Select(s => s.Dimensions)),
                TableBuilding.Whole("neighbors", spaces.Select(s => s.Neighbors)),
                TableBuilding.Number("trustworthiness", spaces.Select(s => s.Score.Trustworthiness)),
                TableBuilding.Number(
                    "trustworthiness_error",
                    spaces.Select(s => s.Score.TrustworthinessError)
                ),
                TableBuilding.Number("neighbor_recall", spaces.Select(s => s.Score.NeighborRecall)),
                TableBuilding.Number(
                    "neighbor_recall_error",
                    spaces.Select(s => s.Score.NeighborRecallError)
                ),
            ]
        );

    /// <summary>One row a customer: where it lies in the space, as far as two numbers tell.</summary>
    internal static Table Embedding(SegmentProfile profile, Matrix places, Table customers) =>
        new(
            "embedding",
            [
                customers["customer_id"],
                TableBuilding.Number("x", places.Column(0)),
                TableBuilding.Number("y", places.Columns > 1 ? places.Column(1) : new double[places.Rows]),
                TableBuilding.Whole("segment", profile.Labels.Select(profile.NumberOf)),
            ]
        );

    /// <summary>One row a segment and feature.</summary>
    internal static Table Profile(SegmentProfile profile)
    {
        var cells = profile
            .Groups.SelectMany((group, g) => profile.Features.Select((name, f) => (group, g, name, f)))
            .Select(c =>
                (
                    c.group,
                    c.g,
                    c.name,
                    c.f,
                    Box: Boxes.Of(c.name, profile.RowsOf(c.g).Select(row => profile.Raw[row][c.f]))
                )
            )
            .ToList();
        return new(
            "segment_profile",
            [
                TableBuilding.Whole("segment", cells.Select(c => profile.NumberOf(c.g))),
                TableBuilding.Text("name", cells.Select(c => c.group.Name)),
                TableBuilding.Text("feature", cells.Select(c => c.name)),
                TableBuilding.Number("mean", cells.Select(c => c.group.Means[c.f])),
                TableBuilding.Number("lower_quartile", cells.Select(c => c.Box.Q1)),
                TableBuilding.Number("median", cells.Select(c => c.Box.Median)),
                TableBuilding.Number("upper_quartile", cells.Select(c => c.Box.Q3)),
                TableBuilding.Number("importance", cells.Select(c => c.group.Importance[c.f])),
                TableBuilding.Number("z_mean", cells.Select(c => c.group.Scaled[c.f].Mean)),
            ]
        );
    }

    /// <summary>One row a rule; a segment may have several, or none.</summary>
    internal static Table Rules(SegmentProfile profile, SegmentRules rules) =>
        new(
            "segment_rules",
            [
                TableBuilding.Whole("segment", rules.All.Select(r => profile.NumberOf(r.Group))),
                TableBuilding.Text("name", rules.All.Select(r => profile.Groups[r.Group].Name)),
                TableBuilding.Text("rule", rules.All.Select(r => r.Text)),
                TableBuilding.Number("precision", rules.All.Select(r => r.Precision)),
                TableBuilding.Number("recall", rules.All.Select(r => r.Recall)),
                TableBuilding.Whole("customers", rules.All.Select(r => r.Customers)),
            ]
        );

    /// <summary>One row a pair of segments that customers moved between.</summary>
    internal static Table Migration(SegmentMigration migration) =>
        new(
            "segment_migration",
            [
                TableBuilding.Text("from_segment", migration.Moves.Select(m => m.From)),
                TableBuilding.Text("to_segment", migration.Moves.Select(m => m.To)),
                TableBuilding.Text("status", migration.Moves.Select(m => m.Status)),
                TableBuilding.Whole("customers", migration.Moves.Select(m => m.Customers)),
            ]
        );
}
