using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Clientele.Models;

namespace Clientele.Benchmarks;

/// <summary>The jobs: each has a peer's job of the same work on the same input.</summary>
static class Jobs
{
    internal static IReadOnlyDictionary<string, Func<string, string>> All { get; } =
        new SortedDictionary<string, Func<string, string>>(StringComparer.Ordinal)
        {
            ["als_100k"] = data => RecommenderJobs.Factorize(data, AlsSolver.ConjugateGradient),
            ["als_100k_exact"] = data => RecommenderJobs.Factorize(data, AlsSolver.Exact),
            ["als_serve_100k"] = RecommenderJobs.ServeAll,
            ["boosting_100k"] = BoostingOf,
            ["clv_fit_100k"] = data => LifetimeJobs.Of(data, predicts: false),
            ["clv_100k"] = data => LifetimeJobs.Of(data, predicts: true),
            ["dbscan_20k"] = data => DbscanOf(data, "20k", eps: 0.8),
            ["dbscan_100k"] = data => DbscanOf(data, "100k", eps: 0.65),
            ["forest_100k"] = ForestOf,
            ["gmm_100k"] = MixtureOf,
            ["hdbscan_20k"] = data => HdbscanOf(data, "20k", minSamples: 10),
            ["hdbscan_20k_2"] = data => HdbscanOf(data, "20k", minSamples: 2),
            ["hdbscan_100k"] = data => HdbscanOf(data, "100k", minSamples: 10),
            ["hdbscan_100k_2"] = data => HdbscanOf(data, "100k", minSamples: 2),
            ["item_neighbors"] = RecommenderJobs.Neighbors,
            ["itemsets_20k"] = data => BasketJobs.Itemsets(data, support: 0.01),
            ["itemsets_20k_single"] = data => BasketJobs.Itemsets(data, support: 0.01, maxConsequent: 1),
            ["itemsets_20k_half"] = data => BasketJobs.Itemsets(data, support: 0.005),
            ["kmeans_1m"] = data => KMeansOf(data, starts: 1),
            ["kmeans_1m_10_starts"] = data => KMeansOf(data, starts: 10),
            ["kmedoids_100k"] = MedoidsOf,
            ["minibatch_1m"] = MiniBatchOf,
            ["scan_4k"] = ScanOf,
            ["silhouette_100k"] = SilhouetteOf,
            ["panel_4k"] = PanelOf,
            ["network_4k"] = BasketJobs.Network,
            ["pairs_20k"] = BasketJobs.Pairs,
            ["pairs_2m"] = _ => BasketJobs.TwoMillion(),
            ["pca_1m"] = PcaOf,
            ["tsne_4k"] = data => TsneOf(data, "feat_4k_10"),
            ["tsne_20k"] = data => TsneOf(data, "feat_20k_10"),
            ["tsne_100k"] = data => TsneOf(data, "feat_100k_10"),
            ["value_1m"] = LifetimeJobs.OfAMillion,
            ["ward_4k"] = data => WardOf(data, "4k"),
            ["ward_20k"] = data => WardOf(data, "20k"),
            ["ward_100k"] = data => WardOf(data, "100k"),
            ["umap_4k"] = data => UmapOf(data, "feat_4k_10"),
            ["umap_20k"] = data => UmapOf(data, "feat_20k_10"),
            ["umap_100k"] = data => UmapOf(data, "feat_100k_10"),
        };

    static string KMeansOf(string data, int starts)
    {
        var points = Load(data, "feat_1m_10");
        return Timed(
            () => new KMeans(new KMeansOptions { Clusters = 8, Starts = starts }).Fit(points),
            fit => new { fit.Inertia, fit.Passes }
        );
    }

    /// <summary>300 trees of 31 leaves on 100,000 rows of 30 columns, judged on 20,000 others.</summary>
    static string BoostingOf(string data)
    {
        const int learned = 100_000;
        var (points, target) = (Load(data, "reg_X_120k_30"), Load(data, "reg_y_120k").Values.ToArray());
        int[] others = [.. Enumerable.Range(learned, points.Rows - learned)];
        var (training, test) = (points.Take([.. Enumerable.Range(0, learned)]), points.Take(others));
        return Timed(
            () => new GradientBoosting(new BoostingOptions()).Fit(training, target[..learned]),
            model => new
            {
                Rmse = Math.Sqrt(
                    model.Predict(test).Zip(target[learned..], (told, y) => (told - y) * (told - y)).Average()
                ),
            }
        );
    }

