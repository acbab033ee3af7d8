using Clientele.Features;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Repeats in each whole week so far, and what the law of buying expects of customers who began when they did.</summary>
/// <param name="Weeks">Mondays.</param>
/// <param name="Actual">Days with an order of customers who had bought before.</param>
/// <param name="Expected">By the law.</param>
sealed record PurchaseTracking(IReadOnlyList<DateOnly> Weeks, double[] Actual, double[] Expected)
{
    const int WeekDays = 7;

    /// <summary>From this share of a month's mean on that of one month is believed by half.</summary>
    const double Doubt = 0.5;

    /// <summary>Repeats of a month below which it tells nothing of how far months miss.</summary>
    const double Few = 10;

    internal static PurchaseTracking Of(Study study, IPurchaseProcess law)
    {
        var periods = study.Features(PurchasePeriods.Set, "week");
        var (starts, began, came) = (
            periods.Numbers("period"),
            periods.Numbers("new_customers"),
            periods.Numbers("repeat_days")
        );
        var asOf = DateOnly.FromDateTime(study.Moment.AsOf);
        var first = DayOf(starts[0]);
        var weeks = (asOf.DayNumber - first.DayNumber) / WeekDays;
        var (fresh, actual, expected) = (new double[weeks], new double[weeks], new double[weeks]);
        for (var i = 0; i < starts.Length; i++)
        {
            if ((DayOf(starts[i]).DayNumber - first.DayNumber) / WeekDays is var week && week < weeks)
            {
                (fresh[week], actual[week]) = (began[i], came[i]);
            }
        }

        // Who began in a week began in its middle.
        double[] byAge =
        [
            .. Enumerable
                .Range(0, weeks)
                .Select(age =>
                    law.Expected((age + 0.5) * WeekDays) - law.Expected(Math.Max(0, age - 0.5) * WeekDays)
                ),
        ];
        for (var week = 0; week < weeks; week++)
        {
            for (var start = 0; start <= week; start++)
            {
                expected[week] += fresh[start] * byAge[week - start];
            }
        }

        return new PurchaseTracking(
            [.. Enumerable.Range(0, weeks).Select(week => first.AddDays(week * WeekDays))],
            actual,
            expected
        );
    }

    /// <summary>Dates are read as days since 1970.</summary>
    static DateOnly DayOf(double days) =>
        DateOnly.FromDayNumber((int)days + new DateOnly(1970, 1, 1).DayNumber);

    /// <summary>Whether every calendar month has been seen.</summary>
    internal bool KnowsTheYear =>
        Weeks.Count > 0 && ByMonth().Select(m => m.Month.Month).Distinct().Count() == 12;

    /// <summary>How much more is bought in a calendar month than the law has it; drawn towards 1 where little was expected; 1 until a year is known.</summary>
    internal double Season(int month)
    {
        if (!KnowsTheYear)
        {
            return 1;
        }

        var months = ByMonth();
        var doubt = Doubt * months.Average(m => m.Expected);
        var own = months.Where(m => m.Month.Month == month).ToList();
        return (own.Sum(m => m.Actual) + doubt) / (own.Sum(m => m.Expected) + doubt);
    }

    /// <summary>The mean of the season over some days to come.</summary>
    internal double Season(DateOnly from, int days) =>
        Enumerable.Range(0, days).GroupBy(d => from.AddDays(d).Month).Sum(g => g.Count() * Season(g.Key))
        / days;

    /// <summary>Root mean square of the logarithm by which months missed what was expected with the season.</summary>
    internal double Miss
    {
        get
        {
            double[] misses =
            [
                .. ByMonth()
                    .Where(m => m.Expected >= Few && m.Actual > 0)
                    .Select(m => Math.Log(m.Actual / (m.Expected * Season(m.Month.Month)))),
            ];
            return misses.Length >= 3 ? Math.Sqrt(misses.Average(m => m * m)) : 0.5;
        }
    }

    /// <summary>Weeks by the month of their Thursday.</summary>
    List<(DateOnly Month, double Actual, double Expected)> ByMonth() =>
        [
            .. Weeks
                .Index()
                .GroupBy(w => w.Item.AddDays(3) is var day ? new DateOnly(day.Year, day.Month, 1) : default)
                .Select(g => (g.Key, g.Sum(w => Actual[w.Index]), g.Sum(w => Expected[w.Index]))),
        ];

    internal Table Table() =>
        new(
            "value_tracking",
            [
                new DateColumn("week", [.. Weeks.Select(w => (DateOnly?)w)]),
                TableBuilding.Number("actual", Actual),
                TableBuilding.Number("expected", Expected),
            ]
        );
}
