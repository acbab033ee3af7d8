using System.Globalization;
using Clientele.Features;
using Clientele.Models;

namespace Clientele.Insights;

/// <summary>The pictures of <see cref="CustomerValue"/> about what is to come.</summary>
/// <param name="story">What is told.</param>
/// <param name="study">The shop, and how it writes numbers.</param>
sealed class ValueFigures(ValueStory story, Study study)
{
    const int GridSize = 10;

    NumberText Numbers => study.Numbers;

    string Law => story.Law.Name;

    internal BarFigure BySegment(RevenueForecast forecast)
    {
        var segments = forecast
            .Rows.Where(r => r.Segment != RevenueForecast.All)
            .GroupBy(r => r.Segment)
            .Select(g => new Bar(Words.Label(g.Key), g.Sum(r => r.Expected)))
            .OrderByDescending(b => b.Value)
            .ThenBy(b => b.Label, StringComparer.Ordinal)
            .ToList();
        var all = forecast.Rows.Where(r => r.Segment == RevenueForecast.All).Sum(r => r.Expected);
        return new BarFigure(
            "value_by_segment",
            $"{segments[0].Label} bring {Numbers.Share(segments[0].Value / all)} of what today's customers are expected to spend in a year",
            $"Money that the customers of today are expected to spend in the next {RevenueForecast.Months} months and the rest of this one, by segment. New customers are not in it.",
            "expected revenue",
            NumberFormat.Money,
            segments
        );
    }

    internal LineFigure Forecast(RevenueForecast forecast)
    {
        var rows = forecast.Rows.Where(r => r.Segment == RevenueForecast.All).ToList();
        var next = rows.Count > 1 ? rows[1] : rows[0];
        return new LineFigure(
            "revenue_forecast",
            $"Today's customers are expected to spend {Numbers.Money(next.Expected)} in {MonthOf(next.Month)}",
            "Expected revenue of the customers of today by month, with the range that 80 of 100 months fall into as months have missed the law so far. New customers are not in it. The first month is only its rest.",
            "month",
            "expected revenue",
            NumberFormat.Money,
            [.. rows.Select(r => r.Month)],
            [
                new Series("expected revenue", [.. rows.Select(r => r.Expected)])
                {
                    Low = [.. rows.Select(r => r.Low)],
                    High = [.. rows.Select(r => r.High)],
                },
            ]
        );
    }

