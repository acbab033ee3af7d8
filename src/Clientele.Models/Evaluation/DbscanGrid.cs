namespace Clientele.Models;

/// <summary>What DBSCAN finds with one pair of settings.</summary>
/// <param name="Eps">How near a neighbor is.</param>
/// <param name="MinSamples">Points that make a core.</param>
/// <param name="Clusters">Clusters that it finds.</param>
/// <param name="NoiseShare">Share of the points that it leaves out, from 0 to 1.</param>
/// <param name="Silhouette">Mean silhouette of the points in clusters, of a sample if they are many; NaN with fewer than two clusters.</param>
public sealed record DbscanCell(
    double Eps,
    int MinSamples,
    int Clusters,
    double NoiseShare,
    double Silhouette
);

/// <summary>DBSCAN over a grid of its two settings.</summary>
public static class DbscanGrid
{
    /// <summary>One cell for every pair of settings; the neighbors are searched once for all.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="eps">Distances, each above 0.</param>
    /// <param name="minSamples">Numbers of points, each from 1 to n.</param>
    /// <param name="sample">Points whose silhouettes are taken.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at within every cell.</param>
    /// <returns>In the order of <paramref name="eps"/>, and within one in that of <paramref name="minSamples"/>.</returns>
    /// <exception cref="ArgumentException">A setting is out of its limits, or a value is not finite.</exception>
    public static IReadOnlyList<DbscanCell> Of(
        Matrix points,
        IReadOnlyList<double> eps,
        IReadOnlyList<int> minSamples,
        SampleOptions sample,
        int threads = 0,
        CancellationToken cancel = default
    )
    {
        Check(points, eps, minSamples);
        var tree = new KdTree(points, threads, cancel);
        var most = minSamples.DefaultIfEmpty(1).Max();
        var near = most > 1 ? tree.NearestPlaces(most - 1, threads, cancel) : null;
        var cells = new List<DbscanCell>(eps.Count * minSamples.Count);
        foreach (var radius in eps)
        {
            foreach (var enough in minSamples)
            {
                var cores = new bool[points.Rows];
                for (var place = 0; place < cores.Length; place++)
                {
                    cores[place] = enough == 1 || near!.DistancesOf(place)[enough - 2] <= radius * radius;
                }

                var fit = Dbscan.Of(points, tree, cores, radius, threads, cancel);
                cells.Add(Cell(points, fit, enough, sample, threads, cancel));
            }
        }

        return cells;
    }

    static void Check(Matrix points, IReadOnlyList<double> eps, IReadOnlyList<int> minSamples)
    {
        foreach (var radius in eps)
        {
            Require.Valid(new DbscanOptions { Eps = radius });
        }

        foreach (var enough in minSamples.Where(enough => enough < 1 || enough > points.Rows))
        {
            throw new ArgumentException(
                $"min_samples is {enough}, but must lie between 1 and the points: {points.Rows}.",
                nameof(minSamples)
            );
        }
    }

    static DbscanCell Cell(
        Matrix points,
        DbscanClustering fit,
        int minSamples,
        SampleOptions sample,
        int threads,
        CancellationToken cancel
    )
    {
        var rows = Enumerable
            .Range(0, points.Rows)
            .Where(row => fit.Labels[row] != IClustering.Noise)
            .ToArray();
        var labels = rows.Select(row => fit.Labels[row]).ToArray();
        var silhouette =
            fit.Clusters < 2 || fit.Clusters >= rows.Length
                ? double.NaN
                : Silhouette.Sampled(points.Take(rows), [labels], sample, threads, cancel)[0].Mean;
        return new DbscanCell(
            fit.Eps,
            minSamples,
            fit.Clusters,
            1 - (rows.Length / (double)points.Rows),
            silhouette
        );
    }
}
