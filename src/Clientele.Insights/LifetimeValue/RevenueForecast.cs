using System.Globalization;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What the customers of today are expected to spend in each of the next months, all of them and by segment.</summary>
sealed class RevenueForecast
{
    internal const int Months = 12;

    /// <summary>Everyone.</summary>
    internal const string All = "all";

    /// <summary>Ends of the middle 80 % of a normal distribution.</summary>
    const double Eighty = 1.2815515655446004;

    RevenueForecast(IReadOnlyList<RevenueMonth> rows) => Rows = rows;

    /// <summary>By segment, then month.</summary>
    internal IReadOnlyList<RevenueMonth> Rows { get; }

    internal static RevenueForecast Of(ValueStory story, Study study, CancellationToken cancel)
    {
        var tracking = story.Law.Tracking;
        var asOf = DateOnly.FromDateTime(study.Moment.AsOf);
        DateOnly[] starts =
        [
            asOf,
            .. Enumerable
                .Range(1, Months + 1)
                .Select(m => new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(m)),
        ];
        var segments = ValueSegments.Of(story, study);
        var totals = story.Law.Laws.Totals(
            story.Now,
            segments.Places,
            [.. starts.Select(s => (double)(s.DayNumber - asOf.DayNumber))],
            study.Threads,
            cancel
        );
        var width = segments.Names.Count;
        var rows = new List<RevenueMonth>();
        for (var segment = -1; segment < width; segment++)
        {
            // One segment alone is everyone.
            if (segment >= 0 && width == 1)
            {
                break;
            }

            for (var month = 0; month + 1 < starts.Length; month++)
            {
                double Sum(int from) =>
                    Enumerable
                        .Range(segment < 0 ? 0 : segment, segment < 0 ? width : 1)
                        .Sum(s => totals[month + 1][from + s] - totals[month][from + s]);
                rows.Add(
                    Row(
                        segment < 0 ? All : segments.Names[segment],
                        starts[month],
                        (Sum(0), Sum(width) * (1 + (1 / story.Law.Laws.Spend.Spend.P))),
                        tracking,
                        story
                    )
                );
            }
        }

        return new RevenueForecast(rows);
    }

    static RevenueMonth Row(
        string segment,
        DateOnly start,
        (double Mean, double Variance) spent,
        PurchaseTracking tracking,
        ValueStory story
    )
    {
        var season = tracking.KnowsTheYear ? tracking.Season(start.Month) : story.Law.SoonPace;
        var expected = spent.Mean * season;
        var spread = Math.Sqrt(
            (tracking.Miss * tracking.Miss)
                + (spent.Mean > 0 ? spent.Variance / (spent.Mean * spent.Mean) : 0)
        );
        // Of a segment that buys once in years the spread is wider than a logarithm can tell.
        var factor = Math.Exp(Eighty * Math.Min(spread, 3));
        return new RevenueMonth(
            start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            segment,
            expected,
            expected / factor,
            expected * factor,
            season
        );
    }

    internal Table Table() =>
        new(
            "revenue_forecast",
            [
                TableBuilding.Text("month", Rows.Select(r => r.Month)),
                TableBuilding.Text("segment", Rows.Select(r => r.Segment)),
                TableBuilding.Money("expected", Rows.Select(r => r.Expected)),
                TableBuilding.Money("low", Rows.Select(r => r.Low)),
                TableBuilding.Money("high", Rows.Select(r => r.High)),
                TableBuilding.Number("season", Rows.Select(r => r.Season)),
            ]
        );
}

/// <summary>One month of one segment.</summary>
/// <param name="Month">2011-12; the first may have begun before as-of: only the rest of it is told.</param>
/// <param name="Segment">Its name, or all.</param>
/// <param name="Expected">Money.</param>
/// <param name="Low">Lower end of the 80 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Season">By how much the law is multiplied.</param>
sealed record RevenueMonth(
    string Month,
    string Segment,
    double Expected,
    double Low,
    double High,
    double Season
);

/// <summary>The segment of every customer: of the segments, else of RFM, else one for all.</summary>
/// <param name="Names">In the order of their letters.</param>
/// <param name="Places">One a customer.</param>
sealed record ValueSegments(IReadOnlyList<string> Names, int[] Places)
{
    internal static ValueSegments Of(ValueStory story, Study study)
    {
        var label =
            study.Labels.FirstOrDefault(l => l.Name == "segment_name")
            ?? study.Labels.FirstOrDefault(l => l.Name == "rfm_segment");
        if (label == null)
        {
            return new ValueSegments([RevenueForecast.All], new int[story.Shop.Ids.Length]);
        }

        var byId = study
            .Customers.Texts("customer_id")
            .Zip(label.Values)
            .ToDictionary(p => p.First, p => p.Second ?? "", StringComparer.Ordinal);
        string[] own = [.. story.Shop.Ids.Select(id => byId.GetValueOrDefault(id, ""))];
        List<string> names = [.. own.Distinct().Order(StringComparer.Ordinal)];
        var places = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        return new ValueSegments(names, [.. own.Select(name => places[name])]);
    }
}
