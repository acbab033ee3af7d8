using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>How far past revenue is explained by what else is known of the same past, as system E did: no forecast.</summary>
public sealed class ThelookRegression : IQuestion
{
    /// <summary>Fewer customers than this leave no fifth to judge by.</summary>
    const int FewestCustomers = 50;

    /// <summary>Who spent more was left out.</summary>
    const double MostRevenue = 3000;

    static readonly string[] Days = ["days_since_last_order", "days_betw_first_last_order"];

    /// <inheritdoc/>
    public string Slug => "thelook_regression";

    /// <inheritdoc/>
    public string Question => "How far do orders, days and segment explain what each customer has spent?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        study.NeedDatedOrders("What explains revenue needs");
        var features = study.Features(Clientele.Features.ThelookFeatures.Set);
        int[] kept = [.. Kept(features)];
        if (kept.Length < FewestCustomers)
        {
            throw new InsufficientDataException(
                $"What explains revenue needs at least {FewestCustomers} customers who spent up to {study.Numbers.Money(MostRevenue)}; {study.Numbers.Only(kept.Length)}."
            );
        }

        study.Customers.NeedRevenue("Regressions of revenue");
        var rows = Rows(features, kept, study, cancel);
        var explained = ThelookRegressions.All(rows, study.Seed, cancel);
        var best = explained.MinBy(e => e.Test.Rmse)!;
        var importance = Inspection.Permutation(
            best.Model,
            rows.Points.Take(rows.Held),
            told => -RegressionScore.Of(told, [.. rows.Held.Select(i => rows.Revenue[i])]).Rmse,
            new() { Seed = study.Seed, Threads = study.Threads },
            cancel
        );
        study.Save(ScoreTable(explained));
        study.Save(ImportanceTable(best, rows, importance));
        var (ids, learned) = (features.Texts("customer_id"), rows.Learned.ToHashSet());
        study.Save(
            new Table(
                "thelook_explained",
                [
                    TableBuilding.Text("customer_id", kept.Select(i => ids[i])),
                    TableBuilding.Money("total_revenue", rows.Revenue),
                    TableBuilding.Money("explained", best.Model.Predict(rows.Points, study.Threads, cancel)),
                    TableBuilding.Flag(
                        "learned_from",
                        Enumerable.Range(0, kept.Length).Select(learned.Contains)
                    ),
                ]
            )
        );
        return Tell(explained, best, rows, importance, study.Numbers);
    }

    static IEnumerable<int> Kept(Table features) =>
        features.Numbers("total_revenue").Index().Where(r => r.Item <= MostRevenue).Select(r => r.Index);

    static RevenueRows Rows(Table features, int[] kept, Study study, CancellationToken cancel)
    {
        var customers = ScoredCustomers.Of(features, new ThelookScoreOptions(), cancel);
        var kmeans = new KMeansOptions
        {
            Starts = 10,
            Seed = study.Seed,
            Threads = study.Threads,
        };
        var segments = ThreeSegments.Of(customers, kmeans, cancel)[0];
        List<(string Name, double[] Values)> columns =
        [
            ("total_orders", features.Numbers("total_orders")),
            .. Days.Select(name => (name, Powers(features.Numbers(name)))),
        ];
        if (segments.IsKnown)
        {
            columns.Add(
                ("segment", [.. segments.Names.Select(n => (double)Array.IndexOf(ThreeSegments.Segments, n))])
            );
        }

        var registered = features.Numbers("days_since_registration");
        if (registered.All(double.IsFinite))
        {
            columns.Add(("days_since_registration", registered));
        }

        var revenue = features.Numbers("total_revenue");
        return RevenueRows.Of(
            [.. columns.Select(c => c.Name)],
            new Matrix([.. kept.SelectMany(i => columns.Select(c => c.Values[i]))], columns.Count),
            [.. kept.Select(i => revenue[i])],
            study.Seed,
            study.Threads
        );
    }

    /// <summary>Yeo and Johnson's power.</summary>
    static double[] Powers(double[] values)
    {
        var column = new Matrix([.. values], 1);
        var options = new ScalerOptions { Transform = ShapeTransform.YeoJohnson, Method = ScaleMethod.None };
        return values.Distinct().Count() < 3
            ? values
            : new Scaler(options).Fit(column).Apply(column).Column(0);
    }

    static Table ScoreTable(IReadOnlyList<ExplainedRevenue> explained) =>
        new(
            "thelook_regression",
            [
                TableBuilding.Text("model", explained.Select(e => e.Name)),
                TableBuilding.Text("settings", explained.Select(e => e.Settings)),
                TableBuilding.Number("mae_train", explained.Select(e => e.Train.Mae)),
                TableBuilding.Number("mae_test", explained.Select(e => e.Test.Mae)),
                TableBuilding.Number("rmse_test", explained.Select(e => e.Test.Rmse)),
                TableBuilding.Number("r2_train", explained.Select(e => e.Train.RSquared)),
                TableBuilding.Number("r2_test", explained.Select(e => e.Test.RSquared)),
                TableBuilding.Number("cv_r2", explained.Select(e => e.Folds.Average())),
                TableBuilding.Number("cv_r2_low", explained.Select(e => e.Folds.Min())),
                TableBuilding.Number("cv_r2_high", explained.Select(e => e.Folds.Max())),
            ]
        );

    static Table ImportanceTable(
        ExplainedRevenue best,
        RevenueRows rows,
        IReadOnlyList<PermutationImportance> importance
    ) =>
        new(
            "thelook_importance",
            [
                TableBuilding.Text("model", rows.Columns.Select(_ => best.Name)),
                TableBuilding.Text("feature", rows.Columns),
                TableBuilding.Number(
                    "gain",
                    best.Model is BoostedTrees trees ? trees.Importance : rows.Columns.Select(_ => double.NaN)
                ),
                TableBuilding.Number("permutation", importance.Select(i => i.Mean)),
                TableBuilding.Number("permutation_low", importance.Select(i => i.Low)),
                TableBuilding.Number("permutation_high", importance.Select(i => i.High)),
            ]
        );

    Insight Tell(
        IReadOnlyList<ExplainedRevenue> explained,
        ExplainedRevenue best,
        RevenueRows rows,
        IReadOnlyList<PermutationImportance> importance,
        NumberText numbers
    )
    {
        var first = importance.Index().MaxBy(i => i.Item.Mean).Index;
        return new Insight(
            Slug,
            Question,
            $"{Words.Title(best.Name)} explains {numbers.Share(best.Test.RSquared)} of how customers differ in what they have spent, mostly by {Words.Of(rows.Columns[first])}: who ordered more often has spent more. This foretells nothing.",
            [
                new(
                    "Explained",
                    best.Test.RSquared,
                    NumberFormat.Share,
                    "of the variance, on a fifth that was not learned from"
                ),
                new("Mean error", best.Test.Mae, NumberFormat.Money),
                new("Customers", rows.Revenue.Length, NumberFormat.Count),
            ],
            [
                new BarFigure(
                    "thelook_r2",
                    $"{Words.Title(best.Name)} explains most, {numbers.Share(best.Test.RSquared)}",
                    "R² on a fifth of the customers that was not learned from; lines from the least to the greatest R² of ten parts (10-fold cross-validation).",
                    "R²",
                    NumberFormat.Share,
                    [
                        .. explained
                            .OrderByDescending(e => e.Test.RSquared)
                            .Select(e => new Bar(
                                Words.Of(e.Name),
                                Math.Max(0, e.Test.RSquared),
                                Math.Max(0, e.Folds.Min()),
                                Math.Max(0, e.Folds.Max())
                            )),
                    ]
                ),
                new BarFigure(
                    "thelook_importance",
                    $"{Words.Title(best.Name)} leans most on {Words.Of(rows.Columns[first])}",
                    "By how much the root mean squared error on that fifth grows if a column is shuffled.",
                    "error gained",
                    NumberFormat.Money,
                    [
                        .. importance
                            .Index()
                            .OrderByDescending(i => i.Item.Mean)
                            .Select(i => new Bar(
                                Words.Of(rows.Columns[i.Index]),
                                Math.Max(0, i.Item.Mean),
                                Math.Max(0, i.Item.Low),
                                Math.Max(0, i.Item.High)
                            )),
                    ]
                ),
            ],
            [
                "This is no forecast: revenue, orders and segment are of the same days, and revenue is made of orders. What customers will spend is asked by the question value, which judges by later days.",
                $"Customers above {numbers.Money(MostRevenue)} are left out, as in the original: {numbers.Of(rows.Revenue.Length, "customer")} are left.",
            ],
            ["thelook_regression", "thelook_importance", "thelook_explained"]
        );
    }
}