    string MonthOf(string month) =>
        Numbers.Dates.Month(DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture));

    internal LineFigure Tracking(PurchaseTracking tracking)
    {
        var miss = (tracking.Expected.Sum() / Math.Max(1, tracking.Actual.Sum())) - 1;
        return new LineFigure(
            "tracking",
            $"Over all weeks the {Law} expects {Numbers.Share(Math.Abs(miss))} {(miss < 0 ? "fewer" : "more")} repeat purchases than there were",
            "Days with an order of customers who had bought before, by week, and what the law of buying, learned from all weeks, expects of customers who began when they did. Whole weeks only.",
            "week from",
            "repeat purchases a week",
            NumberFormat.Count,
            [.. tracking.Weeks.Select(w => w.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            [new Series("came", tracking.Actual), new Series("expected", tracking.Expected)]
        );
    }

    /// <summary>Frequency from the top, silence to the right: what the law says of a customer who began with the shop.</summary>
    internal IEnumerable<HeatFigure> Matrices()
    {
        int[] frequencies = [.. Frequencies()];
        double age = story.Shop.Days;
        int[] silences = [.. Enumerable.Range(0, GridSize).Select(i => (int)(age * i / GridSize)).Distinct()];
        HeatFigure Matrix(
            string slug,
            string title,
            string text,
            NumberFormat format,
            Func<PurchaseHistory, double> of
        ) =>
            new(
                slug,
                title,
                $"{text} Of a customer whose first order was {Numbers.Of(age, "day")} ago, by repeat days with an order (down) and days since the last order (to the right).",
                "repeat days with an order",
                "days since the last order",
                format,
                [.. frequencies.Select(x => Numbers.Count(x))],
                [.. silences.Select(s => Numbers.Count(s))],
                [
                    .. frequencies.SelectMany(x =>
                        silences.Select(s => of(new PurchaseHistory(x, age - s, age)))
                    ),
                ]
            );
        // The cell of which it is least certain says most.
        var middle = frequencies
            .SelectMany(x => silences.Select(s => new PurchaseHistory(x, age - s, age)))
            .MinBy(one => Math.Abs(story.Law.Orders.ProbabilityAlive(one) - 0.5));
        // If nobody stops, silence tells nothing.
        var who =
            story.Law.Orders is Nbd
                ? $"Who came back on {Numbers.Of(middle.Frequency, "day")}, however long ago,"
                : $"Who came back on {Numbers.Of(middle.Frequency, "day")} and has been silent for {Numbers.Of(middle.Age - middle.Recency, "day")}";
        if (story.Law.Orders is not Nbd)
        {
            yield return Matrix(
                "alive_matrix",
                $"{who} is still a customer with a chance of {Numbers.Share(story.Law.Orders.ProbabilityAlive(middle))}",
                $"Chance by the {Law} that a customer will ever buy again.",
                NumberFormat.Share,
                story.Law.Orders.ProbabilityAlive
            );
        }

        yield return Matrix(
            "orders_matrix",
            $"{who} is expected to buy {Numbers.Number(story.Law.Orders.Expected(middle, ValueStory.SoonDays))} times in the next {ValueStory.SoonDays} days",
            $"Days with an order that the {Law} expects in the next {ValueStory.SoonDays} days.",
            NumberFormat.Number,
            one => story.Law.Orders.Expected(one, ValueStory.SoonDays)
        );
    }

    /// <summary>Frequencies of the customers, from 1 to that of the most frequent hundredth, each as much times the last.</summary>
    IEnumerable<int> Frequencies()
    {
        double[] sorted = [.. story.Now.Histories.Select(h => (double)h.Frequency).Order()];
        var most = Math.Max(GridSize, (int)Statistics.Quantile(sorted, 0.99));
        return Enumerable
            .Range(0, GridSize)
            .Select(i => (int)Math.Round(Math.Pow(most, i / (GridSize - 1.0))))
            .Distinct();
    }

    /// <summary>One of the most frequent customers, whose being alive is most in doubt, over time.</summary>
    internal LineFigure? Alive()
    {
        var days = study.Features(FrequentBuyers.Set);
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        var customers = days.Texts("customer_id")
            .Zip(days.Numbers("day"), (id, day) => (Id: id, Day: (int)day + epoch))
            .GroupBy(d => d.Id)
            .Where(g => g.Count() > 3)
            .Select(g => (Id: g.Key, Days: g.Select(d => d.Day).ToArray()))
            .ToList();
        if (customers.Count == 0)
        {
            return null;
        }

        var end = DateOnly.FromDateTime(study.Moment.AsOf).DayNumber - 1;
        var stops = story.Law.Orders is not Nbd;
        var (shownId, shown) = customers.MinBy(c => Math.Abs(Said(c.Days, end) - (stops ? 0.5 : 0)));
        int[] moments = [.. Moments(shown[0], end)];
        var now = Said(shown, end);
        var unit = stops ? "chance to be a customer" : $"orders expected in {ValueStory.SoonDays} days";
        return new LineFigure(
            "one_customer",
            stops
                ? $"Customer {Words.Label(shownId)}, who bought on {Numbers.Of(shown.Length, "day")}, is still a customer with a chance of {Numbers.Share(now)}"
                : $"Customer {Words.Label(shownId)}, who bought on {Numbers.Of(shown.Length, "day")}, is expected to buy {Numbers.Number(now)} times in the next {ValueStory.SoonDays} days",
            (
                stops
                    ? $"Chance by the {Law} that the customer will ever buy again"
                    : $"Days with an order that the {Law}, by which nobody stops, expects within {ValueStory.SoonDays} days"
            )
                + ", as it would have been told at each day. It rises with every order and falls in between. Of the fifty most frequent customers the one "
                + (stops ? "of whom it is least certain." : "of whom least is expected."),
            "day",
            unit,
            stops ? NumberFormat.Share : NumberFormat.Number,
            [
                .. moments.Select(m =>
                    DateOnly.FromDayNumber(m).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                ),
            ],
            [new Series(unit, [.. moments.Select(m => Said(shown, m))])]
        );
    }

    /// <summary>About a hundred days evenly, and the last.</summary>
    static IEnumerable<int> Moments(int first, int end)
    {
        var step = Math.Max(1, (end - first) / 100);
        for (var day = first; day < end; day += step)
        {
            yield return day;
        }

        yield return end;
    }

    double Said(int[] days, int day)
    {
        var known = days.TakeWhile(d => d <= day).ToArray();
        var history = new PurchaseHistory(known.Length - 1, known[^1] - known[0], day - known[0]);
        return story.Law.Orders is Nbd
            ? story.Law.Orders.Expected(history, ValueStory.SoonDays)
            : story.Law.Orders.ProbabilityAlive(history);
    }
}
