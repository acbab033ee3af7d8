namespace Clientele.Insights;

/// <summary>The pictures of <see cref="Cohorts"/>: the last cohorts, where there are more than a page holds.</summary>
/// <param name="numbers">The shop's style.</param>
/// <param name="period">The grain: month, week, day or quarter.</param>
sealed class CohortFigures(NumberText numbers, string period)
{
    const int MostRows = 24;
    const int MostColumns = 24;

    internal IReadOnlyList<Figure> All(CohortGrid grid) =>
        [
            Heat(
                grid,
                ("retention", RetentionTitle(grid.Means.FirstOrDefault(m => m.Period == 1))),
                "Retention, the share of each cohort that bought again",
                (NumberFormat.Share, grid.Retention)
            ),
            // Without a second period that is over there is no line to draw.
            .. grid.Means[^1].Period > 0 ? (Figure[])[Curves(grid)] : [],
            Sizes(grid),
            Heat(
                grid,
                ("revenue", RevenueTitle(grid)),
                "Revenue of each cohort",
                (NumberFormat.Money, grid.Revenue)
            ),
            Heat(
                grid,
                ("line_total", LineTotalTitle(grid)),
                "Mean amount of an order line, one product in one order",
                (NumberFormat.Money, grid.LineTotals)
            ),
        ];

    string RetentionTitle(CohortMean? next) =>
        next == null ? "Retention by cohort"
        : next.Customers == 0 ? $"Nobody came back in the next {period}"
        : $"{numbers.Share(next.Retention)} come back in the next {period}";

    static string RevenueTitle(CohortGrid grid)
    {
        var richest = Leader.Of([
            .. Enumerable
                .Range(0, grid.Cohorts.Count)
                .Select(c =>
                    Enumerable
                        .Range(c * grid.Periods, grid.Periods)
                        .Sum(i => double.IsNaN(grid.Revenue[i]) ? 0 : grid.Revenue[i])
                ),
        ]);
        var cohort = grid.Cohorts[richest.At];
        return richest.Shared
            ? $"No cohort has brought more revenue so far than {cohort}"
            : $"Cohort {cohort} has brought the most revenue so far";
    }

    HeatFigure Heat(
        CohortGrid grid,
        (string Slug, string Title) name,
        string what,
        (NumberFormat Format, double[] Values) cells
    )
    {
        var from = Math.Max(0, grid.Cohorts.Count - MostRows);
        var width = Math.Min(grid.Periods, MostColumns);
        var shown = Enumerable
            .Range(from, grid.Cohorts.Count - from)
            .SelectMany(row => Enumerable.Range(0, width).Select(column => (row * grid.Periods) + column))
            .ToList();
        return new HeatFigure(
            name.Slug,
            name.Title,
            $"{what}: one row a cohort (the {period} of the first order, and how many customers), one column a {period} after the first. Blank: not begun. Hatched: not over."
                + (shown.Count < cells.Values.Length ? " The last cohorts only; the table holds all." : ""),
            $"{period} of first order",
            $"{period}s after the first order",
            cells.Format,
            [.. grid.Cohorts.Skip(from).Select((c, i) => $"{c} ({numbers.Count(grid.Sizes[from + i])})")],
            [.. Enumerable.Range(0, width).Select(p => $"{p}")],
            [.. shown.Select(i => cells.Values[i])]
        )
        {
            Hatched =
            [
                .. shown
                    .Select((cell, at) => (cell, at))
                    .Where(s => grid.Running.Contains(s.cell))
                    .Select(s => s.at),
            ],
            // The first column is 100 % by definition and would take all the colour.
            Full = cells.Format == NumberFormat.Share ? 0.5 : double.NaN,
        };
    }

    LineFigure Curves(CohortGrid grid) =>
        CohortCurves.Of(grid, period, CurveTitle(grid.Settled.Period > 0 ? grid.Settled : grid.Means[1]));

    string CurveTitle(CohortMean mean) =>
        mean.Customers == 0
            ? $"Nobody bought in {period} {mean.Period} after that of the first order"
            : $"{numbers.Share(mean.Retention)} of customers buy in {period} {mean.Period} after that of the first order";

    BarFigure Sizes(CohortGrid grid)
    {
        var from = Math.Max(0, grid.Cohorts.Count - MostRows);
        var largest = Leader.Of(grid.Sizes);
        var (name, size) = (grid.Cohorts[largest.At], numbers.Count(grid.Sizes[largest.At]));
        return new(
            "sizes",
            largest.Shared
                ? $"No {period} brought more new customers than {name}: {size}"
                : $"{name} brought the most new customers, {size}",
            $"New customers by {period} of their first order."
                + (from > 0 ? $" The last {MostRows} cohorts only; the table holds all." : ""),
            "new customers",
            NumberFormat.Count,
            [.. grid.Cohorts.Skip(from).Select((c, i) => new Bar(c, grid.Sizes[from + i]))]
        )
        {
            Hatched =
            [
                .. Enumerable
                    .Range(0, grid.Cohorts.Count - from)
                    .Where(i => grid.Running.Contains((from + i) * grid.Periods)),
            ],
        };
    }

    string LineTotalTitle(CohortGrid grid)
    {
        double[] whole = [.. grid.LineTotals];
        foreach (var cell in grid.Running)
        {
            whole[cell] = double.NaN;
        }

        if (whole.All(double.IsNaN))
        {
            return $"No {period} is over yet";
        }

        var most = Leader.Of(whole);
        var amount = numbers.Money(whole[most.At]);
        return most.Shared
            ? $"Order lines are never worth more than {amount} on average"
            : $"Order lines are worth most in {period} {most.At % grid.Periods} of cohort {grid.Cohorts[most.At / grid.Periods]}: {amount} on average";
    }
}
