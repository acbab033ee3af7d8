namespace Clientele.Insights;

/// <summary>The pictures of <see cref="Cohorts"/>: the last cohorts, where there are more than a page holds.</summary>
static class CohortFigures
{
    const int MostRows = 24;
    const int MostColumns = 24;
    const int MostCurves = 6;

    internal static IReadOnlyList<Figure> All(CohortGrid grid, string period)
    {
        var next = grid.Means.FirstOrDefault(m => m.Period == 1);
        return
        [
            Heat(
                grid,
                period,
                (
                    "retention",
                    next == null
                        ? "Retention by cohort"
                        : $"{Numbers.Share(next.Retention)} come back in the next {period}"
                ),
                "Share of each cohort that bought again",
                (NumberFormat.Share, grid.Retention)
            ),
            Curves(grid, period),
            Sizes(grid, period),
            Heat(
                grid,
                period,
                ("revenue", $"Cohort {grid.Cohorts[Richest(grid)]} has brought the most revenue so far"),
                "Revenue of each cohort",
                (NumberFormat.Money, grid.Revenue)
            ),
            Heat(
                grid,
                period,
                ("line_total", LineTotalTitle(grid, period)),
                "Mean amount of a line",
                (NumberFormat.Money, grid.LineTotals)
            ),
        ];
    }

    static HeatFigure Heat(
        CohortGrid grid,
        string period,
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
            $"{what}: one row a cohort, one column a {period} after the first. Blank: not begun. Hatched: still running."
                + (shown.Count < cells.Values.Length ? " The last cohorts only; the table holds all." : ""),
            $"{period} of first order",
            $"{period}s after the first order",
            cells.Format,
            [.. grid.Cohorts.Skip(from).Select((c, i) => $"{c} ({Numbers.Count(grid.Sizes[from + i])})")],
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

    static LineFigure Curves(CohortGrid grid, string period)
    {
        var largest = Enumerable
            .Range(0, grid.Cohorts.Count)
            .OrderByDescending(i => grid.Sizes[i])
            .Take(MostCurves)
            .Order();
        var running = grid.Running.ToHashSet();
        double At(int cohort, int p)
        {
            var cell = (cohort * grid.Periods) + p;
            return running.Contains(cell) ? double.NaN : grid.Retention[cell];
        }

        var means = grid.Means.ToDictionary(m => m.Period, m => m.Retention);
        var width = grid.Means[^1].Period;
        return new(
            "curves",
            $"After {grid.Settled.Period} {period}s, {Numbers.Share(grid.Settled.Retention)} of customers still buy",
            $"Retention by {period}s after the first order: the mean weighted by cohort size, and the {MostCurves} largest cohorts. Whole {period}s only.",
            $"{period}s after the first order",
            "share of the cohort",
            NumberFormat.Share,
            [.. Enumerable.Range(1, width).Select(p => $"{p}")],
            [
                new(
                    "all, weighted",
                    [.. Enumerable.Range(1, width).Select(p => means.GetValueOrDefault(p, double.NaN))]
                ),
                .. largest.Select(c => new Series(
                    grid.Cohorts[c],
                    [.. Enumerable.Range(1, width).Select(p => At(c, p))]
                )),
            ]
        );
    }

    static BarFigure Sizes(CohortGrid grid, string period)
    {
        var from = Math.Max(0, grid.Cohorts.Count - MostRows);
        var largest = Array.IndexOf(grid.Sizes, grid.Sizes[from..].Max());
        return new(
            "sizes",
            $"{grid.Cohorts[largest]} brought the most new customers, {Numbers.Count(grid.Sizes[largest])}",
            $"New customers by {period} of their first order.",
            "new customers",
            NumberFormat.Count,
            [.. grid.Cohorts.Skip(from).Select((c, i) => new Bar(c, grid.Sizes[from + i]))]
        );
    }

    static int Richest(CohortGrid grid) =>
        Enumerable
            .Range(0, grid.Cohorts.Count)
            .MaxBy(c =>
                Enumerable
                    .Range(c * grid.Periods, grid.Periods)
                    .Sum(i => double.IsNaN(grid.Revenue[i]) ? 0 : grid.Revenue[i])
            );

    static string LineTotalTitle(CohortGrid grid, string period)
    {
        var known = Enumerable
            .Range(0, grid.LineTotals.Length)
            .Where(i => !double.IsNaN(grid.LineTotals[i]) && !grid.Running.Contains(i))
            .ToList();
        if (known.Count == 0)
        {
            return "No " + period + " is over yet";
        }

        var most = known.MaxBy(i => grid.LineTotals[i]);
        var age = most % grid.Periods;
        return $"Lines are worth most in {period} {age} of cohort {grid.Cohorts[most / grid.Periods]}: {Numbers.Amount(grid.LineTotals[most])} on average";
    }
}
