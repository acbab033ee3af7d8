using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What will each customer be worth?</summary>
/// <param name="options">How money of later counts.</param>
public sealed class CustomerValue(ValueOptions options) : IQuestion
{
    /// <summary>Result tables, in the order in which they are saved.</summary>
    internal static readonly string[] Tables =
    [
        "customer_value",
        "value_tournament",
        "value_deciles",
        "value_importance",
        "revenue_forecast",
        "value_correlations",
        "value_tracking",
    ];

    readonly ValueOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Slug => "value";

    /// <inheritdoc/>
    public string Question => "What will each customer be worth?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        study.NeedDatedOrders("What customers will be worth needs");
        if (study.Customers.Rows == 0)
        {
            throw new InsufficientDataException(
                "What customers will be worth needs a customer who is named and has bought; this shop has none."
            );
        }

        study.Customers.NeedRevenue("Customer values");
        var story = ValueStory.Of(study, cancel);
        var tracking = story.Law.Tracking;
        var forecast = RevenueForecast.Of(story, study, cancel);
        var importance = ValueImportance.Of(story, study, cancel);
        var pairs = ValueCorrelations.Of(story, study);
        foreach (
            var table in (Table[])
                [
                    ValueTables.Customers(story, study, _options, cancel),
                    ValueTables.Tournament(story),
                    ValueTables.DecileTable(story),
                    importance.Table(),
                    forecast.Table(),
                    ValueCorrelations.Table(pairs),
                    tracking.Table(),
                ]
        )
        {
            study.Save(table);
        }

        return new Insight(
            Slug,
            Question,
            Sentence(story, study.Numbers),
            KeyFigures(story),
            [.. Figures(story, study, forecast, importance, pairs)],
            [.. new ValueCaveats(story, study.Numbers).All(_options)],
            Tables
        );
    }

    static string Sentence(ValueStory story, NumberText numbers)
    {
        var (year, all) = (story.Year.Expected, story.Year.Expected.Sum());
        var top = ValueTables.Deciles(year).Zip(year).Where(d => d.First == 1).ToList();
        var share = all > 0 ? top.Sum(d => d.Second) / all : 0;
        return $"The {numbers.Of(year.Length, "customer")} of today {Words.For(year.Length, "is", "are")} expected to spend {numbers.Money(all)} in the next year, "
            + $"{numbers.Money(story.Soon.Expected.Sum())} of it in the next {ValueStory.SoonDays} days; "
            + $"the best tenth, {numbers.Of(top.Count, "customer")}, {Words.For(top.Count, "brings", "bring")} {numbers.Share(share)}.";
    }

    static IReadOnlyList<KeyFigure> KeyFigures(ValueStory story)
    {
        var alive = story.Law.Laws.OrdersOf(story.Now).Alive().Average();
        return
        [
            new(
                $"Expected in {ValueStory.YearDays} days",
                story.Year.Expected.Sum(),
                NumberFormat.Money,
                "from today's customers"
            )
            {
                Headline = true,
            },
            new($"Expected in {ValueStory.SoonDays} days", story.Soon.Expected.Sum(), NumberFormat.Money),
            new("A customer in a year", story.Year.Expected.Average(), NumberFormat.Money, "mean"),
            new("Still customers", alive, NumberFormat.Share, $"by the {story.Law.Name}"),
        ];
    }

    static IEnumerable<Figure> Figures(
        ValueStory story,
        Study study,
        RevenueForecast forecast,
        ValueImportance importance,
        IReadOnlyList<ValuePair> pairs
    )
    {
        var (figures, judged) = (
            new ValueFigures(story, study),
            new ValueJudgementFigures(story, study.Numbers)
        );
        if (forecast.Rows.Any(r => r.Segment != RevenueForecast.All))
        {
            yield return figures.BySegment(forecast);
        }

        yield return figures.Forecast(forecast);
        foreach (var figure in judged.Of(story.Short).Concat(judged.Of(story.Long)))
        {
            yield return figure;
        }

        if (story.Law.Tracking is { Weeks.Count: > 1 } tracking && tracking.Actual.Sum() > 0)
        {
            yield return figures.Tracking(tracking);
        }

        foreach (var figure in figures.Matrices().Concat(judged.Of(importance)))
        {
            yield return figure;
        }

        if (figures.Alive() is { } alive)
        {
            yield return alive;
        }

        if (pairs.Any(p => double.IsFinite(p.Spearman.Value)))
        {
            yield return judged.Correlations(pairs);
        }
    }
}
