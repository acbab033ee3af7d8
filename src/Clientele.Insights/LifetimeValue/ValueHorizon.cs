using Clientele.Models;

namespace Clientele.Insights;

/// <summary>What back-tests say of one horizon, and which model is used for it.</summary>
/// <param name="Days">The horizon.</param>
/// <param name="CutOffs">The days at which models were judged, the latest first; empty if the shop is too young.</param>
/// <param name="Rounds">What was known and what came at each.</param>
/// <param name="Verdict">Null if it was not judged.</param>
/// <param name="Needed">Days with orders that three cut-offs need.</param>
sealed record ValueHorizon(
    int Days,
    IReadOnlyList<DateTime> CutOffs,
    IReadOnlyList<ValueRound> Rounds,
    ValueVerdict? Verdict,
    int Needed
)
{
    internal const int CutOffsNeeded = 3;

    /// <summary>Judges all models where three outcomes one after the other fit in, and as long a history before the first.</summary>
    internal static ValueHorizon Of(
        ValueShop shop,
        int days,
        IReadOnlyList<IValueModel> models,
        Study study,
        CancellationToken cancel
    )
    {
        var needed = days * (CutOffsNeeded + 1);
        if (shop.Days < needed)
        {
            return new ValueHorizon(days, [], [], null, needed);
        }

        DateTime[] cutOffs = [.. Enumerable.Range(1, CutOffsNeeded).Select(k => shop.Before(k * days))];
        ValueRound[] rounds =
        [
            .. cutOffs.Select(day => new ValueRound(
                shop.Task(day, days, sampled: true),
                shop.Spent(day, day.AddDays(days), sampled: true)
            )),
        ];
        // Who never spends anything tells nothing of who spends more.
        if (rounds.Any(r => r.Outcome.Length == 0 || r.Outcome.Sum() <= 0))
        {
            return new ValueHorizon(days, [], [], null, needed);
        }

        var verdict = new ValueTournament(models, new() { Seed = study.Seed, Threads = study.Threads }).Judge(
            rounds,
            cancel
        );
        return new ValueHorizon(days, cutOffs, rounds, verdict, needed);
    }

    internal bool IsJudged => Verdict != null;

    /// <summary>Whether the published model is a rule without learning.</summary>
    internal bool IsBaseline => Verdict is { } verdict && verdict.Published == verdict.Baseline;

    /// <summary>Results of the published model, the latest cut-off first.</summary>
    internal IEnumerable<ValueResult> Published =>
        Verdict?.Results.Where(r => r.Model == Verdict.Published) ?? [];
}
