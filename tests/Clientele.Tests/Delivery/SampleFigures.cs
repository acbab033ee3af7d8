using System.Globalization;
using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>The figures of <see cref="SampleReport"/>: sales, cohorts and the ledger.</summary>
static partial class SampleFigures
{
    static readonly string[] Months =
    [
        "2010-12",
        "2011-01",
        "2011-02",
        "2011-03",
        "2011-04",
        "2011-05",
        "2011-06",
        "2011-07",
        "2011-08",
        "2011-09",
        "2011-10",
        "2011-11",
        "2011-12",
    ];

    internal static WaterfallFigure Ledger() =>
        new(
            "ledger",
            "Lines without a customer are by far the largest loss",
            "A ledger of order lines: 541,909 read, ten rules, 397,884 kept.",
            "order lines",
            NumberFormat.Count,
            new Bar("Lines read", 541_909),
            [
                new("Exact duplicates", -5_268),
                new("Cancelled orders", -9_251),
                new("Lines that a cancellation takes back", -3_102),
                new("No customer", -121_040),
                new("Quantity of zero or less", -1_336),
                new("Price of zero", -1_174),
                new("Postage and carriage", -1_520),
                new("Manual corrections and bank charges", -611),
                new("Test products", -14),
                new("Quantities beyond any shelf (74,215 pieces of one cup)", -709),
            ],
            new Bar("Lines kept", 397_884)
        );

    internal static BarFigure Missing() =>
        new(
            "missing",
            "Only two columns have gaps",
            "Share of lines without a value, by column.",
            "share of lines without a value",
            NumberFormat.Share,
            [
                new("Customer", 0.2493),
                new("Description", 0.00268),
                new("Country", 0),
                new("Invoice", 0),
                new("Unit price", double.NaN),
            ]
        );

    internal static HistogramFigure QuantityHistogram() =>
        new(
            "quantity",
            "Most lines are for a dozen pieces or fewer",
            "Lines by quantity; across, pieces; up, lines.",
            "pieces",
            "lines",
            NumberFormat.Count,
            [1, 2, 3, 4, 6, 8, 12, 16, 24, 36, 48, 96, 80_995],
            [73_314, 58_003, 27_122, 38_484, 14_204, 61_063, 24_021, 24_222, 30_001, 12_421, 17_204, 17_825]
        );

