using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Pictures of how segments were found, and of what became of those before.</summary>
sealed class SegmentLabFigures(NumberText numbers)
{
    internal IEnumerable<Figure> All(SegmentStory story)
    {
        yield return Rules(story);
        if (story.Division.Panel == null)
        {
            yield return Comparison(story.Division);
        }
    }

    TableFigure Rules(SegmentStory story)
    {
        var rules = story.Rules.All;
        return new(
            "rules",
            $"Simple rules say the segment of {numbers.Share(story.Rules.Accuracy)} of customers",
            "Each segment in words. Precision: share of the rule's customers who are of the segment. Recall: share of the segment's customers whom the rule finds.",
            [
                TableColumn.Of("Segment", [.. rules.Select(r => story.Profile.LabelOf(r.Group))]),
                TableColumn.Of("Rule", [.. rules.Select(r => r.Text)]),
                TableColumn.Of("Precision", NumberFormat.Share, [.. rules.Select(r => r.Precision)]),
                TableColumn.Of("Recall", NumberFormat.Share, [.. rules.Select(r => r.Recall)]),
                TableColumn.Of("Customers", NumberFormat.Count, [.. rules.Select(r => (double)r.Customers)]),
            ]
        );
    }

    LineFigure Comparison(SegmentDivision division)
    {
        var told = division.Tried.Where(s => s.Plan.TakesClusters).ToList();
        int[] ks = [.. told.Select(s => s.Plan.Clusters).Distinct().Order()];
        var series = told.GroupBy(s => (s.Plan.Scale, s.Plan.Space, s.Plan.Algorithm))
            .Select(group => new Series(
                $"{SegmentPlan.NameOf(group.Key.Space)} {SegmentPlan.NameOf(group.Key.Algorithm)}",
                [.. ks.Select(k => group.FirstOrDefault(s => s.Plan.Clusters == k)?.Silhouette ?? double.NaN)]
            ));
        return new(
            "silhouettes",
            $"Silhouettes run up to {numbers.Number(told.Max(s => s.Silhouette))}",
            "Mean silhouette by number of segments, space and algorithm; the line marks the number that was taken.",
            "segments",
            "silhouette",
            NumberFormat.Number,
            [.. ks.Select(k => $"{k}")],
            [.. series]
        )
        {
            Marked = Array.IndexOf(ks, division.Best.Clusters),
        };
    }
}
