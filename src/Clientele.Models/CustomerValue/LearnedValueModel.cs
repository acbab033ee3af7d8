namespace Clientele.Models;

/// <summary>A regression on columns, learned from what customers did within a horizon after an earlier day; conformal intervals.</summary>
/// <param name="name">snake_case.</param>
/// <param name="learn">Learns from columns and outcomes; what it tells is money.</param>
/// <param name="threads">Most threads; 0 for one a core.</param>
/// <remarks>
/// Intervals come from customers of the earlier day of whom the model that is asked knew nothing: it is learned anew without each of
/// <see cref="Folds"/> parts of them.
/// </remarks>
public sealed class LearnedValueModel(
    string name,
    Func<Matrix, double[], CancellationToken, IRegressor> learn,
    int threads = 0
) : IValueModel
{
    const int Folds = 3;

    /// <summary>Customers of the earlier day below which nothing is learned.</summary>
    internal const int Fewest = 100;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool IsBaseline => false;

    /// <inheritdoc/>
    public ValueForecast? Forecast(ForecastTask task, CancellationToken cancel = default)
    {
        if (task.Past is not { } past || past.Outcome.Length < Fewest || past.Outcome.All(y => y == 0))
        {
            return null;
        }

        var (points, target) = (past.Origin.Features, past.Outcome);
        // Nobody is told more than anybody has spent: a mean of logarithms can run away.
        var most = target.Max();
        double[] outside =
        [
            .. CrossFit
                .Told(points, target, Folds, (x, y) => learn(x, y, cancel), threads, cancel)
                .Select(y => Math.Clamp(y, 0, most)),
        ];
        var whole = learn(points, target, cancel);
        double[] said =
        [
            .. whole.Predict(task.Now.Features, threads, cancel).Select(y => Math.Clamp(y, 0, most)),
        ];
        return new ConformalIntervals(outside, target).Around(said) with { Learned = whole };
    }
}
