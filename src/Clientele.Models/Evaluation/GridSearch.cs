namespace Clientele.Models;

/// <summary>Settings of a regression chosen by cross-validation among a few.</summary>
/// <typeparam name="T">The settings.</typeparam>
/// <param name="learn">Learns with settings, on so many threads.</param>
/// <remarks>
/// Of some parts of the rows each is told by a model that did not see it; every k-th row is of one part. Threads share out the parts of
/// all settings: a model of few rows would keep but one of them busy.
/// </remarks>
public sealed class GridSearch<T>(Func<T, Matrix, double[], int, CancellationToken, IRegressor> learn)
{
    /// <summary>The settings by which rows that were not seen are told with the least squared error; the first of equals.</summary>
    /// <param name="grid">At least one.</param>
    /// <param name="points">n × d finite values.</param>
    /// <param name="target">n finite numbers.</param>
    /// <param name="parts">How many.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Handed on.</param>
    public T Best(
        IReadOnlyList<T> grid,
        Matrix points,
        double[] target,
        int parts,
        int threads = 0,
        CancellationToken cancel = default
    )
    {
        var told = Told(grid, points, target, parts, threads, cancel);
        return grid[told.Index().MinBy(t => RegressionScore.Of(t.Item, target).Rmse).Index];
    }

    /// <summary>Determination (R²) of each of some parts by models that did not see it.</summary>
    /// <param name="settings">Which.</param>
    /// <param name="points">n × d finite values.</param>
    /// <param name="target">n finite numbers.</param>
    /// <param name="parts">How many.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Handed on.</param>
    public IReadOnlyList<double> Determinations(
        T settings,
        Matrix points,
        double[] target,
        int parts,
        int threads = 0,
        CancellationToken cancel = default
    )
    {
        var told = Told([settings], points, target, parts, threads, cancel)[0];
        return
        [
            .. Enumerable
                .Range(0, parts)
                .Select(part =>
                    RegressionScore
                        .Of(
                            [.. told.Where((_, i) => i % parts == part)],
                            [.. target.Where((_, i) => i % parts == part)]
                        )
                        .RSquared
                ),
        ];
    }

    double[][] Told(
        IReadOnlyList<T> grid,
        Matrix points,
        double[] target,
        int parts,
        int threads,
        CancellationToken cancel
    )
    {
        var folds = Enumerable.Range(0, parts).Select(part => new Fold(points, target, parts, part)).ToList();
        double[][] told = [.. grid.Select(_ => new double[target.Length])];
        var own = Blocks.Each(grid.Count * parts, threads);
        Blocks.For(
            grid.Count * parts,
            threads,
            piece =>
                folds[piece % parts]
                    .Tell(
                        (x, y) => learn(grid[piece / parts], x, y, own, cancel),
                        told[piece / parts],
                        own,
                        cancel
                    ),
            cancel
        );
        return told;
    }
}
