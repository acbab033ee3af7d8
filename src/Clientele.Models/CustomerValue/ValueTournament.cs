namespace Clientele.Models;

/// <summary>Judges ways to say what customers will spend by what they then spent: at several days, never by a random split.</summary>
/// <remarks>
/// A model beats the rules without learning if its gain in normalised Gini over the best of them, mean over the days, has a 90 % interval
/// above 0; the interval is of samples of customers, each with all its days. Of models that beat them the best is published, or the
/// simplest whose difference to it could be chance; if none does, the best rule is.
/// </remarks>
public sealed class ValueTournament(IReadOnlyList<IValueModel> models, ValueTournamentOptions options)
{
    readonly ValueTournamentOptions _options = Require.Valid(options);

    /// <summary>Judges.</summary>
    /// <param name="rounds">The days, each with what came; at least one.</param>
    /// <param name="cancel">Looked at in every model.</param>
    public ValueVerdict Judge(IReadOnlyList<ValueRound> rounds, CancellationToken cancel = default)
    {
        var results = new List<ValueResult>();
        var orders = new Dictionary<string, GainOrder[]>(StringComparer.Ordinal);
        foreach (var model in models)
        {
            var forecasts = rounds.Select(round => model.Forecast(round.Task, cancel)).ToList();
            results.AddRange(
                forecasts.Select(
                    (f, i) =>
                        new ValueResult(
                            model.Name,
                            i,
                            f,
                            f == null ? null : ValueScore.Of(f, rounds[i].Outcome)
                        )
                )
            );
            if (forecasts.All(f => f != null))
            {
                orders[model.Name] =
                [
                    .. forecasts.Select((f, i) => new GainOrder(rounds[i].Outcome, f!.Expected)),
                ];
            }
        }

        return Decide(results, rounds, new PairedGini(rounds, orders, _options, cancel));
    }

    ValueVerdict Decide(List<ValueResult> results, IReadOnlyList<ValueRound> rounds, PairedGini paired)
    {
        var judged = models.Where(m => paired.Has(m.Name)).ToList();
        var baseline = judged.Where(m => m.IsBaseline).MaxBy(m => paired.Mean(m.Name))!.Name;
        var gains = judged.Where(m => !m.IsBaseline).Select(m => paired.Gain(m.Name, baseline)).ToList();
        var better = gains.Where(g => g.Low > 0).ToList();
        var best = better.MaxBy(g => paired.Mean(g.Model));
        // Models stand in the order of their simplicity.
        var published =
            best == null
                ? baseline
                : better.First(g => g == best || paired.Gain(best.Model, g.Model).Low <= 0).Model;
        return new ValueVerdict(results, baseline, gains, published);
    }
}

/// <summary>A day at which models are judged.</summary>
/// <param name="Task">What was known.</param>
/// <param name="Outcome">What each customer then spent within the horizon; 0 or more.</param>
public sealed record ValueRound(ForecastTask Task, double[] Outcome);

/// <summary>One model at one day.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Round">The day, by its place.</param>
/// <param name="Forecast">What it said; null if it had too little to learn from.</param>
/// <param name="Score">How good that was.</param>
public sealed record ValueResult(string Model, int Round, ValueForecast? Forecast, ValueScore? Score);

/// <summary>What a model gains over another in normalised Gini, mean over the days.</summary>
/// <param name="Model">The model.</param>
/// <param name="Gain">The difference.</param>
/// <param name="Low">Lower end of its 90 % interval.</param>
/// <param name="High">Upper end.</param>
public sealed record ValueGain(string Model, double Gain, double Low, double High);

/// <summary>How a tournament ended.</summary>
/// <param name="Results">Every model at every day.</param>
/// <param name="Baseline">The best of the rules without learning.</param>
/// <param name="Gains">Of every model that learns, over the baseline.</param>
/// <param name="Published">The model to use.</param>
public sealed record ValueVerdict(
    IReadOnlyList<ValueResult> Results,
    string Baseline,
    IReadOnlyList<ValueGain> Gains,
    string Published
);
