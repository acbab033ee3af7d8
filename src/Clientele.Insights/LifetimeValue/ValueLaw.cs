using Clientele.Models;

namespace Clientele.Insights;

/// <summary>The law of buying that suits a shop, and of spend.</summary>
/// <param name="Model">How it is learned.</param>
/// <param name="Laws">Learned at as-of, in days.</param>
sealed record ValueLaw(LawValueModel Model, ValueLaws Laws)
{
    /// <summary>Repeats so far against the law, by week.</summary>
    internal required PurchaseTracking Tracking { get; init; }

    /// <summary>How much faster customers buy in the next 90 days than the law has it: by the season if a year is known, else as in the last 90.</summary>
    internal required double SoonPace { get; init; }

    /// <summary>The same of the next 365 days: 1 until a year is known.</summary>
    internal required double YearPace { get; init; }

    internal IPurchaseProcess Orders => Laws.Orders.Process;

    /// <summary>The law whose likelihood is best for its number of parameters; the simpler of equals.</summary>
    /// <remarks>Source: Schwarz (1978), the Bayesian information criterion.</remarks>
    internal static ValueLaw Of(
        ValueShop shop,
        IReadOnlyList<IValueModel> models,
        Study study,
        CancellationToken cancel
    )
    {
        var now = shop.At(study.Moment.AsOf, sampled: false);
        var (model, laws) = models
            .OfType<LawValueModel>()
            .Select(m => (Model: m, Laws: m.Learn(now, cancel)))
            .MinBy(law => Criterion(law.Laws, now.Customers.Count));
        var tracking = PurchaseTracking.Of(study, laws.Orders.Process);
        var asOf = DateOnly.FromDateTime(study.Moment.AsOf);
        var soon = shop.Task(study.Moment.AsOf, ValueStory.SoonDays, sampled: false);
        return new ValueLaw(model, laws)
        {
            Tracking = tracking,
            SoonPace = tracking.KnowsTheYear
                ? tracking.Season(asOf, ValueStory.SoonDays)
                : model.Pace(soon, cancel),
            YearPace = tracking.Season(asOf, ValueStory.YearDays),
        };
    }

    /// <summary>Parameters · ln n − 2 · log-likelihood; a law at its edge is no better than the simpler one that it has become.</summary>
    static double Criterion(ValueLaws laws, int customers) =>
        laws.Orders.Fallback != null
            ? double.MaxValue
            : (laws.Orders.Parameters.Count * Math.Log(customers)) - (2 * laws.Orders.LogLikelihood);

    /// <summary>As people write it.</summary>
    internal string Name => NameOf(Laws.Orders.Fallback ?? Model.Name);

    internal static string NameOf(string model) =>
        model switch
        {
            "nbd" => "NBD",
            "bg_nbd" => "BG/NBD",
            "mbg_nbd" => "MBG/NBD",
            "pareto_nbd" => "Pareto/NBD",
            "past_spend" => "past spend scaled to the horizon",
            "mean" => "the mean of all",
            "recency" => "the mean by recency",
            "ridge" => "ridge regression",
            "ziln" => "ZILN",
            "adaboost" => "AdaBoost",
            "random_forest" => "a random forest",
            "boosted_trees" => "boosted trees",
            _ => model,
        };

    /// <summary>Whether a model is a law of buying.</summary>
    internal static bool IsLaw(string model) => model.EndsWith("nbd", StringComparison.Ordinal);
}
