using System.Globalization;
using Clientele.Features;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The pictures of the shop's sales.</summary>
static class ProfileFigures
{
    const int MostBars = 12;

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

    internal static IEnumerable<Figure> All(Study study, Sales sales, ProfileCorrelations correlations)
    {
        yield return Months(study.Features(SalesProfiles.Monthly));
        yield return Days(study.Features(SalesProfiles.Daily), sales);
        yield return WeekdayHours(study.Features(SalesProfiles.WeekdayHours));
        yield return Countries(study.Features(SalesProfiles.Countries));
        yield return Products(study.Features(SalesProfiles.Products));
        yield return OrderValues(study.Features(SalesProfiles.OrderValues));
        if (study.Customers.Rows > 2)
        {
            yield return OrdersOfCustomers(study.Customers);
            yield return Correlations(correlations);
        }
    }

    static LineFigure Months(Table months)
    {
        var revenue = months.Numbers("revenue");
        var whole = Enumerable.Range(0, months.Rows).Where(i => months.Numbers("complete")[i] == 1).ToList();
        var best = (whole.Count > 0 ? whole : [0]).MaxBy(i => revenue[i]);
        return new(
            "months",
            $"{MonthName(months.Texts("month")[best])} was the best month, with {Numbers.Amount(revenue[best])}",
            "Revenue by month. A month that was not over is left out.",
            "month",
            "revenue",
            NumberFormat.Money,
            months.Texts("month"),
            [
                new(
                    "revenue",
                    [.. revenue.Select((r, i) => months.Numbers("complete")[i] == 1 ? r : double.NaN)]
                ),
            ]
        );
    }

    static LineFigure Days(Table days, Sales sales)
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
        var best = sold.IndexOf(sold.Max());
        return new(
            "days",
            $"The best day was {Numbers.Day(all[best])}, with {Numbers.Amount(sold[best])}",
            "Revenue a day, and the mean of the seven days up to it. A day without a sale is 0.",
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

    static HeatFigure WeekdayHours(Table cells)
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

        var best = keys[Array.IndexOf(orders, orders.Max())];
        return new(
            "weekday_hour",
            $"Most orders come on {Weekdays[(best / 100) - 1]}s between {best % 100} and {(best % 100) + 1} o'clock",
            "Orders by day of the week and hour of the day.",
            "weekday",
            "hour of the day",
            NumberFormat.Count,
            Weekdays,
            [.. hours.Select(h => $"{h}")],
            values
        );
    }

    static BarFigure Countries(Table countries)
    {
        var names = countries
            .Texts("country")
            .Select(c => c.Length == 0 ? "unknown" : Numbers.Label(c))
            .ToList();
        var share = countries.Numbers("revenue_share");
        return new(
            "countries",
            $"{names[0]} brings {Numbers.Share(share[0])} of revenue",
            $"Share of revenue by country, the {Math.Min(MostBars, names.Count)} largest of {names.Count}.",
            "share of revenue",
            NumberFormat.Share,
            [.. names.Take(MostBars).Select((n, i) => new Bar(n, share[i]))]
        );
    }

    static BarFigure Products(Table products)
    {
        var revenue = products.Numbers("revenue");
        var tenth = Math.Max(1, products.Rows / 10);
        return new(
            "products",
            products.Rows == 0
                ? "No products are named"
                : $"A tenth of the products ({Numbers.Count(tenth)}) brings {Numbers.Share(revenue.Take(tenth).Sum() / revenue.Sum())} of revenue",
            $"Revenue of the {MostBars} products that bring most.",
            "revenue",
            NumberFormat.Money,
            [.. products.Texts("name").Take(MostBars).Select((n, i) => new Bar(Numbers.Label(n), revenue[i]))]
        );
    }

    static HistogramFigure OrderValues(Table orders)
    {
        var values = orders.Numbers("amount");
        var edges = Histograms.OneTwoFive(values);
        var box = Boxes.Of("", values);
        return new(
            "order_values",
            $"Half of all orders are worth between {Numbers.Amount(box.Q1)} and {Numbers.Amount(box.Q3)}",
            "Number of orders by their worth; steps of 1, 2, 5 times powers of ten.",
            "worth of an order",
            "orders",
            NumberFormat.Money,
            edges,
            Histograms.Count(values, edges)
        );
    }

    static HistogramFigure OrdersOfCustomers(Table customers)
    {
        var orders = customers.Numbers("orders");
        double[] edges = [1, 2, 3, 4, 5, 6, 8, 11, 21, 51, Math.Max(52, orders.Max() + 1)];
        var counts = Histograms.Count(orders, edges);
        return new(
            "customer_orders",
            $"{Numbers.Share(1 - (counts[0] / orders.Length))} of customers ordered more than once",
            "Number of customers by their number of orders; a bar holds the numbers from its edge up to the next one.",
            "orders of a customer",
            "customers",
            NumberFormat.Count,
            edges,
            counts
        );
    }

    static HeatFigure Correlations(ProfileCorrelations correlations)
    {
        var columns = ProfileCorrelations.OfCustomers;
        var strongest = correlations
            .Rows.Where(r => r.Level == "customers" && !double.IsNaN(r.Spearman))
            .MaxBy(r => Math.Abs(r.Spearman));
        string[] names = [.. columns.Select(SegmentFigures.Words)];
        return new(
            "correlations",
            strongest == null
                ? "Correlations of what is known of customers"
                : $"{SegmentFigures.Words(strongest.A)} and {SegmentFigures.Words(strongest.B)} go together most ({Numbers.Plain(strongest.Spearman)})",
            "Rank correlation (Spearman) between the numbers known of each customer: 1 rise together, −1 one falls as the other rises.",
            "measure",
            "measure",
            NumberFormat.Difference,
            names,
            names,
            [.. columns.SelectMany(a => columns.Select(b => correlations.Spearman(a, b)))]
        )
        {
            Diverging = true,
            Full = 1,
        };
    }

    static string MonthName(string month) =>
        DateOnly
            .ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
