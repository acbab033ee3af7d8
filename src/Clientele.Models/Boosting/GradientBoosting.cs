namespace Clientele.Models;

/// <summary>Gradient boosted regression trees on histograms of the columns.</summary>
/// <remarks>
/// O(trees · rows · columns). Each tree follows the derivative of the loss by what the trees before it tell.
/// Source: Friedman (2001), "Greedy Function Approximation: A Gradient Boosting Machine"; leaf by leaf and on histograms as in Ke et
/// al. (2017), "LightGBM"; the Tweedie loss as in Yang, Qian and Zou (2018).
/// </remarks>
public sealed class GradientBoosting(BoostingOptions options)
{
    readonly BoostingOptions _options = Require.Valid(options);

    /// <summary>Learns to tell a number.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="target">n finite numbers; 0 or more for Poisson and Tweedie.</param>
    /// <param name="cancel">Looked at in every split.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or a target is below 0 where it may not.</exception>
    public BoostedTrees Fit(Matrix points, double[] target, CancellationToken cancel = default)
    {
        Require.Targets(points, target, "Boosting");
        IBoostingLoss loss = _options.Loss switch
        {
            BoostingLoss.Poisson => new PowerLoss(1),
            BoostingLoss.Tweedie => new PowerLoss(_options.TweediePower),
            BoostingLoss.Quantile => new QuantileLoss(_options.Quantile),
            _ => new SquaredLoss(),
        };
        if (loss is PowerLoss && target.Min() < 0)
        {
            throw new ArgumentException(
                $"{_options.Loss} loss needs targets of 0 or more, but one is {target.Min()}.",
                nameof(target)
            );
        }

        var start = loss.Start(target);
        var rounds = double.IsNegativeInfinity(start)
            ? null
            : new BoostingRounds(loss, points, target, _options, start, cancel);
        var trees = rounds?.All() ?? [];
        return new BoostedTrees(
            start,
            trees,
            _options.Loss,
            rounds?.Importance ?? new double[points.Columns]
        );
    }
}