    internal static LineFigure DailySales()
    {
        var random = new Random(1);
        var first = new DateOnly(2010, 12, 1);
        var days = Enumerable.Range(0, 374).Select(first.AddDays).ToList();
        var values = days.ConvertAll(day =>
            day.DayOfWeek == DayOfWeek.Saturday
                ? double.NaN
                : (18_000 + (day.DayNumber - first.DayNumber) * 45)
                    * (0.55 + (random.NextDouble() * 0.9))
                    * (day.Month is 10 or 11 ? 1.5 : 1)
        );
        var smooth = values.Select(
            (_, i) =>
                values
                    .Skip(Math.Max(0, i - 13))
                    .Take(Math.Min(14, i + 1))
                    .Where(v => !double.IsNaN(v))
                    .DefaultIfEmpty()
                    .Average()
        );
        return new LineFigure(
            "daily",
            "Sales rise from September and peak in November",
            "Revenue per day, 374 days; the shop is closed on Saturdays.",
            "day",
            "revenue per day",
            NumberFormat.Money,
            [.. days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            [new Series("each day", values), new Series("14 days", [.. smooth])]
        );
    }

    internal static HeatFigure Weekdays()
    {
        var random = new Random(2);
        var values = new double[7 * 24];
        for (var i = 0; i < values.Length; i++)
        {
            var (day, hour) = (i / 24, i % 24);
            values[i] =
                day == 5 || hour is < 7 or > 20
                    ? double.NaN
                    : Math.Round(
                        3200 * Math.Exp(-Math.Pow(hour - 12.4, 2) / 9) * (0.6 + (random.NextDouble() * 0.5))
                    );
        }

        return new HeatFigure(
            "hours",
            "Orders come at noon, Tuesday to Thursday",
            "Orders by weekday and hour; blank: none.",
            "weekday",
            "hour of day",
            NumberFormat.Count,
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
            [.. Enumerable.Range(0, 24).Select(h => h.ToString(CultureInfo.InvariantCulture))],
            values
        );
    }

    internal static LineFigure MonthlyOrders() =>
        new(
            "monthly",
            "Orders double within the year",
            "Orders per month.",
            "month",
            "orders",
            NumberFormat.Count,
            Months,
            [
                new Series(
                    "orders",
                    [1400, 987, 997, 1321, 1149, 1555, 1393, 1331, 1280, 1755, 1929, 2657, 778]
                ),
            ]
        );

    internal static BarFigure Countries() =>
        new(
            "countries",
            "Nine tenths of the revenue stays in the kingdom",
            "Revenue by country.",
            "revenue",
            NumberFormat.Money,
            [
                new("United Kingdom", 7_308_391.55),
                new("Netherlands", 285_446.34),
                new("EIRE", 265_545.9),
                new("Germany", 228_867.14),
                new("France", 209_024.05),
                new("Australia", 138_521.31),
                new("All others", 475_611.61),
            ]
        );

    internal static HeatFigure Retention()
    {
        int[] sizes = [885, 417, 380, 452, 300, 284, 242, 188, 169, 299, 358, 324, 41];
        var values = new double[13 * 13];
        var random = new Random(3);
        for (var r = 0; r < 13; r++)
        {
            for (var c = 0; c < 13; c++)
            {
                values[(r * 13) + c] =
                    c == 0 ? 1
                    : r + c > 12 ? double.NaN
                    : (r == 0 ? 0.36 : 0.21)
                        + (0.006 * c)
                        + ((random.NextDouble() - 0.5) * 0.09)
                        - (r + c == 12 ? 0.12 : 0);
            }
        }

        return new HeatFigure(
            "retention",
            "The first cohort is the most loyal, and all come back for Christmas",
            "Share of each cohort that buys in a later month; rows are months of first purchase.",
            "first purchase",
            "months later",
            NumberFormat.Share,
            [.. Months.Select((m, i) => $"{m} ({sizes[i]})")],
            [.. Enumerable.Range(0, 13).Select(c => c.ToString(CultureInfo.InvariantCulture))],
            values
        )
        {
            Hatched = [.. Enumerable.Range(0, 13).Select(r => (r * 13) + 12 - r)],
            Full = 0.5,
        };
    }

    internal static LineFigure RetentionLines() =>
        new(
            "curve",
            "After the first month, the share that comes back hardly falls",
            "Share of customers who buy, by months since their first purchase, with 95 % intervals.",
            "months since first purchase",
            "share who buy",
            NumberFormat.Share,
            [.. Enumerable.Range(1, 12).Select(c => c.ToString(CultureInfo.InvariantCulture))],
            [
                new Series(
                    "all cohorts",
                    [0.206, 0.208, 0.223, 0.221, 0.229, 0.239, 0.23, 0.241, 0.25, 0.266, 0.31, 0.266]
                )
                {
                    Low = [0.19, 0.195, 0.21, 0.205, 0.215, 0.222, 0.21, 0.22, 0.228, 0.24, 0.28, 0.2],
                    High = [0.22, 0.225, 0.24, 0.238, 0.245, 0.258, 0.25, 0.263, 0.275, 0.295, 0.345, 0.33],
                },
            ]
        );

    internal static HistogramFigure Gaps() =>
        new(
            "gaps",
            "Half of all returns happen within five weeks",
            "Days between an order and the next one of the same customer.",
            "days to the next order",
            "orders",
            NumberFormat.Days,
            [0, 7, 14, 21, 28, 35, 42, 56, 70, 84, 112, 168, 374],
            [1210, 1755, 1640, 1522, 1380, 1121, 1544, 1103, 790, 922, 760, 410]
        );
}
