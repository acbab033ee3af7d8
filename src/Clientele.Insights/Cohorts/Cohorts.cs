using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Who comes back, and for how long?</summary>
public sealed class Cohorts(CohortOptions options) : IQuestion
{
    /// <summary>With a single cohort there is nothing to compare.</summary>
    const int FewestCohorts = 2;

    readonly CohortOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Slug => "cohorts";

    /// <inheritdoc/>
    public string Question => "Who comes back, and for how long?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        var period = _options.Period.ToString().ToLowerInvariant();
        var cells = study.Features(Clientele.Features.Cohorts.Set, period);
        var grid = CohortGrid.Of(cells);
        if (grid.Cohorts.Count < FewestCohorts)
        {
            throw new InsufficientDataException(
                $"Cohorts need first orders in at least {FewestCohorts} {period}s, and there are {grid.Cohorts.Count}."
            );
        }

        cancel.ThrowIfCancellationRequested();
        study.Save(cells);
        study.Save(MeanTable(grid));
        return Tell(grid, period);
    }

    static Table MeanTable(CohortGrid grid) =>
        new(
            "cohort_means",
            [
                TableBuilding.Whole("period", grid.Means.Select(m => m.Period)),
                TableBuilding.Whole("cohorts", grid.Means.Select(m => m.Cohorts)),
                TableBuilding.Whole("customers", grid.Means.Select(m => m.Customers)),
                TableBuilding.Whole("of_customers", grid.Means.Select(m => m.Of)),
                TableBuilding.Number("retention", grid.Means.Select(m => m.Retention)),
            ]
        );

    Insight Tell(CohortGrid grid, string period)
    {
        var next = grid.Means.FirstOrDefault(m => m.Period == 1);
        var settled = grid.Settled;
        var answer =
            next == null
                ? $"No cohort has a whole {period} behind its first one yet."
                : $"{Numbers.Share(next.Retention)} of customers buy again in the {period} after their first; "
                    + $"after {settled.Period} {period}s {Numbers.Share(settled.Retention)} still do "
                    + $"(means weighted by cohort size, whole {period}s only).";
        var caveats = new List<string>
        {
            $"A cohort is everybody whose first order in this file fell in the same {period}; "
                + "who bought before the file begins looks new in its first cohorts.",
        };
        if (grid.Running.Count > 0)
        {
            caveats.Add($"The running {period} is hatched and left out of all means: it is not over.");
        }

        return new Insight(
            Slug,
            Question,
            answer,
            [
                new("Cohorts", grid.Cohorts.Count, NumberFormat.Count),
                new($"Back in the next {period}", next?.Retention ?? double.NaN, NumberFormat.Share),
                new(
                    $"Back after {settled.Period} {period}s",
                    settled.Retention,
                    NumberFormat.Share,
                    "over for half of all customers"
                ),
            ],
            CohortFigures.All(grid, period),
            caveats,
            ["cohorts", "cohort_means"]
        );
    }
}
