namespace Clientele.Insights;

/// <summary>Retention by age: the mean, the cohorts that tell most, and the range of all others.</summary>
static class CohortCurves
{
    /// <summary>A cohort as young as this has too short a line to be told apart.</summary>
    const int LeastPeriods = 3;

    /// <summary>More cohorts than this are no range but a cloud.</summary>
    const int MostCohorts = 36;

    internal static LineFigure Of(CohortGrid grid, string period, string title)
    {
        var width = grid.Means[^1].Period;
        var named = Named(grid);
        var others = Enumerable
            .Range(0, grid.Cohorts.Count)
            .Except(named.Select(n => n.Cohort))
            .TakeLast(MostCohorts);
        return new(
            "curves",
            title,
            $"Retention by {period}s after the first order. In colour: the mean in which every customer counts the same, the oldest cohort, the largest, and the newest for which {LeastPeriods} {period}s are over. Grey: the other cohorts. Only {period}s that are over.",
            $"{period}s after the first order (grey: the other cohorts)",
            "share of the cohort that bought again",
            NumberFormat.Share,
            [.. Enumerable.Range(1, width).Select(p => $"{p}")],
            [
                Mean(grid, width),
                .. named.Select(n => new Series(n.Name, Curve(grid, n.Cohort, width))),
                .. others.Select(c => new Series(grid.Cohorts[c], Curve(grid, c, width)) { Quiet = true }),
            ]
        );
    }

    /// <summary>The mean as long as it is one of several cohorts.</summary>
    static Series Mean(CohortGrid grid, int width)
    {
        var means = grid.Means.Where(m => m.Cohorts > 1).ToDictionary(m => m.Period, m => m.Retention);
        return new(
            "all customers",
            [.. Enumerable.Range(1, width).Select(p => means.GetValueOrDefault(p, double.NaN))]
        );
    }

    static double[] Curve(CohortGrid grid, int cohort, int width)
    {
        var running = grid.Running.ToHashSet();
        return
        [
            .. Enumerable
                .Range((cohort * grid.Periods) + 1, width)
                .Select(cell => running.Contains(cell) ? double.NaN : grid.Retention[cell]),
        ];
    }

    /// <summary>The oldest, the largest and the newest that is old enough: one cohort may be several of them.</summary>
    static List<(int Cohort, string Name)> Named(CohortGrid grid)
    {
        var newest = Enumerable
            .Range(0, grid.Cohorts.Count)
            .LastOrDefault(c => Curve(grid, c, grid.Periods - 1).Count(double.IsFinite) >= LeastPeriods, -1);
        (int Cohort, string Name)[] all =
        [
            (0, "oldest"),
            (Array.IndexOf(grid.Sizes, grid.Sizes.Max()), "largest"),
            (newest, "newest"),
        ];
        return
        [
            .. all.Where(n => n.Cohort >= 0)
                .GroupBy(n => n.Cohort)
                .Select(g =>
                    (g.Key, $"{grid.Cohorts[g.Key]}, {string.Join(" and ", g.Select(n => n.Name))}")
                ),
        ];
    }
}
