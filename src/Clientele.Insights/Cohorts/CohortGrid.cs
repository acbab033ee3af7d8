using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The cells of the table of cohorts as a grid; what has not begun is NaN, never 0.</summary>
sealed class CohortGrid
{
    /// <summary>Names of the cohorts, the oldest first.</summary>
    internal required IReadOnlyList<string> Cohorts { get; init; }

    /// <summary>Customers of each cohort.</summary>
    internal required double[] Sizes { get; init; }

    /// <summary>Number of periods of the oldest cohort.</summary>
    internal required int Periods { get; init; }

    internal required double[] Retention { get; init; }

    internal required double[] Customers { get; init; }

    internal required double[] Revenue { get; init; }

    internal required double[] LineTotals { get; init; }

    /// <summary>Indices of cells whose period is not over.</summary>
    internal required IReadOnlyList<int> Running { get; init; }

    /// <summary>Retention over all cohorts, weighted by their size; whole periods only.</summary>
    internal required IReadOnlyList<CohortMean> Means { get; init; }

    /// <summary>The last period that is over for at least half of all customers: later ones tell of a few old cohorts.</summary>
    internal CohortMean Settled => Means.Last(m => m.Of >= Sizes.Sum() / 2 || m.Period == Means[0].Period);

    /// <summary>True if older cohorts are left out.</summary>
    internal bool CutRows { get; private init; }

    /// <summary>True if older cohorts or later periods are left out.</summary>
    internal bool Cut { get; private init; }

    /// <summary>The last cohorts and their first periods; the means stay those of all cohorts.</summary>
    internal CohortGrid Last(int rows, int columns)
    {
        var from = Math.Max(0, Cohorts.Count - rows);
        var width = Math.Min(Periods, columns);
        int[] cells =
        [
            .. Enumerable
                .Range(from, Cohorts.Count - from)
                .SelectMany(row => Enumerable.Range(0, width).Select(column => (row * Periods) + column)),
        ];
        var running = Running.ToHashSet();
        return new CohortGrid
        {
            Cohorts = [.. Cohorts.Skip(from)],
            Sizes = Sizes[from..],
            Periods = width,
            Retention = [.. cells.Select(c => Retention[c])],
            Customers = [.. cells.Select(c => Customers[c])],
            Revenue = [.. cells.Select(c => Revenue[c])],
            LineTotals = [.. cells.Select(c => LineTotals[c])],
            Running = [.. Enumerable.Range(0, cells.Length).Where(i => running.Contains(cells[i]))],
            Means = Means,
            CutRows = from > 0,
            Cut = from > 0 || width < Periods,
        };
    }

    internal static CohortGrid Of(Table cells)
    {
        var names = cells.Texts("cohort");
        var periods = cells.Numbers("period");
        var cohorts = names.Distinct().ToList();
        var width = cells.Rows == 0 ? 0 : (int)periods.Max() + 1;
        var rows = cohorts.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
        var at = names.Select((name, i) => (rows[name] * width) + (int)periods[i]).ToArray();
        double[] Spread(string column)
        {
            var grid = Enumerable.Repeat(double.NaN, cohorts.Count * width).ToArray();
            var values = cells.Numbers(column);
            for (var i = 0; i < at.Length; i++)
            {
                grid[at[i]] = values[i];
            }

            return grid;
        }

        var customers = Spread("customers");
        var complete = cells.Numbers("complete");
        return new CohortGrid
        {
            Cohorts = cohorts,
            Sizes = [.. cohorts.Select((_, i) => customers[i * width])],
            Periods = width,
            Retention = Spread("retention"),
            Customers = customers,
            Revenue = Spread("revenue"),
            LineTotals = Spread("mean_line_total"),
            Running = [.. at.Where((_, i) => complete[i] == 0)],
            Means = MeansOf(customers, [.. at.Where((_, i) => complete[i] == 1)], width),
        };
    }

    static List<CohortMean> MeansOf(double[] customers, int[] whole, int width) =>
        [
            .. whole
                .GroupBy(cell => cell % width)
                .OrderBy(g => g.Key)
                .Select(g => new CohortMean(
                    g.Key,
                    g.Count(),
                    g.Sum(cell => customers[cell]),
                    g.Sum(cell => customers[cell - g.Key])
                )),
        ];
}

/// <summary>Retention over all cohorts in one period.</summary>
/// <param name="Period">Periods after the first.</param>
/// <param name="Cohorts">Cohorts for which that period is over.</param>
/// <param name="Customers">Their customers who bought in it.</param>
/// <param name="Of">Their customers.</param>
sealed record CohortMean(int Period, int Cohorts, double Customers, double Of)
{
    /// <summary>Weighted by cohort size.</summary>
    internal double Retention => Customers / Of;
}