    /// <summary>A hundred trees without limit on 100,000 rows of 30 columns, judged on 20,000 others.</summary>
    static string ForestOf(string data)
    {
        const int learned = 100_000;
        var (points, target) = (Load(data, "reg_X_120k_30"), Load(data, "reg_y_120k").Values.ToArray());
        int[] others = [.. Enumerable.Range(learned, points.Rows - learned)];
        var training = points.Take([.. Enumerable.Range(0, learned)]);
        return Timed(
            () => new RandomForest(new ForestOptions()).Fit(training, target.AsSpan(0, learned)),
            fit => new
            {
                fit.OutOfBagScore,
                Rmse = Math.Sqrt(
                    fit.Forest.Predict(points.Take(others))
                        .Column(0)
                        .Select((told, i) => Math.Pow(told - target[others[i]], 2))
                        .Average()
                ),
            }
        );
    }

    /// <summary>k-means 2 to 12 with ten starts each, and the full silhouette of every one.</summary>
    static string ScanOf(string data)
    {
        var points = Load(data, "feat_4k_10");
        return Timed(
            () =>
                new ClusterPanel(
                    new PanelOptions
                    {
                        Largest = 12,
                        Members = [PanelMember.Silhouette],
                        SilhouetteSample = points.Rows,
                    }
                ).Fit(points),
            panel => new
            {
                Inertia = panel.Rows.ToDictionary(r => r.K, r => r.Inertia),
                Silhouette = panel.Rows.ToDictionary(r => r.K, r => r.Silhouette),
            }
        );
    }

    static string MiniBatchOf(string data)
    {
        var points = Load(data, "feat_1m_10");
        return Timed(
            () => new MiniBatchKMeans(new MiniBatchKMeansOptions { Clusters = 8 }).Fit(points),
            fit => new { fit.Inertia, Batches = fit.Passes }
        );
    }

    static string WardOf(string data, string size)
    {
        var points = Load(data, $"feat_{size}_10");
        var labels = Labels(data, size);
        return Timed(
            () => new Agglomerative(new AgglomerativeOptions { Clusters = 8 }).Fit(points),
            fit => new { Ari = AdjustedRand.Of(labels, fit.Labels), HeightSum = fit.Tree.Heights.Sum() }
        );
    }

    static string DbscanOf(string data, string size, double eps)
    {
        var points = Load(data, $"feat_{size}_10");
        var labels = Labels(data, size);
        return Timed(
            () => new Dbscan(new DbscanOptions { Eps = eps, MinSamples = 10 }).Fit(points),
            fit => Density(fit, labels)
        );
    }

    static string HdbscanOf(string data, string size, int minSamples)
    {
        var points = Load(data, $"feat_{size}_10");
        var labels = Labels(data, size);
        return Timed(
            () =>
                new Hdbscan(new HdbscanOptions { MinClusterSize = 100, MinSamples = minSamples }).Fit(points),
            fit => Density(fit, labels)
        );
    }

    static object Density(IClustering fit, int[] labels) =>
        new
        {
            fit.Clusters,
            Noise = fit.Labels.Count(label => label == IClustering.Noise) / (double)labels.Length,
            Ari = AdjustedRand.Of(labels, fit.Labels),
        };

    /// <summary>The clusters that the points were drawn from.</summary>
    static int[] Labels(string data, string size) =>
        MemoryMarshal
            .Cast<byte, int>(File.ReadAllBytes(Path.Combine(data, $"feat_{size}_labels.bin")))
            .ToArray();

    static string MixtureOf(string data)
    {
        var points = Load(data, "feat_100k_10");
        return Timed(
            () => new GaussianMixture(new GaussianMixtureOptions { Clusters = 8 }).Fit(points),
            fit => new
            {
                LoglikPerSample = fit.LogLikelihood / points.Rows,
                fit.Bic,
                fit.Passes,
                fit.Converged,
            }
        );
    }

