using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Why a way to divide customers was taken, or not.</summary>
/// <param name="division">All ways.</param>
/// <param name="isSet">Whether the settings say the number of segments.</param>
sealed class SegmentReasons(SegmentDivision division, bool isSet)
{
    /// <summary>One a way, for the table: numbers in no shop's style.</summary>
    internal IEnumerable<string> All =>
        division.Tried.Select(
            (score, at) => division.Panel is { } panel ? OfPanel(panel, score, at) : Of(score, at)
        );

    string OfPanel(PanelResult panel, SegmentScore score, int at)
    {
        var votes = panel
            .Votes.Where(v => v.Vote == score.Clusters)
            .Select(v => SegmentWords.MemberName(v.Member));
        var said = votes.ToList() is { Count: > 0 } names ? $"votes of {Words.And(names)}" : "no votes";
        return at != division.Chosen ? said
            : isSet ? $"the settings say so; {said}"
            : said;
    }

    string Of(SegmentScore score, int at)
    {
        var numbers = NumberText.Invariant;
        return at == division.Chosen ? Taken(score, numbers)
            : score.Fault is { } fault ? Said(fault)
            : double.IsNaN(score.StabilityAri)
                ? $"separation {numbers.Number(score.Separation)}: not among those whose stability was measured"
            : $"score {numbers.Number(score.Score)}: separation {numbers.Number(score.Separation)} times stability {numbers.Number(score.StabilityAri)}";
    }

    string Taken(SegmentScore score, NumberText numbers) =>
        (division.IsSaid ? "the settings ask for nothing else: " : "the highest score, ")
        + $"{numbers.Number(score.Score)}: separation {numbers.Number(score.Separation)} times stability {numbers.Number(score.StabilityAri)}"
        + (score.Overruled is { } fault ? $"; by itself it would not be taken: {Said(fault)}" : "");

    /// <summary>What speaks against all ways, most frequent first.</summary>
    internal static string Faults(IReadOnlyList<SegmentScore> scores) =>
        string.Join(
            "; ",
            scores
                .Where(score => score.Fault != null)
                .GroupBy(score => score.Fault!.Value)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key)
                .Select(group => $"{group.Count()} times {Said(group.Key)}")
        );

    internal static string Said(SegmentFault fault) =>
        fault switch
        {
            SegmentFault.NoSegments => "fewer than two segments",
            SegmentFault.TooFew => "too few segments: halves part well in nearly any data",
            SegmentFault.TooMany => "more segments than asked for",
            SegmentFault.Noise => "too many customers in no segment",
            SegmentFault.TinySegment => "a segment of hardly anybody",
            _ => "a segment of nearly everybody",
        };
}
