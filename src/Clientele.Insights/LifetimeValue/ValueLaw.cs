using Clientele.Models;

namespace Clientele.Insights;

/// <summary>The law of buying that suits a shop, and of spend.</summary>
/// <param name="Model">How it is learned.</param>
/// <param name="Laws">Learned at as-of, in days.</param>
/// <param name="Pace">How much faster customers buy in the next 90 days than the law has it, as they did in the last 90.</param>
sealed record ValueLaw(LawValueModel Model, ValueLaws Laws, double Pace)
{
    internal IPurchaseProcess Orders => Laws.Orders.Process;

    /// <summary>The law whose likelihood is best for its number of parameters; the simpler of equals.</summary>
    /// <remarks>Source: Schwarz (1978), the Bayesian information criterion.</remarks>
    internal static ValueLaw Of(
        ValueOrigin now,
        IReadOnlyList<IValueModel> models,
        CancellationToken cancel
    ) =>
        models
            .OfType<LawValueModel>()
            .Select(model => new ValueLaw(model, model.Learn(now, cancel), 1))
            .MinBy(law => law.Criterion(now.Customers.Count))!;

    /// <summary>Parameters · ln n − 2 · log-likelihood; a law at its edge is no better than the simpler one that it has become.</summary>
    double Criterion(int customers) =>
        Laws.Orders.Fallback != null
            ? double.MaxValue
            : (Laws.Orders.Parameters.Count * Math.Log(customers)) - (2 * Laws.Orders.LogLikelihood);

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
