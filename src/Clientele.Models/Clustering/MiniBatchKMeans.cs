namespace Clientele.Models;

/// <summary>k-means whose centers follow small random batches of the points, for very many of them.</summary>
/// <remarks>
/// A center is the mean of all points of batches that were nearest to it when they came. O(batches·size·k·d), and one
/// pass over all points for their labels. Several starts see the same batches.
/// Source: Sculley (2010), "Web-Scale K-Means Clustering", WWW.
/// </remarks>
public sealed class MiniBatchKMeans(MiniBatchKMeansOptions options) : IClusterer
{
    /// <summary>Points that first centers are drawn from, and points that runs are compared by, in batches.</summary>
    const int FirstBatches = 3;
    const int JudgedBatches = 10;

    readonly MiniBatchKMeansOptions _options = Require.Valid(options);

    /// <inheritdoc cref="IClusterer.Fit"/>
    public CenterClustering Fit(Matrix points, CancellationToken cancel = default)
    {
        KMeans.TooFew(points.Rows, _options.Clusters);
        Require.Finite(points, "Mini-batch k-means");
        var runs = Starts(points, cancel);
        var random = new Random(Seeds.Of(_options.Seed, -1));
        var batch = new PackedPoints(_options.BatchSize, points.Columns);
        var rows = new int[_options.BatchSize];
        var batches = 0;
        while (batches < _options.Batches && runs.Exists(run => !run.Settled))
        {
            cancel.ThrowIfCancellationRequested();
            batches++;
            Draw(points.Rows, random, rows);
            batch.Fill(points, rows);
            foreach (var run in runs.Where(run => !run.Settled))
            {
                run.Follow(batch, _options.Patience);
            }
        }

        var best = Best(points, runs, cancel);
        var (labels, inertia) = LabelAll(points, best.Centers, cancel);
        return new CenterClustering(labels, best.Centers, inertia, best.Settled, batches);
    }

    IClustering IClusterer.Fit(Matrix points, CancellationToken cancel) => Fit(points, cancel);

    /// <summary>First centers of every run: k-means++ on a few batches' worth of points.</summary>
    List<MiniBatchRun> Starts(Matrix points, CancellationToken cancel)
    {
        var size = Math.Max(FirstBatches * _options.BatchSize, 3 * _options.Clusters);
        var runs = new MiniBatchRun[_options.Starts];
        Blocks.For(
            runs.Length,
            _options.Threads,
            start =>
            {
                var random = new Random(Seeds.Of(_options.Seed, start));
                var sample = new PackedPoints(Sample(points, size, random));
                runs[start] = new(PlusPlus.Centers(sample, _options.Clusters, random, threads: 1, cancel));
            },
            cancel
        );
        return [.. runs];
    }

    /// <summary>All points, or some drawn with return where there are more: to look at each of a million takes longer than a run.</summary>
    static Matrix Sample(Matrix points, int size, Random random)
    {
        if (points.Rows <= size)
        {
            return points;
        }

        var rows = new int[size];
        Draw(points.Rows, random, rows);
        return points.Take(rows);
    }

    static void Draw(int points, Random random, int[] rows)
    {
        foreach (ref var row in rows.AsSpan())
        {
            row = random.Next(points);
        }
    }

    /// <summary>The run with the least inertia of a sample, the first of equals.</summary>
    MiniBatchRun Best(Matrix points, List<MiniBatchRun> runs, CancellationToken cancel)
    {
        var random = new Random(Seeds.Of(_options.Seed, -2));
        var sample = new PackedPoints(Sample(points, JudgedBatches * _options.BatchSize, random));
        return runs.MinBy(run => Nearest.Label(sample, run.Centers, _options.Threads, cancel).Inertia)!;
    }

    /// <summary>Labels of all points; a center that no point is nearest to moves to the point that lies farthest from its own.</summary>
    (int[] Labels, double Inertia) LabelAll(Matrix points, Matrix centers, CancellationToken cancel)
    {
        while (true)
        {
            var (labels, inertia) = Nearest.Label(points, centers, _options.Threads, cancel);
            var used = new bool[centers.Rows];
            foreach (var label in labels)
            {
                used[label] = true;
            }

            var empty = Array.IndexOf(used, value: false);
            if (empty < 0 || inertia == 0)
            {
                return (labels, inertia);
            }

            points[Farthest(points, centers, labels)].CopyTo(centers[empty]);
        }
    }

    static int Farthest(Matrix points, Matrix centers, int[] labels)
    {
        var (farthest, most) = (0, 0.0);
        for (var row = 0; row < labels.Length; row++)
        {
            var distance = System.Numerics.Tensors.TensorPrimitives.Distance<double>(
                points[row],
                centers[labels[row]]
            );
            if (distance > most)
            {
                (farthest, most) = (row, distance);
            }
        }

        return farthest;
    }
}
