using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>How long a search goes on; at least one of the two is given.</summary>
/// <param name="Trials">Trials in all, with those that were finished before; null for no limit.</param>
/// <param name="Time">Time from the start of this run, after which no trial begins; null for no limit.</param>
public sealed record SearchBudget(int? Trials, TimeSpan? Time);

/// <summary>A trial that is running.</summary>
public sealed class TrialRun
{
    readonly IPruner? _pruner;
    readonly IReadOnlyList<Trial> _finished;
    readonly List<double> _steps = [];

    internal TrialRun(
        IReadOnlyDictionary<string, string> values,
        IPruner? pruner,
        IReadOnlyList<Trial> finished
    ) => (Values, _pruner, _finished) = (values, pruner, finished);

    /// <summary>What is tried, as it would be written in settings.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>From 0 on.</summary>
    public int Number => _finished.Count;

    /// <summary>Whether it was given up.</summary>
    public bool GivenUp { get; private set; }

    /// <summary>Tells a value on the way, the higher the better.</summary>
    /// <returns>Whether the trial is not worth going on with; what it then returns does not count.</returns>
    public bool Report(double value)
    {
        _steps.Add(value);
        GivenUp |= _pruner?.GivesUp(_steps, _finished) == true;
        return GivenUp;
    }

    internal Trial Finished(double score) =>
        new(Number, Values, GivenUp ? _steps[^1] : score, [.. _steps], GivenUp);
}

/// <summary>Runs one trial of a search after another.</summary>
/// <param name="search">Says what to try.</param>
/// <param name="pruner">Says what is not worth running to its end; null to run all.</param>
/// <param name="clock">Measures the time of a budget.</param>
public sealed class Trials(ISearch search, IPruner? pruner, TimeProvider clock)
{
    /// <summary>Goes on from finished trials until the budget is spent.</summary>
    /// <param name="objective">Runs a trial and returns its score, the higher the better; NaN for none.</param>
    /// <param name="budget">When to stop. A trial that began is finished.</param>
    /// <param name="before">Trials finished before, in order; the run goes on as if it had never stopped.</param>
    /// <param name="over">Told of every trial that is over, so that it can be kept.</param>
    /// <param name="cancel">Looked at between trials.</param>
    /// <returns>
    /// All trials, those before first. As many by number, <see cref="SearchBudget.Trials"/>, give the same again, whatever stopped
    /// this run.
    /// </returns>
    /// <exception cref="ValidationException">The budget has no limit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<Trial> Run(
        Func<TrialRun, double> objective,
        SearchBudget budget,
        IReadOnlyList<Trial> before,
        Action<Trial>? over = null,
        CancellationToken cancel = default
    )
    {
        if (budget is { Trials: null, Time: null })
        {
            throw new ValidationException("A search needs a limit of trials or of time.");
        }

        var finished = before.ToList();
        var start = clock.GetTimestamp();
        while (
            finished.Count < (budget.Trials ?? int.MaxValue)
            && clock.GetElapsedTime(start) < (budget.Time ?? TimeSpan.MaxValue)
        )
        {
            cancel.ThrowIfCancellationRequested();
            var run = new TrialRun(search.Suggest(finished), pruner, finished);
            var trial = run.Finished(objective(run));
            finished.Add(trial);
            over?.Invoke(trial);
        }

        return finished;
    }

    /// <summary>The whole trial with the highest score, the first of equals; null if there is none.</summary>
    public static Trial? Best(IReadOnlyList<Trial> trials) =>
        trials.Where(trial => trial.IsWhole).MaxBy(trial => trial.Score);
}
