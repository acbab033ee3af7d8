using Clientele.Models;

namespace Clientele.Insights;

/// <summary>How the number of segments came about, and how far to trust them.</summary>
/// <param name="numbers">The shop's style.</param>
/// <param name="set">The number of segments that the settings name, or null.</param>
/// <param name="least">The least number that may be chosen.</param>
sealed class SegmentCaveats(NumberText numbers, int? set, int least)
{
    /// <summary>Below this agreement, segments drawn again are others.</summary>
    const double Stable = 0.8;

    internal IEnumerable<string> All(SegmentStory story)
    {
        var best = story.Division.Best;
        yield return Chosen() + (story.Division.Panel is { } panel ? Votes(panel) : Compared(story.Division));
        if (
            story.Division.Panel is { } asked
            && Names(asked.Votes.Where(v => v.Unrestricted < least)) is { Length: > 0 } fewer
        )
        {
            yield return $"If fewer than {numbers.Count(least)} segments were allowed, {fewer} would take fewer: some segments may be one "
                + "kind of customer cut in two, so compare them before you treat them differently.";
        }

        if (best.Plan.Space is not (SegmentSpace.Raw or SegmentSpace.Pca))
        {
            yield return $"The silhouette of {numbers.Number(best.Silhouette)} is that of the picture, in which neighbors are drawn together and gaps "
                + $"are wider than they are: it proves that the picture has parts, not that customers have. In the numbers themselves it is {numbers.Number(best.OriginalSilhouette)}.";
        }

        if (best.StabilityAri < Stable)
        {
            yield return $"Found again from random parts of the customers, the segments agree only to {numbers.Number(best.StabilityAri)} "
                + "(1 would be the same): treat customers near a border with care.";
        }

        if (!story.Division.Model.Clustering.Converged)
        {
            yield return "The search for segments was ended before it settled: customers near a border may belong to the next segment.";
        }
    }

    /// <summary>What was compared, and by what.</summary>
    string Compared(SegmentDivision division) => division.IsSaid ? Said(division.Best) : Highest(division);

    string Said(SegmentScore best) =>
        $"The settings ask for {SegmentPlan.NameOf(best.Plan.Algorithm)} in space {SegmentPlan.NameOf(best.Plan.Space)} with {best.Plan.Parameters}, and nothing else was tried: "
        + $"segments part by {numbers.Number(best.Separation)} (in the space and in the numbers themselves) and are found again to {numbers.Number(best.StabilityAri)}."
        + (
            best.Overruled is { } fault
                ? $" No comparison would have taken it, for it has {SegmentReasons.Said(fault)}."
                : ""
        );

    string Highest(SegmentDivision division) =>
        $"{numbers.Of(division.Tried.Count, "way")} to divide the customers {Words.For(division.Tried.Count, "was", "were")} tried; "
        + $"{SegmentPlan.NameOf(division.Best.Plan.Algorithm)} in space {SegmentPlan.NameOf(division.Best.Plan.Space)} had the highest score, {numbers.Number(division.Best.Score)}: "
        + $"how well segments part (in the space and in the numbers themselves, {numbers.Number(division.Best.Separation)}) times how well they are found again ({numbers.Number(division.Best.StabilityAri)}).";

    string Chosen() =>
        set is { } number ? $"The number of segments, {numbers.Count(number)}, stands in the settings. " : "";

    /// <summary>Which measure would take how many.</summary>
    string Votes(PanelResult result)
    {
        var votes = result
            .Votes.Where(v => v.Vote != null)
            .GroupBy(v => v.Vote!.Value)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Select(g => $"{numbers.Of(g.Key, "segment")} by {Names(g)}")
            .ToList();
        if (Names(result.Votes.Where(v => v.Vote == null)) is { Length: > 0 } silent)
        {
            votes.Add($"no answer from {silent}");
        }

        return $"How many segments there are is a choice, and {numbers.Of(result.Votes.Count, "measure")} "
            + $"{Words.For(result.Votes.Count, "was", "were")} asked: {string.Join("; ", votes)}.";
    }

    static string Names(IEnumerable<PanelVote> votes) =>
        Words.And([.. votes.Select(v => SegmentWords.MemberName(v.Member))]);
}
