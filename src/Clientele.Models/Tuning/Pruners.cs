using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="MedianPruner"/>.</summary>
public sealed record MedianPrunerOptions
{
    /// <summary>Whole trials before any is given up.</summary>
    [Range(1, 1000)]
    public int Startup { get; init; } = 5;

    /// <summary>Steps before a trial is given up.</summary>
    [Range(0, 1_000_000)]
    public int Warmup { get; init; }
}

/// <summary>Gives a trial up whose best value so far is below what half of the whole trials had on average by then.</summary>
/// <remarks>Source: the median stopping rule of Golovin et al. (2017), "Google Vizier", KDD.</remarks>
public sealed class MedianPruner(MedianPrunerOptions options) : IPruner
{
    readonly MedianPrunerOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public bool GivesUp(IReadOnlyList<double> steps, IReadOnlyList<Trial> finished)
    {
        double[] others =
        [
            .. finished
                .Where(trial => trial.IsWhole && trial.Steps.Count >= steps.Count)
                .Select(trial => trial.Steps.Take(steps.Count).Average())
                .Order(),
        ];
        if (others.Length < _options.Startup || steps.Count <= _options.Warmup)
        {
            return false;
        }

        var middle = others.Length / 2;
        var median = others.Length % 2 == 1 ? others[middle] : (others[middle - 1] + others[middle]) / 2;
        return steps.Max() < median;
    }
}

/// <summary>Settings of <see cref="HalvingPruner"/>.</summary>
public sealed record HalvingPrunerOptions
{
    /// <summary>The step at which trials are compared first.</summary>
    [Range(1, 1_000_000)]
    public int First { get; init; } = 1;

    /// <summary>One trial in so many goes on, and goes on for so many times the steps.</summary>
    [Range(2, 100)]
    public int Factor { get; init; } = 3;
}

/// <summary>Compares trials after 1, 3, 9, … steps, and lets the best third of those that came there go on.</summary>
/// <remarks>
/// Source: Jamieson and Talwalkar (2016), AISTATS; without waiting for a whole round as in Li et al. (2020), "A System for
/// Massively Parallel Hyperparameter Tuning", MLSys.
/// </remarks>
public sealed class HalvingPruner(HalvingPrunerOptions options) : IPruner
{
    readonly HalvingPrunerOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public bool GivesUp(IReadOnlyList<double> steps, IReadOnlyList<Trial> finished)
    {
        var compared = (long)_options.First;
        while (compared < steps.Count)
        {
            compared *= _options.Factor;
        }

        if (compared != steps.Count)
        {
            return false;
        }

        var others = finished.Where(trial => trial.Steps.Count >= steps.Count).ToList();
        var better = others.Count(trial => trial.Steps[steps.Count - 1] > steps[^1]);
        return better >= Math.Max(1, (others.Count + 1) / _options.Factor);
    }
}
