using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Where segments lie: in the spaces that were tried, and in the numbers themselves.</summary>
/// <param name="numbers">The shop's style.</param>
sealed class SegmentSpaceFigures(NumberText numbers)
{
    /// <summary>Numbers that a pair plot shows: more of them cannot be read.</summary>
    const int PairAxes = 6;

    internal IEnumerable<Figure> All(SegmentStory story)
    {
        var chosen = story.Division.Model.Plan.Space;
        yield return Scatter(story, story.Places, chosen, "space");
        var others = story
            .Division.Trials.Where(t => t.Space.Embedding != null && t.Score.Plan.Space != chosen)
            .DistinctBy(t => t.Score.Plan.Space);
        foreach (var trial in others)
        {
            var space = trial.Score.Plan.Space;
            yield return Scatter(
                story,
                trial.Space.Points,
                space,
                $"space_{SegmentPlan.NameOf(space).Replace('-', '_')}"
            );
        }

        if (story.Profile.Features.Count > 1)
        {
            yield return Pairs(story.Profile);
        }
    }

    ScatterFigure Scatter(SegmentStory story, Matrix places, SegmentSpace space, string slug)
    {
        var profile = story.Profile;
        var name =
            space == SegmentSpace.Raw
                ? "the principal components of the numbers"
                : $"space {SegmentPlan.NameOf(space)}";
        return new(
            slug,
            $"{profile.Clusters} segments in {name}" + Kept(story.Spaces, space),
            "One point a customer, near to those who are like it; the coordinates have no meaning of their own. At most 250 customers of a segment are drawn."
                + Faith(story.Spaces, space),
            Axis.Coordinate("first coordinate"),
            Axis.Coordinate("second coordinate"),
            [
                .. profile.Groups.Select(
                    (_, g) =>
                        new PointGroup(
                            profile.LabelOf(g),
                            [.. profile.SomeOf(g).Select(row => places[row][0])],
                            [.. profile.SomeOf(g).Select(row => places.Columns > 1 ? places[row][1] : 0)]
                        )
                        {
                            Quiet = g == profile.Clusters,
                        }
                ),
            ]
        );
    }

    /// <summary>The share of neighbors that a space keeps.</summary>
    string Kept(IEnumerable<SegmentFaith> spaces, SegmentSpace space) =>
        spaces.FirstOrDefault(s => s.Plan.Space == space) is { } faith
            ? $", which keeps {numbers.Share(faith.Score.NeighborRecall)} of the customers most alike together"
            : "";

    /// <summary>How far neighbors in the picture are neighbors.</summary>
    string Faith(IEnumerable<SegmentFaith> spaces, SegmentSpace space) =>
        spaces.FirstOrDefault(s => s.Plan.Space == space) is not { } faith
            ? ""
            : $" Of the {numbers.Count(faith.Neighbors)} customers most alike in the numbers themselves, {numbers.Share(faith.Score.NeighborRecall)} are among the "
                + $"{numbers.Count(faith.Neighbors)} nearest here; trustworthiness {numbers.Number(faith.Score.Trustworthiness)} (1: whoever is near here is alike).";

    /// <summary>The numbers in which segments differ most.</summary>
    static PairFigure Pairs(SegmentProfile profile)
    {
        int[] shown =
        [
            .. Enumerable
                .Range(0, profile.Features.Count)
                .OrderByDescending(f =>
                    profile.Groups.Max(g => g.Scaled[f].Mean) - profile.Groups.Min(g => g.Scaled[f].Mean)
                )
                .Take(PairAxes)
                .Order(),
        ];
        return new(
            "pairs",
            $"How segments lie in {Words.And([.. shown.Select(f => Words.Of(profile.Features[f]))])}",
            "Every number against every other, one point a customer; on the diagonal how often values are.",
            [.. shown.Select(f => AxisOf(profile, f))],
            [
                .. profile.Groups.Select(
                    (_, g) =>
                        new PairGroup(
                            profile.LabelOf(g),
                            [
                                .. shown.Select(f =>
                                    (IReadOnlyList<double>)
                                        [.. profile.SomeOf(g).Select(row => profile.Raw[row][f])]
                                ),
                            ]
                        )
                        {
                            Quiet = g == profile.Clusters,
                        }
                ),
            ]
        );
    }

    /// <summary>Powers of ten where most would else lie in a corner.</summary>
    static Axis AxisOf(SegmentProfile profile, int feature)
    {
        var values = profile.Raw.Column(feature);
        var moments = Moments.Of(values);
        return new Axis(
            Words.Of(profile.Features[feature]),
            NumberFormat.Number,
            Logarithmic: values.Min() >= 0 && moments.StandardDeviation > moments.Mean
        );
    }
}