    static string MedoidsOf(string data)
    {
        var points = Load(data, "feat_100k_10");
        return Timed(
            () => new KMedoids(new KMedoidsOptions { Clusters = 8 }).Fit(points),
            fit => new
            {
                fit.Loss,
                fit.Sample,
                fit.Converged,
            }
        );
    }

    static string SilhouetteOf(string data)
    {
        var points = Load(data, "feat_100k_10");
        // The peer's job leaves its labels there.
        var peers = Path.Combine(data, "feat_100k_kmeans8_labels.bin");
        var labels = File.Exists(peers)
            ? MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(peers)).ToArray()
            : new KMeans(new KMeansOptions { Clusters = 8 }).Fit(points).Labels;
        return Timed(() => Silhouette.Of(points, labels), score => new { Silhouette = score.Mean });
    }

    /// <summary>Everything that the question segments computes to choose the number of segments.</summary>
    static string PanelOf(string data)
    {
        var points = Load(data, "feat_4k_10");
        return Timed(() => new ClusterPanel(new PanelOptions()).Fit(points), panel => new { panel.Chosen });
    }

    /// <summary>Ten axes, without the points along them, as the peers do.</summary>
    static string PcaOf(string data)
    {
        var points = Load(data, "pca_1m_30");
        double Singular(double variance) => Math.Sqrt(variance * (points.Rows - 1));
        return Timed(
            () => new Pca(new PcaOptions { Components = 10 }).Components(points),
            fit => new
            {
                Explained = fit.CumulativeRatios[^1],
                S1 = Singular(fit.Variances[0]),
                S10 = Singular(fit.Variances[^1]),
            }
        );
    }

    static string TsneOf(string data, string name)
    {
        var points = Load(data, name);
        return Timed(
            () => new Tsne(new TsneOptions()).Fit(points),
            fit => new { Kl = fit.Divergence, Trustworthiness15 = Trust(points, fit.Points) }
        );
    }

    static double Trust(Matrix points, Matrix places) =>
        Trustworthiness.Of(points, places, new TrustworthinessOptions { Sample = 1000 }).Trustworthiness;

    static string UmapOf(string data, string name)
    {
        var points = Load(data, name);
        return Timed(
            () => new Umap(new UmapOptions { Seed = 42 }).Fit(points).Points,
            places => new { Trustworthiness15 = Trust(points, places) }
        );
    }

    internal static string Timed<T>(Func<T> work, Func<T, object> quality)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var result = work();
        var seconds = watch.Elapsed.TotalSeconds;
        var used = Environment.CpuUsage.TotalTime - cpu;
        // What is compiled in the first call is all that a short job is: a second one shows the work alone.
        var again = seconds < 0.2 ? Seconds(work) : (double?)null;
        return JsonSerializer.Serialize(
            new
            {
                time_s = Math.Round(seconds, 4),
                again_s = again,
                cpu_s = Math.Round(used.TotalSeconds, 3),
                rss_mb = Math.Round(Environment.WorkingSet / 1048576.0, 1),
                quality = quality(result),
            }
        );
    }

    static double Seconds<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        _ = work();
        return Math.Round(watch.Elapsed.TotalSeconds, 4);
    }

    /// <summary>Raw little-endian doubles, with the shape in a JSON file beside them.</summary>
    internal static Matrix Load(string data, string name)
    {
        using var facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, $"{name}.json")));
        var shape = facts.RootElement.GetProperty("shape");
        var columns = shape.GetArrayLength() > 1 ? shape[1].GetInt32() : 1;
        var bytes = File.ReadAllBytes(Path.Combine(data, $"{name}.bin"));
        return facts.RootElement.GetProperty("dtype").GetString() == "float32"
            ? new Matrix(
                [.. MemoryMarshal.Cast<byte, float>(bytes).ToArray().Select(v => (double)v)],
                columns
            )
            : new Matrix(MemoryMarshal.Cast<byte, double>(bytes).ToArray(), columns);
    }
}
