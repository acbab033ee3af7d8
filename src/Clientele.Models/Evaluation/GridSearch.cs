namespace Clientele.Models;

/// <summary>Settings of a regression chosen by cross-validation among a few.</summary>
/// <typeparam name="T">The settings.</typeparam>
/// <param name="learn">Learns with settings.</param>
/// <remarks>Of some parts of the rows each is told by a model that did not see it; every k-th row is of one part.</remarks>
public sealed class GridSearch<T>(Func<T, Matrix, double[], CancellationToken, IRegressor> learn)
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
    ) =>
        grid.MinBy(settings =>
            RegressionScore.Of(Told(settings, points, target, parts, threads, cancel), target).Rmse
        )!;

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
        var told = Told(settings, points, target, parts, threads, cancel);
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

    double[] Told(
        T settings,
        Matrix points,
        double[] target,
        int parts,
        int threads,
        CancellationToken cancel
    ) => CrossFit.Told(points, target, parts, (x, y) => learn(settings, x, y, cancel), threads, cancel);
}
