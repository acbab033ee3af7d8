namespace Clientele.Models;

/// <summary>A mixture of normal distributions, fitted by expectation and maximisation; the best of several starts.</summary>
/// <remarks>
/// Starts go some passes on a sample, the most likely of them on until they settle there, and the best two of those on
/// all points. O(n·k·d²) a pass. A run in which a component collapsed, or lives on too few points to have a covariance, is
/// kept only if there is no other. Components that are the most likely of no point are left out. Clusters are in the order of their weights, the heaviest first.
/// Source: Dempster, Laird and Rubin (1977), JRSS B 39; Fraley and Raftery (2002), JASA 97; Biernacki, Celeux and
/// Govaert (2003), CSDA 41.
/// </remarks>
public sealed class GaussianMixture(GaussianMixtureOptions options) : IClusterer
{
    /// <summary>Passes that every start makes on the sample.</summary>
    const int FirstPasses = 25;

    /// <summary>Starts that go on until they settle on the sample.</summary>
    const int Settling = 4;

    /// <summary>Starts that go on with all points.</summary>
    const int Finalists = 2;

    /// <summary>Values whose squares can still be added up.</summary>
    const double Greatest = 1e100;

    readonly GaussianMixtureOptions _options = Require.Valid(options);

    /// <inheritdoc cref="IClusterer.Fit"/>
    public MixtureClustering Fit(Matrix points, CancellationToken cancel = default)
    {
        KMeans.TooFew(points.Rows, _options.Clusters);
        Require.Finite(points, "A Gaussian mixture");
        TooFar(points);
        var packed = new PackedPoints(points, _options.Threads);
        var runs = Continue(packed, Starts(points, cancel), _options.Iterations, cancel);
        return Finish(packed, Best(runs, points.Rows, 1)[0], cancel);
    }

    IClustering IClusterer.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    static void TooFar(Matrix points)
    {
        var most = Math.Abs(System.Numerics.Tensors.TensorPrimitives.MaxMagnitude<double>(points.Values));
        if (most > Greatest)
        {
            throw new ArgumentException(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"A Gaussian mixture squares values, which must be no greater than {Greatest}, not {most}: scale them first."
                ),
                nameof(points)
            );
        }
    }

    /// <summary>The finalists, settled on a sample.</summary>
    MixtureRun[] Starts(Matrix points, CancellationToken cancel)
    {
        // Enough points for every component to have a covariance of its own.
        var size = Math.Max(4096, 20 * _options.Clusters * points.Columns);
        var sample = points.Take(Seeds.Sample(points.Rows, size, new Random(_options.Seed)));
        var packed = new PackedPoints(sample);
        var starts = new MixtureStarts(sample, packed, _options);
        var runs = new MixtureRun[_options.Starts];
        Blocks.For(
            runs.Length,
            _options.Threads,
            start => runs[start] = Run(packed, starts.Of(start, cancel), FirstPasses, 1, cancel),
            cancel
        );
        var settled = Continue(packed, Best(runs, sample.Rows, Settling), _options.Iterations, cancel);
        return Best(settled, sample.Rows, Finalists);
    }

    MixtureRun[] Continue(PackedPoints points, MixtureRun[] runs, int passes, CancellationToken cancel)
    {
        var shareRuns = points.Rows <= Blocks.SmallRows;
        var continued = new MixtureRun[runs.Length];
        Blocks.For(
            runs.Length,
            shareRuns ? _options.Threads : 1,
            run =>
                continued[run] = Run(
                    points,
                    runs[run].Mixture,
                    passes,
                    shareRuns ? 1 : _options.Threads,
                    cancel
                ),
            cancel
        );
        return continued;
    }

    MixtureRun Run(PackedPoints points, Mixture start, int passes, int threads, CancellationToken cancel) =>
        new MixturePasses(points, _options.Covariance, _options.Regularization, threads).Run(
            start,
            passes,
            _options.Tolerance,
            cancel
        );

    /// <summary>The most likely runs, those without a collapsed component first; of equals the earlier start.</summary>
    MixtureRun[] Best(MixtureRun[] runs, int rows, int count) =>
        [
            .. runs.OrderBy(run => IsSuspect(run.Mixture, rows))
                .ThenByDescending(run => run.LogLikelihood)
                .Take(count),
        ];

    /// <summary>Whether a component collapsed, or has no more points than span its covariance.</summary>
    bool IsSuspect(Mixture mixture, int rows)
    {
        var least =
            _options.Covariance == CovarianceShape.Full ? mixture.Means.Columns + 1
            : _options.Covariance == CovarianceShape.Tied ? 0
            : 2;
        return mixture.Collapsed > 0 || mixture.Weights.Any(weight => weight * rows < least);
    }

    /// <summary>Leaves out components that are the most likely of no point, until there are none.</summary>
    MixtureClustering Finish(PackedPoints points, MixtureRun run, CancellationToken cancel)
    {
        while (true)
        {
            var labels = MixtureScores
                .Of(points, run.Mixture, _options.Covariance, shares: false, _options.Threads, cancel)
                .Labels;
            var used = labels
                .Distinct()
                .OrderByDescending(c => run.Mixture.Weights[c])
                .ThenBy(c => c)
                .ToArray();
            var mixture = run.Mixture.Only(used);
            if (used.Length == run.Mixture.Weights.Count)
            {
                return new MixtureClustering(
                    [.. labels.Select(label => Array.IndexOf(used, label))],
                    mixture,
                    _options.Covariance,
                    run.LogLikelihood,
                    run.Converged,
                    run.Passes
                );
            }

            run = Continue(points, [run with { Mixture = mixture }], _options.Iterations, cancel)[0];
        }
    }
}
