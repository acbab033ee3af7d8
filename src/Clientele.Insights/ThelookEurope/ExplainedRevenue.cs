using Clientele.Models;

namespace Clientele.Insights;

/// <summary>One regression of past revenue on what else is known of the same past.</summary>
/// <param name="Name">snake_case; _tuned if its settings were searched.</param>
/// <param name="Settings">Those that were taken.</param>
/// <param name="Train">On the rows that it learned from.</param>
/// <param name="Test">On a fifth that it did not see.</param>
/// <param name="Folds">R² of each of ten parts, by models that did not see it.</param>
/// <param name="Model">Learned from four fifths.</param>
sealed record ExplainedRevenue(
    string Name,
    string Settings,
    RegressionScore Train,
    RegressionScore Test,
    IReadOnlyList<double> Folds,
    IRegressor Model
);

/// <summary>The rows of the regressions: customers, columns, and the cut into those that are learned from and those that are not.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Points">A row a customer.</param>
/// <param name="Revenue">Of each.</param>
/// <param name="Learned">Rows to learn from: four fifths.</param>
/// <param name="Held">The others.</param>
/// <param name="Threads">Most threads to learn on; 0 for one a core.</param>
sealed record RevenueRows(
    IReadOnlyList<string> Columns,
    Matrix Points,
    double[] Revenue,
    int[] Learned,
    int[] Held,
    int Threads
)
{
    internal static RevenueRows Of(
        IReadOnlyList<string> columns,
        Matrix points,
        double[] revenue,
        int seed,
        int threads
    )
    {
        int[] order = [.. Enumerable.Range(0, revenue.Length)];
        new Random(seed).Shuffle(order);
        var cut = order.Length * 4 / 5;
        return new RevenueRows(columns, points, revenue, order[..cut], order[cut..], threads);
    }

    double[] Of(int[] rows) => [.. rows.Select(i => Revenue[i])];

    /// <summary>Learns, scores and cross-validates one regression.</summary>
    /// <param name="name">snake_case.</param>
    /// <param name="grid">Settings among which is searched, if there is more than one.</param>
    /// <param name="learn">Learns with settings, on so many threads.</param>
    /// <param name="told">What to say of settings.</param>
    /// <param name="cancel">Looked at in every fit.</param>
    /// <param name="sketch">Cheaper settings that are ranked in place of those of the grid.</param>
    internal ExplainedRevenue Explain<T>(
        string name,
        IReadOnlyList<T> grid,
        Func<T, Matrix, double[], int, CancellationToken, IRegressor> learn,
        Func<T, string> told,
        CancellationToken cancel,
        Func<T, T>? sketch = null
    )
    {
        var sketches = new GridSearch<T>(
            (s, x, y, t, c) => learn(sketch == null ? s : sketch(s), x, y, t, c)
        );
        var (x, y) = (Points.Take(Learned), Of(Learned));
        var settings = grid.Count == 1 ? grid[0] : sketches.Best(grid, x, y, 5, Threads, cancel);
        var model = learn(settings, x, y, Threads, cancel);
        return new ExplainedRevenue(
            name,
            told(settings),
            RegressionScore.Of(model.Predict(x, Threads, cancel), y),
            RegressionScore.Of(model.Predict(Points.Take(Held), Threads, cancel), Of(Held)),
            new GridSearch<T>(learn).Determinations(settings, x, y, 10, Threads, cancel),
            model
        );
    }
}
