using Clientele.Models;

namespace Clientele.Insights;

/// <summary>All that is known of what customers will be worth; lists have one a customer, in the order of the ids.</summary>
/// <param name="Shop">The customers.</param>
/// <param name="Now">What is known of them.</param>
/// <param name="Law">The law of buying that tells of being alive, orders and months.</param>
/// <param name="Short">90 days, judged or not.</param>
/// <param name="Long">365 days, judged or not.</param>
/// <param name="Soon">Money of 90 days.</param>
/// <param name="Year">Money of 365 days.</param>
/// <param name="Model">The model of <paramref name="Soon"/>.</param>
/// <param name="YearModel">The model of <paramref name="Year"/>.</param>
sealed record ValueStory(
    ValueShop Shop,
    ValueOrigin Now,
    ValueLaw Law,
    ValueHorizon Short,
    ValueHorizon Long,
    ValueForecast Soon,
    ValueForecast Year,
    string Model,
    string YearModel
)
{
    internal const int SoonDays = 90;
    internal const int YearDays = 365;

    /// <summary>Below this estimates are drawn towards the mean of all.</summary>
    internal const int FewCustomers = 500;
    const int FewDays = 180;

    /// <summary>Of so many customers an estimate of one is believed by half.</summary>
    const double HalfBelieved = 100;

    /// <summary>Whether the shop is too small or too young for estimates of single customers.</summary>
    internal bool IsSmall => Shop.Ids.Length < FewCustomers || Shop.Days < FewDays;

    internal static ValueStory Of(Study study, CancellationToken cancel)
    {
        var shop = new ValueShop(study);
        var models = ValueModels.All(study.Seed, study.Threads);
        var now = shop.At(study.Moment.AsOf, sampled: false);
        var law = ValueLaw.Of(shop, models, study, cancel);
        var (soon, year) = (
            ValueHorizon.Of(shop, SoonDays, models, study, cancel),
            ValueHorizon.Of(shop, YearDays, models, study, cancel)
        );
        (ValueForecast, string) Forecast(string name, int days, double pace) =>
            ForecastBy(models, name, law, (shop.Task(study.Moment.AsOf, days, sampled: false), pace), cancel);
        var (soonForecast, model) = Forecast(
            soon.Verdict?.Published ?? law.Model.Name,
            SoonDays,
            law.SoonPace
        );
        var (yearForecast, yearModel) = Forecast(year.Verdict?.Published ?? model, YearDays, law.YearPace);
        var story = new ValueStory(shop, now, law, soon, year, soonForecast, yearForecast, model, yearModel);
        return story.IsSmall ? story.Shrunken() : story.Growing();
    }

    /// <summary>What a model says, or the law of buying if the model has too little to learn from; laws at the pace of the season.</summary>
    static (ValueForecast Forecast, string Model) ForecastBy(
        IReadOnlyList<IValueModel> models,
        string name,
        ValueLaw law,
        (ForecastTask Task, double Pace) asked,
        CancellationToken cancel
    )
    {
        var model = models.First(m => m.Name == name);
        if (model is not LawValueModel && model.Forecast(asked.Task, cancel) is { } said)
        {
            return (said, name);
        }

        var own = model as LawValueModel ?? law.Model;
        var now = asked.Task.Now;
        return (own.Forecast(own.Learn(now, cancel), now, asked.Task.Horizon, asked.Pace, cancel), own.Name);
    }

    /// <summary>Two models may tell two horizons: a year is never worth less than a part of it.</summary>
    ValueStory Growing() =>
        this with
        {
            Year = Year with
            {
                Expected = Most(Year.Expected, Soon.Expected),
                Narrow = new(Year.Narrow.Low, Most(Year.Narrow.High, Soon.Narrow.High)),
                Wide = new(Year.Wide.Low, Most(Year.Wide.High, Soon.Wide.High)),
            },
        };

    static double[] Most(double[] one, double[] other) => [.. one.Zip(other, Math.Max)];

    /// <summary>Each customer drawn towards the mean of all, and the wide intervals in place of the narrow ones.</summary>
    ValueStory Shrunken() => (this with { Soon = Shrunken(Soon), Year = Shrunken(Year) }).Growing();

    ValueForecast Shrunken(ValueForecast forecast)
    {
        var believed = Shop.Ids.Length / (Shop.Ids.Length + HalfBelieved);
        var mean = forecast.Expected.Average();
        return forecast with
        {
            Expected = [.. forecast.Expected.Select(e => (believed * e) + ((1 - believed) * mean))],
            Narrow = forecast.Wide with { High = Most(forecast.Wide.High, forecast.Expected) },
        };
    }
}
