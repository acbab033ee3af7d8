using Clientele.Models;

namespace Clientele.Insights;

/// <summary>How faithful a space is to the numbers that it was made of.</summary>
/// <param name="Plan">The space, and the scale before it.</param>
/// <param name="Dimensions">Its coordinates.</param>
/// <param name="Neighbors">Customers who count as near.</param>
/// <param name="Score">Whether those who are near were so in the scaled numbers, and the other way round.</param>
sealed record SegmentFaith(SegmentPlan Plan, int Dimensions, int Neighbors, EmbeddingScore Score)
{
    /// <summary>Customers whose neighbors are looked at: their share is then told to about a hundredth.</summary>
    const int Sample = 1000;

    const int MostNeighbors = 15;

    /// <summary>One for each space that was laid out, the chosen one first; none where segments are made of the numbers themselves.</summary>
    internal static List<SegmentFaith> Of(SegmentDivision division, Study study, CancellationToken cancel) =>
        [
            .. division
                .Trials.Select(trial => (trial.Score.Plan, trial.Space))
                .Prepend((division.Best.Plan, division.Model.Space))
                .Where(space => space.Item2.Embedding != null)
                .DistinctBy(space => (space.Item1.Space, space.Item1.Scale))
                .Select(space => Of(space.Item1, space.Item2, study, cancel)),
        ];

    static SegmentFaith Of(SegmentPlan plan, LaidOut space, Study study, CancellationToken cancel)
    {
        var neighbors = Math.Min(MostNeighbors, (space.Points.Rows - 1) / 2);
        var options = new TrustworthinessOptions
        {
            Neighbors = neighbors,
            Sample = Sample,
            Seed = study.Seed,
            Threads = study.Threads,
        };
        return new SegmentFaith(
            plan,
            space.Points.Columns,
            neighbors,
            Trustworthiness.Of(space.Scaled, space.Points, options, cancel)
        );
    }
}
