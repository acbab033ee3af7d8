using Clientele.Models;

namespace Clientele.Insights;

/// <summary>A rule that says a segment in words.</summary>
/// <param name="Group">The place of the segment.</param>
/// <param name="Text">"days since the last order up to 30 and orders above 4"; numbers in no shop's style.</param>
/// <param name="Precision">Share of its customers who are of the segment.</param>
/// <param name="Recall">Share of the segment's customers whom it finds.</param>
/// <param name="Customers">Customers for whom it holds.</param>
sealed record SegmentRule(int Group, string Text, double Precision, double Recall, int Customers);

/// <summary>Segments said in words by a shallow tree, whatever space they were found in.</summary>
/// <param name="All">By segment, the one that finds most first.</param>
/// <param name="Accuracy">Share of customers whose segment the rules say.</param>
sealed record SegmentRules(IReadOnlyList<SegmentRule> All, double Accuracy)
{
    /// <summary>A rule for fewer of a hundred customers is an exception, not a rule.</summary>
    const double LeastShare = 0.005;

    internal static SegmentRules Of(SegmentProfile profile, CancellationToken cancel)
    {
        var options = new RuleOptions
        {
            MaxLeaves = Math.Max(8, 2 * profile.Groups.Count),
            MinLeaf = Math.Max(5, (int)(LeastShare * profile.Labels.Length)),
        };
        var found = new RuleTree(options).Fit(profile.Raw, profile.Labels, cancel);
        return new SegmentRules(
            [
                .. found.Rules.Select(rule => new SegmentRule(
                    rule.Label,
                    Said(rule, profile.Features),
                    rule.Precision,
                    rule.Recall,
                    rule.Rows
                )),
            ],
            found.Accuracy
        );
    }

    static string Said(LabelRule rule, IReadOnlyList<string> features) =>
        rule.Conditions.Count == 0
            ? "every customer"
            : string.Join(" and ", rule.Conditions.Select(c => Said(c, Words.Of(features[c.Column]))));

    static string Said(RuleCondition condition, string feature)
    {
        var numbers = NumberText.Invariant;
        return (double.IsFinite(condition.Above), double.IsFinite(condition.UpTo)) switch
        {
            (true, true) =>
                $"{feature} above {numbers.Number(condition.Above)} up to {numbers.Number(condition.UpTo)}",
            (true, false) => $"{feature} above {numbers.Number(condition.Above)}",
            _ => $"{feature} up to {numbers.Number(condition.UpTo)}",
        };
    }
}
