namespace Clientele.Models;

/// <summary>Clusters around points that are themselves among the points, for any distance.</summary>
/// <remarks>
/// FasterPAM: O(n²·d) a pass, O(n·d) memory. Of more points than the sample size each start takes a sample of its own, and
/// all points judge which start is best, as in CLARA. First medoids are drawn with a chance proportional to the distance to
/// those before. With fewer different points than clusters some clusters stay empty.
/// Source: Schubert and Rousseeuw (2021), Information Systems 101; Kaufman and Rousseeuw (1990), Finding Groups in Data.
/// </remarks>
public sealed class KMedoids(KMedoidsOptions options) : IClusterer
{
    readonly KMedoidsOptions _options = Require.Valid(options);

    /// <inheritdoc cref="IClusterer.Fit"/>
    public MedoidClustering Fit(Matrix points, CancellationToken cancel = default)
    {
        KMeans.TooFew(points.Rows, _options.Clusters);
        Require.Finite(points, "K-medoids");
        var all = new MedoidSpace(points, _options.Metric, _options.Threads);
        var runs = new List<(MedoidRun Run, NearestMedoids Nearest, double Loss)>();
        for (var start = 0; start < _options.Starts; start++)
        {
            var run = Run(points, all, new Random(Seeds.Of(_options.Seed, start)), cancel);
            var nearest = new NearestMedoids(all);
            runs.Add((run, nearest, nearest.Find(all.Rows.Take(run.Medoids), _options.Threads, cancel)));
        }

        // The first of equals.
        var best = runs.MinBy(run => run.Loss);
        return new MedoidClustering(
            best.Nearest.Labels[..points.Rows],
            best.Run.Medoids,
            points.Take(best.Run.Medoids),
            _options.Metric,
            best.Loss,
            best.Run.Converged,
            best.Run.Passes,
            Math.Min(_options.SampleSize, points.Rows)
        );
    }

    IClustering IClusterer.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    MedoidRun Run(Matrix points, MedoidSpace all, Random random, CancellationToken cancel)
    {
        var sampled = points.Rows > _options.SampleSize;
        var rows = sampled
            ? Seeds.Sample(points.Rows, Math.Max(_options.SampleSize, _options.Clusters), random)
            : [];
        var space = sampled ? new MedoidSpace(points.Take(rows), _options.Metric) : all;
        var first = First(space, random, cancel);
        var run = FasterPam.Run(space, first, _options.Iterations, _options.Threads, cancel);
        return sampled ? run with { Medoids = [.. run.Medoids.Select(row => rows[row])] } : run;
    }

    /// <summary>Rows far from each other.</summary>
    int[] First(MedoidSpace space, Random random, CancellationToken cancel)
    {
        var medoids = new int[_options.Clusters];
        medoids[0] = random.Next(space.Packed.Rows);
        var nearest = new NearestMedoids(space);
        for (var m = 1; m < medoids.Length; m++)
        {
            var left =
                random.NextDouble()
                * nearest.Find(space.Rows.Take(medoids.AsSpan(0, m)), _options.Threads, cancel);
            var row = 0;
            while (row < space.Packed.Rows - 1 && left >= nearest.First[row])
            {
                left -= nearest.First[row++];
            }

            medoids[m] = row;
        }

        return medoids;
    }
}
