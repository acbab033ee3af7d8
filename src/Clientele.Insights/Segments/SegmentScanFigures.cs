using Clientele.Models;

namespace Clientele.Insights;

/// <summary>One small picture a member of the panel.</summary>
static class SegmentScanFigures
{
    internal static IEnumerable<Figure> All(PanelResult result, int chosen)
    {
        (PanelMember Member, string Slug, string Name, string Unit, Func<PanelRow, double> Value)[] members =
        [
            (
                PanelMember.Knee,
                "inertia",
                "Inertia",
                "sum of squared distances, less is tighter",
                r => r.Inertia
            ),
            (
                PanelMember.Silhouette,
                "silhouette",
                "The silhouette",
                "−1 to 1, more is better",
                r => r.Silhouette
            ),
            (
                PanelMember.CalinskiHarabasz,
                "calinski_harabasz",
                "Calinski-Harabasz",
                "more is better",
                r => r.CalinskiHarabasz
            ),
            (
                PanelMember.DaviesBouldin,
                "davies_bouldin",
                "Davies-Bouldin",
                "less is better",
                r => r.DaviesBouldin
            ),
            (PanelMember.Gap, "gap", "The gap statistic", "gap over chance, more is better", r => r.Gap),
            (
                PanelMember.Stability,
                "stability",
                "Stability",
                "agreement (ARI) when drawn again",
                r => r.StabilityAri
            ),
        ];
        foreach (var (member, slug, name, unit, value) in members)
        {
            if (result.Rows.Any(r => !double.IsNaN(value(r))))
            {
                yield return new LineFigure(
                    $"scan_{slug}",
                    Title(result, member, name, chosen),
                    $"{name} for each number of segments; the line marks the {chosen} that were taken.",
                    "segments",
                    unit,
                    NumberFormat.Number,
                    [.. result.Rows.Select(r => $"{r.K}")],
                    [new(name, [.. result.Rows.Select(value)])]
                )
                {
                    Marked = chosen - result.Rows[0].K,
                };
            }
        }
    }

    static string Title(PanelResult result, PanelMember member, string name, int chosen)
    {
        var vote = result.Votes.FirstOrDefault(v => v.Member == member)?.Vote;
        var who = member == PanelMember.Knee ? "The knee of the inertia" : name;
        return vote switch
        {
            null when member == PanelMember.Knee =>
                "Inertia falls without a clear knee, so it gives no answer",
            null => $"{who} gives no answer",
            { } k when k == chosen => $"{who} agrees on {k} segments",
            { } k => $"{who} would take {k} segments",
        };
    }
}
