using System.Globalization;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The pictures of when the shop sells.</summary>
sealed class SalesTimes(NumberText numbers)
{
    static readonly string[] Weekdays =
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];

    internal LineFigure Months(Table months)
    {
        var (all, whole) = WholeMonths(months);
        return new(
            "months",
            whole.All(double.IsNaN)
                ? NoMonthTitle(all, months.Numbers("revenue")[0])
                : MonthTitle(all, whole),
            "Revenue by month, returns not taken off. A month without a sale is 0, one that was not over, or began before the first sale, is left out.",
            "month",
            "revenue",
            NumberFormat.Money,
            [.. all.Select(m => m.ToString("yyyy-MM", CultureInfo.InvariantCulture))],
            [new("revenue", whole)]
        )
        {
            Hatched = [.. Enumerable.Range(0, whole.Count).Where(i => double.IsNaN(whole[i]))],
        };
    }

    /// <summary>Every month from the first to the last, and its revenue: 0 without a sale, NaN if it is not whole.</summary>
    static (List<DateOnly> Months, List<double> Revenue) WholeMonths(Table months)
    {
        var (revenue, complete) = (months.Numbers("revenue"), months.Numbers("complete"));
        var known = months.Texts("month").Select(First).ToList();
        var (first, last) = (known[0], known[^1]);
        var all = Enumerable
            .Range(0, ((last.Year - first.Year) * 12) + last.Month - first.Month + 1)
            .Select(first.AddMonths)
            .ToList();
        var sold = known
            .Select((month, i) => (month, Value: complete[i] == 1 ? revenue[i] : double.NaN))
            .ToDictionary(m => m.month, m => m.Value);
        return (all, [.. all.Select(m => sold.GetValueOrDefault(m))]);
    }

    string NoMonthTitle(List<DateOnly> months, double revenue) =>
        months.Count == 1
            ? $"No month is over yet; {numbers.Dates.Month(months[0])} has brought {numbers.Money(revenue)} so far"
            : $"No month is whole: sales begin within {numbers.Dates.Month(months[0])} and end within {numbers.Dates.Month(months[^1])}";

    string MonthTitle(List<DateOnly> months, List<double> whole)
    {
        var best = Leader.Of(whole);
        var (name, revenue) = (numbers.Dates.Month(months[best.At]), numbers.Money(whole[best.At]));
        return whole.Count(r => !double.IsNaN(r)) == 1
                ? $"{name} is the only whole month: it brought {revenue}"
            : best.Shared ? $"No month brought more than {name}: {revenue}"
            : $"{name} was the best month, with {revenue}";
    }

    internal LineFigure Days(Table days, Sales sales)
    {
        var revenue = days.Texts("day")
            .Zip(days.Numbers("revenue"))
            .ToDictionary(
                p => DateOnly.ParseExact(p.First, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                p => p.Second
            );
        var all = Enumerable
            .Range(0, sales.LastDay.DayNumber - sales.FirstDay.DayNumber + 1)
            .Select(sales.FirstDay.AddDays)
            .ToList();
        var sold = all.Select(d => revenue.GetValueOrDefault(d)).ToList();
        return new(
            "days",
            DayTitle(all, sold),
            "Revenue a day, returns not taken off, and the mean of the seven days up to it. A day without a sale is 0.",
            "day",
            "revenue",
            NumberFormat.Money,
            [.. all.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            [
                new("a day", sold),
                new(
                    "7-day mean",
                    [.. sold.Select((_, i) => i < 6 ? double.NaN : sold.Skip(i - 6).Take(7).Average())]
                ),
            ]
        );
    }

    string DayTitle(List<DateOnly> days, List<double> sold)
    {
        var best = Leader.Of(sold);
        var (day, revenue) = (numbers.Dates.Day(days[best.At]), numbers.Money(sold[best.At]));
        return days.Count == 1 ? $"All sales fall on {day}: {revenue}"
            : best.Shared ? $"No day brought more than {day}: {revenue}"
            : $"The best day was {day}, with {revenue}";
    }

    internal HeatFigure WeekdayHours(Table cells)
    {
        var keys = cells.Numbers("weekday_hour").Select(k => (int)k).ToList();
        var orders = cells.Numbers("orders");
        var hours = Enumerable
            .Range(keys.Min(k => k % 100), keys.Max(k => k % 100) - keys.Min(k => k % 100) + 1)
            .ToList();
        var values = new double[7 * hours.Count];
        for (var i = 0; i < keys.Count; i++)
        {
            values[(((keys[i] / 100) - 1) * hours.Count) + (keys[i] % 100) - hours[0]] = orders[i];
        }

        // Every order at midnight: the file knows days, not hours.
        var daysOnly = hours is [0];
        return new(
            "weekday_hour",
            HourTitle(keys, orders, daysOnly),
            daysOnly
                ? "Orders by day of the week; the file gives no time of the day."
                : "Orders by day of the week and hour of the day.",
            "weekday",
            "hour of the day",
            NumberFormat.Count,
            Weekdays,
            [.. hours.Select(h => $"{h}")],
            values
        );
    }

    string HourTitle(List<int> keys, double[] orders, bool daysOnly)
    {
        var best = Leader.Of(orders);
        var (day, hour) = (Weekdays[(keys[best.At] / 100) - 1], keys[best.At] % 100);
        var when = daysOnly ? day : $"{day} between {hour} and {hour + 1} o'clock";
        var count = numbers.Of(orders[best.At], "order");
        return keys.Count == 1 ? $"All orders came on a {when}"
            : best.Shared ? $"No time is busier than {when}: {count}"
            : $"The busiest time is {when}: {count}";
    }

    static DateOnly First(string month) =>
        DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
