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

    /// <param name="result">The panel's scores and votes.</param>
    /// <param name="stability">Agreement of the chosen number when drawn again; NaN if it was not asked.</param>
    /// <param name="converged">False if the search ended too soon.</param>
    internal IEnumerable<string> All(PanelResult result, double stability, bool converged)
    {
        yield return Chosen() + Votes(result);
        if (Names(result.Votes.Where(v => v.Unrestricted < least)) is { Length: > 0 } fewer)
        {
            yield return $"If fewer than {numbers.Count(least)} segments were allowed, {fewer} would take fewer: some segments may be one "
                + "kind of customer cut in two, so compare them before you treat them differently.";
        }

        if (stability < Stable)
        {
            yield return $"Found again from random parts of the customers, the segments agree only to {numbers.Number(stability)} "
                + "(1 would be the same): treat customers near a border with care.";
        }

        if (!converged)
        {
            yield return "The search for segments was ended before it settled: customers near a border may belong to the next segment.";
        }
    }

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
