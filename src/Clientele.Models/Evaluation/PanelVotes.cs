namespace Clientele.Models;

/// <summary>Reads votes out of scores, and counts them.</summary>
static class PanelVotes
{
    internal static List<PanelVote> Of(PanelOptions options, List<PanelRow> rows, GapResult? gaps) =>
        [
            .. options
                .Members.Distinct()
                .Select(member => new PanelVote(
                    member,
                    Best(member, rows, gaps, options.MinClusters),
                    Best(member, rows, gaps, least: 1)
                )),
        ];

    /// <summary>Most votes, then the greater silhouette, then the smaller number.</summary>
    internal static int Winner(int least, List<PanelRow> rows, List<PanelVote> votes) =>
        rows.Where(row => row.K >= least)
            .OrderByDescending(row => votes.Count(vote => vote.Vote == row.K))
            .ThenByDescending(row => double.IsNaN(row.Silhouette) ? -2 : row.Silhouette)
            .ThenBy(row => row.K)
            .First()
            .K;

    static int? Best(PanelMember member, List<PanelRow> rows, GapResult? gaps, int least) =>
        member switch
        {
            PanelMember.Knee => KneeOf(rows, least),
            PanelMember.Silhouette => Greatest(rows, least, row => row.Silhouette),
            PanelMember.CalinskiHarabasz => Greatest(rows, least, row => row.CalinskiHarabasz),
            PanelMember.DaviesBouldin => Greatest(rows, least, row => -row.DaviesBouldin),
            PanelMember.Stability => Greatest(rows, least, row => row.StabilityAri),
            _ => gaps?.Choice(least),
        };

    /// <summary>The knee of the whole curve: where its bend lies does not depend on what may be chosen.</summary>
    static int? KneeOf(List<PanelRow> rows, int least) =>
        Knee.Of([.. rows.Select(row => row.K)], [.. rows.Select(row => row.Inertia)]) is { } knee
        && knee >= least
            ? knee
            : null;

    static int? Greatest(List<PanelRow> rows, int least, Func<PanelRow, double> score) =>
        rows.Where(row => row.K >= least && !double.IsNaN(score(row))).MaxBy(score)?.K;
}
