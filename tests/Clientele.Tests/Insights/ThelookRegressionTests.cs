using Clientele.Insights;
using Clientele.Models;

namespace Clientele.Tests;

public sealed class ThelookRegressionTests
{
    [Fact]
    public void Past_revenue_is_explained_by_orders_and_said_to_be_no_forecast()
    {
        var lines = Enumerable
            .Range(0, 400)
            .SelectMany(i =>
                Enumerable
                    .Range(0, 1 + (i % 4))
                    .Select(order =>
                        $"{i}-{order},C{i:000},{new DateOnly(2022, 1, 1).AddDays((i * 7 % 300) + (order * 40)):yyyy-MM-dd},P,Thing,1,{40 + (i * 13 % 25)},Spain"
                    )
            );
        using var shop = TestShop.Of(lines);
        var study = shop.Study();
        var insight = new ThelookRegression().Answer(study, TestContext.Current.CancellationToken);
        var scores = study.Saved.First(t => t.Name == "thelook_regression");
        var importance = study.Saved.First(t => t.Name == "thelook_importance");
        var explained = study.Saved.First(t => t.Name == "thelook_explained");

        Assert.Equal(
            [
                "linear",
                "random_forest",
                "random_forest_tuned",
                "boosted_trees",
                "boosted_trees_tuned",
                "adaboost",
            ],
            scores.Texts("model")
        );
        // One to four orders of about 52 each: orders alone leave little of the variance.
        Assert.All(scores.Numbers("r2_test"), r2 => Assert.InRange(r2, 0.8, 1));
        Assert.All(
            Enumerable.Range(0, 6),
            row =>
                Assert.InRange(
                    scores.Numbers("cv_r2")[row],
                    scores.Numbers("cv_r2_low")[row],
                    scores.Numbers("cv_r2_high")[row]
                )
        );
        // The segment is made of revenue, too.
        Assert.Contains(
            importance.Texts("feature")[
                Array.IndexOf(importance.Numbers("permutation"), importance.Numbers("permutation").Max())
            ],
            (string[])["total_orders", "segment"]
        );
        Assert.Equal(320, explained.Numbers("learned_from").Sum());
        Assert.Contains("foretells nothing", insight.Answer, StringComparison.Ordinal);
        Assert.Contains(insight.Caveats, c => c.Contains("no forecast", StringComparison.Ordinal));
    }

    [Fact]
    public void A_grid_takes_the_settings_that_tell_unseen_rows_best()
    {
        var points = new Matrix([.. Enumerable.Range(0, 60).Select(i => i / 10.0)], 1);
        double[] target =
        [
            .. Enumerable.Range(0, 60).Select(i => (3 * i / 10.0) + (i % 2 == 0 ? 0.1 : -0.1)),
        ];
        var search = new GridSearch<double>(
            (penalty, x, y, _, _) => new RidgeRegression(new() { Penalty = penalty }).Fit(x, y)
        );

        Assert.Equal(0.1, search.Best([1000, 0.1, 100], points, target, 5));
        Assert.All(search.Determinations(0.1, points, target, 10), r2 => Assert.InRange(r2, 0.98, 1));
    }
}
