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
        study.NeedDatedOrders("Cohorts need");
        var period = _options.Period.ToString().ToLowerInvariant();
        var cells = study.Features(Clientele.Features.Cohorts.Set, period);
        var grid = CohortGrid.Of(cells);
        if (grid.Cohorts.Count < FewestCohorts)
        {
            throw new InsufficientDataException(
                $"Cohorts, customers grouped by the {period} of their first order, need first orders in at least {FewestCohorts} {period}s; "
                    + (
                        grid.Cohorts.Count == 0
                            ? "this shop has no customer who is named."
                            : "this shop has them in 1."
                    )
            );
        }

        cancel.ThrowIfCancellationRequested();
        study.Save(cells);
        study.Save(MeanTable(grid));
        return Tell(grid, period, study.Numbers);
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

    Insight Tell(CohortGrid grid, string period, NumberText numbers)
    {
        var words = new CohortWords(numbers, period);
        var next = grid.Means.FirstOrDefault(m => m.Period == 1);
        return new Insight(
            Slug,
            Question,
            words.Sentence(next, grid.Settled),
            [
                new("Cohorts", grid.Cohorts.Count, NumberFormat.Count, $"{period}s with new customers"),
                new($"Back {CohortWords.Next(period)}", next?.Retention ?? double.NaN, NumberFormat.Share)
                {
                    Headline = true,
                },
                .. Later(grid.Settled, period),
            ],
            new CohortFigures(numbers, period).All(grid),
            [.. words.Caveats(grid)],
            ["cohorts", "cohort_means"]
        );
    }

    /// <summary>Nothing before the second period: the first has a key figure of its own.</summary>
    static IEnumerable<KeyFigure> Later(CohortMean settled, string period)
    {
        if (settled.Period > 1)
        {
            yield return new(
                $"Back {CohortWords.On(period)} {period} {settled.Period}",
                settled.Retention,
                NumberFormat.Share,
                "the last that is over for half of all customers"
            );
        }
    }
}
