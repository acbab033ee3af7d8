namespace Clientele.Insights;

/// <summary>The pictures of <see cref="Cohorts"/>: the last cohorts, where there are more than a page holds.</summary>
/// <param name="numbers">The shop's style.</param>
/// <param name="period">The grain: month, week, day or quarter.</param>
sealed class CohortFigures(NumberText numbers, string period)
{
    const int MostRows = 24;
    const int MostColumns = 24;

    internal IReadOnlyList<Figure> All(CohortGrid whole) => Drawn(whole, whole.Last(MostRows, MostColumns));

    /// <param name="whole">All cohorts: for means and curves.</param>
    /// <param name="grid">What a page holds: titles of pictures of it speak of nothing else.</param>
    IReadOnlyList<Figure> Drawn(CohortGrid whole, CohortGrid grid) =>
        [
            WithMeans(
                Heat(
                    grid,
                    ("retention", RetentionTitle(grid.Means.FirstOrDefault(m => m.Period == 1))),
                    "Retention, the share of each cohort that bought again",
                    (NumberFormat.Share, grid.Retention)
                ),
                grid
            ),
            // Without a second period that is over there is no line to draw.
            .. whole.Means[^1].Period > 0 ? (Figure[])[Curves(whole)] : [],
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

    string On => CohortWords.On(period);

    string Next => CohortWords.Next(period);

    string RetentionTitle(CohortMean? next) =>
        next == null ? "Retention by cohort"
        : next.Customers == 0 ? $"Nobody came back {Next}"
        : $"{numbers.Share(next.Retention)} come back {Next}";

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
        var among = grid.Cut ? "Of what is drawn, " : "";
        return richest.Shared
            ? $"{among}{(grid.Cut ? "no" : "No")} cohort has brought more revenue so far than {cohort}"
            : $"{among}{(grid.Cut ? "cohort" : "Cohort")} {cohort} has brought the most revenue so far";
    }

    HeatFigure Heat(
        CohortGrid grid,
        (string Slug, string Title) name,
        string what,
        (NumberFormat Format, double[] Values) cells
    )
    {
        return new HeatFigure(
            name.Slug,
            name.Title,
            $"{what}: one row a cohort (the {period} of the first order, and how many customers), one column a {period} after the first. Blank: not begun. Hatched: not over."
                + (grid.Cut ? $" Drawn: {OnlyLast(grid)}; the table holds all." : ""),
            $"{period} of first order" + (grid.Cut ? $" ({OnlyLast(grid)})" : ""),
            $"{period}s after the first order",
            cells.Format,
            [.. grid.Cohorts.Select((c, i) => $"{c} ({numbers.Count(grid.Sizes[i])})")],
            [.. Enumerable.Range(0, grid.Periods).Select(p => $"{p}")],
            cells.Values
        )
        {
            Hatched = grid.Running,
            // The first column is 100 % by definition and would take all the colour.
            Full = cells.Format == NumberFormat.Share ? 0.5 : double.NaN,
        };
    }

    /// <summary>The means stand below the cohorts, as the last row.</summary>
    static HeatFigure WithMeans(HeatFigure heat, CohortGrid grid)
    {
        var means = grid.Means.ToDictionary(m => m.Period, m => m.Retention);
        return heat with
        {
            Text =
                $"{heat.Text} Last row: the mean of all cohorts, weighted by their size, where the time is over.",
            Rows = [.. heat.Rows, "weighted mean"],
            Values =
            [
                .. heat.Values,
                .. Enumerable
                    .Range(0, grid.Periods)
                    .Select(p => means.TryGetValue(p, out var mean) ? mean : double.NaN),
            ],
        };
    }

    /// <summary>Stands in the picture, beside the name of its axis: the title is about these cohorts alone.</summary>
    string OnlyLast(CohortGrid grid) =>
        $"only the last {grid.Cohorts.Count} cohorts and first {grid.Periods} {period}s";

    LineFigure Curves(CohortGrid grid) =>
        CohortCurves.Of(grid, period, CurveTitle(grid.Settled.Period > 0 ? grid.Settled : grid.Means[1]));

    string CurveTitle(CohortMean mean) =>
        mean.Customers == 0
            ? $"Nobody bought {On} {period} {mean.Period} after that of the first order"
            : $"{numbers.Share(mean.Retention)} of customers buy {On} {period} {mean.Period} after that of the first order";

    BarFigure Sizes(CohortGrid grid)
    {
        var largest = Leader.Of(grid.Sizes);
        var (name, size) = (grid.Cohorts[largest.At], numbers.Count(grid.Sizes[largest.At]));
        return new(
            "sizes",
            largest.Shared
                ? $"No {period}{Of(grid)} brought more new customers than {name}: {size}"
                : $"{name} brought the most new customers{Of(grid)}, {size}",
            $"New customers by {period} of their first order."
                + (grid.CutRows ? $" The last {grid.Cohorts.Count} cohorts only; the table holds all." : ""),
            "new customers",
            NumberFormat.Count,
            [.. grid.Cohorts.Select((c, i) => new Bar(c, grid.Sizes[i]))]
        )
        {
            Hatched =
            [
                .. Enumerable
                    .Range(0, grid.Cohorts.Count)
                    .Where(i => grid.Running.Contains(i * grid.Periods)),
            ],
        };
    }

    /// <summary>Words for a title that speaks of the last cohorts only.</summary>
    string Of(CohortGrid grid) => grid.CutRows ? $" of the last {grid.Cohorts.Count} {period}s with any" : "";

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
            : $"Order lines are worth most {On} {period} {most.At % grid.Periods} of cohort {grid.Cohorts[most.At / grid.Periods]}: {amount} on average";
    }
}
