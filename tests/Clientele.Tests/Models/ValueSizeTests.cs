using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>The benchmarks of customer value at a fiftieth of their size: <c>bench/side-by-side</c> measures the full ones.</summary>
public sealed class ValueSizeTests
{
    [Fact]
    public void Two_thousand_customers_are_learned_and_a_year_of_them_is_told()
    {
        var (task, outcome) = new SimulatedShop((1.5, 40), (0.8, 400)).Task(2000, 365, seed: 1);
        var origin = task.Now;
        var orders = new LifetimeModel(LifetimeLaw.BgNbd, new()).Fit(origin.Histories);
        var spend = new GammaGammaModel(new()).Fit(origin.Spends);
        var told = new OrderForecast(orders.Process, origin.Histories).Expected(365);

        var value = told.Zip(origin.Spends, (o, s) => o * spend.Expected(s)).Sum();
        Assert.True(orders.Converged && spend.Converged);
        // BG/NBD is not the law of this shop, only near to it.
        Assert.InRange(value / outcome.Sum(), 0.8, 1.25);
    }

    [Fact]
    public void Twenty_thousand_customers_are_told_with_intervals()
    {
        var (task, outcome) = new SimulatedShop((1.5, 40), null).Task(20_000, 90, seed: 2);
        var model = new LawValueModel(LifetimeLaw.Nbd, new());
        var score = ValueScore.Of(model.Forecast(new ForecastTask(task.Now, null, 90))!, outcome);

        Assert.Equal(0.80, score.Coverage80, tolerance: 0.03);
        Assert.Equal(0.95, score.Coverage95, tolerance: 0.03);
    }

    [Fact]
    public void Three_hundred_trees_of_two_thousand_rows_tell_new_rows_better_than_a_line()
    {
        var (points, target) = Drawn(2000, 3);
        var (fresh, truth) = Drawn(1000, 4);
        var trees = new GradientBoosting(
            new()
            {
                Trees = 300,
                LearningRate = 0.1,
                MaxLeaves = 31,
            }
        );

        double Missed(IRegressor model) => RegressionScore.Of(model.Predict(fresh), truth).Rmse;
        var boosted = Missed(trees.Fit(points, target));
        var line = Missed(new RidgeRegression(new()).Fit(points, target));
        Assert.InRange(boosted, 1, 0.8 * line);
    }

    /// <summary>Thirty columns of which five tell something, and noise of 1. Source: Friedman (1991), Annals of Statistics 19(1).</summary>
    static (Matrix Points, double[] Target) Drawn(int rows, int seed)
    {
        var random = new Random(seed);
        var points = new Matrix([.. Enumerable.Range(0, rows * 30).Select(_ => random.NextDouble())], 30);
        return (
            points,
            [
                .. Enumerable
                    .Range(0, rows)
                    .Select(i =>
                        (10 * Math.Sin(Math.PI * points[i][0] * points[i][1]))
                        + (20 * Math.Pow(points[i][2] - 0.5, 2))
                        + (10 * points[i][3])
                        + (5 * points[i][4])
                        + NormalNumber.Next(random)
                    ),
            ]
        );
    }
}
