using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class WardTests : AgglomerativeContract
{
    protected override Linkage Linkage => Linkage.Ward;

    protected override double KeptLabels => 0.8;
}

public sealed class AverageLinkageTests : AgglomerativeContract
{
    protected override Linkage Linkage => Linkage.Average;

    protected override double KeptLabels => 0.8;
}

public sealed class CompleteLinkageTests : AgglomerativeContract
{
    protected override Linkage Linkage => Linkage.Complete;

    protected override double KeptLabels => 0.8;
}

public sealed class SingleLinkageTests : AgglomerativeContract
{
    protected override Linkage Linkage => Linkage.Single;

    /// <summary>Clusters that wind around each other are not told apart by their means.</summary>
    protected override double KeptLabels => 0.1;
}

/// <summary>What every linkage keeps to.</summary>
public abstract class AgglomerativeContract : ClustererContract
{
    protected abstract Linkage Linkage { get; }

    protected override IClusterer Create(int clusters, int seed, int threads) =>
        new Agglomerative(
            new AgglomerativeOptions
            {
                Clusters = clusters,
                Linkage = Linkage,
                Seed = seed,
                Threads = threads,
                Sample = 1000,
            }
        );

    [Fact]
    public void Merges_are_those_of_a_search_through_all_pairs()
    {
        var points = Points.Even(300, 3, seed: 4);

        var tree = new Agglomerative(new AgglomerativeOptions { Linkage = Linkage }).Fit(points).Tree;

        Assert.All(
            tree.Heights.Zip(EveryPair.Heights(points, Linkage)),
            heights => Assert.Equal(heights.Second, heights.First, 1e-9)
        );
    }

    [Fact]
    public void The_mean_of_a_cluster_is_sure_and_a_place_between_two_is_not()
    {
        var (points, _) = Points.Blobs(clusters: 2, size: 40, columns: 2);
        var fit = (AgglomerativeClustering)Create(2, 1, 1).Fit(points);
        var (one, other) = (fit.Means[0].ToArray(), fit.Means[1].ToArray());
        double[] between = [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];

        var confidence = fit.Assign(new Matrix([.. one, .. between], columns: 2)).Confidence;

        Assert.Equal([1, 0], confidence.Select(c => Math.Round(c, 9)));
    }

    [Fact]
    public void One_point_is_one_cluster()
    {
        var fit = (AgglomerativeClustering)Create(1, 1, 1).Fit(new Matrix([5, 6], columns: 2));

        Assert.Equal([0], fit.Labels);
        Assert.Empty(fit.Tree.Heights);
        Assert.Equal([0], fit.Tree.LeafOrder());
    }
}

/// <summary>Agglomerative clustering as the definitions say, without any shortcut.</summary>
static class EveryPair
{
    internal static double[] Heights(Matrix points, Linkage linkage)
    {
        var clusters = Enumerable.Range(0, points.Rows).Select(row => new List<int> { row }).ToList();
        var distances = new Dictionary<(List<int>, List<int>), double>();
        double Distance(List<int> a, List<int> b) =>
            distances.TryGetValue((a, b), out var known)
                ? known
                : distances[(a, b)] = Between(points, a, b, linkage);
        var heights = new List<double>();
        while (clusters.Count > 1)
        {
            var (best, x, y) = (double.PositiveInfinity, clusters[0], clusters[1]);
            for (var i = 0; i < clusters.Count; i++)
            {
                for (var j = i + 1; j < clusters.Count; j++)
                {
                    var distance = Distance(clusters[i], clusters[j]);
                    if (distance < best)
                    {
                        (best, x, y) = (distance, clusters[i], clusters[j]);
                    }
                }
            }

            heights.Add(best);
            clusters.Remove(x);
            clusters.Remove(y);
            clusters.Add([.. x, .. y]);
        }

        return [.. heights];
    }

    static double Between(Matrix points, List<int> a, List<int> b, Linkage linkage)
    {
        if (linkage == Linkage.Ward)
        {
            var means = Enumerable
                .Range(0, points.Columns)
                .Sum(c => Math.Pow(a.Average(i => points[i][c]) - b.Average(i => points[i][c]), 2));
            return Math.Sqrt(2.0 * a.Count * b.Count / (a.Count + b.Count) * means);
        }

        var pairs = a.SelectMany(i => b.Select(j => Apart(points, i, j)));
        return linkage switch
        {
            Linkage.Single => pairs.Min(),
            Linkage.Complete => pairs.Max(),
            _ => pairs.Average(),
        };
    }

    internal static double Apart(Matrix points, int i, int j) =>
        Math.Sqrt(Enumerable.Range(0, points.Columns).Sum(c => Math.Pow(points[i][c] - points[j][c], 2)));
}
