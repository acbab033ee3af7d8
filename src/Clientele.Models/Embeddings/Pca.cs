namespace Clientele.Models;

/// <summary>Principal component analysis: the space of few dimensions that holds the most variance.</summary>
/// <remarks>
/// Linear, so distances shrink but do not fold. Scale the columns first where their units differ.
/// Source: Pearson (1901), Phil. Mag. 2(11); Hotelling (1933), J. Educ. Psychol. 24. By chance: Halko, Martinsson and Tropp (2011).
/// </remarks>
public sealed class Pca(PcaOptions options) : IEmbedder
{
    /// <summary>Columns up to which all covariances cost less than they are worth.</summary>
    const int ManyColumns = 1000;

    readonly PcaOptions _options = Require.Valid(options);

    /// <inheritdoc cref="IEmbedder.Fit"/>
    public PcaEmbedding Fit(Matrix points, CancellationToken cancel = default)
    {
        var components = Components(points, cancel);
        return new PcaEmbedding(components, components.Transform(points, _options.Threads, cancel));
    }

    IEmbedding IEmbedder.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    /// <summary>The axes alone, without the points in their space.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="cancel">Looked at between blocks of rows.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 points, fewer columns than components, or a value is not finite.</exception>
    public PrincipalComponents Components(Matrix points, CancellationToken cancel = default)
    {
        if (points.Rows < 2)
        {
            throw new ArgumentException($"PCA needs at least 2 points, not {points.Rows}.", nameof(points));
        }

        if (_options.Share == null && _options.Components > points.Columns)
        {
            throw new ArgumentException(
                $"components is {_options.Components}, but can be no more than the columns: {points.Columns}.",
                nameof(points)
            );
        }

        return
            _options.Solver == PcaSolver.Randomized
            || (
                _options.Solver == PcaSolver.Auto
                && _options.Share == null
                && points.Columns > ManyColumns
                && _options.Components <= points.Columns / 5
            )
            ? new RandomAxes(Require.Finite(points, "PCA"), _options).Find(cancel)
            : FromCovariances(points, cancel);
    }

    PrincipalComponents FromCovariances(Matrix points, CancellationToken cancel)
    {
        var (means, covariances) = Covariance.Of(points, _options.Threads, cancel);
        // What is not finite makes a mean so: looking for it first would read everything twice.
        if (!means.All(double.IsFinite))
        {
            Require.Finite(points, "PCA");
        }

        var total = Enumerable.Range(0, points.Columns).Sum(j => covariances[j][j]);
        var eigen = SymmetricEigen.Of(covariances);

        // Rounding can leave a variance of nothing below 0.
        double[] variances = [.. eigen.Values.Select(v => Math.Max(v, 0))];
        var all = new PrincipalComponents(means, eigen.Vectors, variances, total);
        var count = _options.Share is { } share ? CountFor(share, all) : _options.Components;
        return all with
        {
            Axes = eigen.Vectors.Take([.. Enumerable.Range(0, count)]),
            Variances = variances[..count],
        };
    }

    /// <summary>The least number of axes that hold a share of the variance, at least one.</summary>
    static int CountFor(double share, PrincipalComponents all)
    {
        // A share that only rounding keeps from being reached is reached.
        var first = Array.FindIndex(all.CumulativeRatios, ratio => ratio >= share - 1e-12);
        return first < 0
            ? all.TotalVariance > 0
                ? all.Variances.Length
                : 1
            : first + 1;
    }
}
