using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>HDBSCAN as the paper defines it, from sets of points and the distances between all of them.</summary>
static class DensityDefinition
{
    internal static (int[] Labels, double[] OutlierScores) Of(Matrix points, HdbscanOptions options)
    {
        var reach = Reach(points, options.MinSamples!.Value);
        var all = new Branch([.. Enumerable.Range(0, points.Rows)], 0);
        Grow(all, reach, options.MinClusterSize);
        var labels = new int[points.Rows];
        Array.Fill(labels, IClustering.Noise);
        var chosen = all.Children.SelectMany(child =>
            options.Selection == ClusterSelection.Leaf ? child.Leaves() : child.Best().Chosen
        );
        foreach (var (branch, label) in chosen.Select((branch, label) => (branch, label)))
        {
            branch.Points.ForEach(point => labels[point] = label);
        }

        var scores = new double[points.Rows];
        Score(all, scores);
        return (labels, scores);
    }

    static double[,] Reach(Matrix points, int minSamples)
    {
        var rows = Enumerable.Range(0, points.Rows).ToArray();
        var core = rows.Select(i =>
                rows.Select(j => EveryPair.Apart(points, i, j)).Order().ElementAt(minSamples - 1)
            )
            .ToArray();
        var reach = new double[rows.Length, rows.Length];
        foreach (var i in rows)
        {
            foreach (var j in rows)
            {
                reach[i, j] = Math.Max(EveryPair.Apart(points, i, j), Math.Max(core[i], core[j]));
            }
        }

        return reach;
    }

    /// <summary>Lowers the distance step by step, from where the points of a branch hold together to where none do.</summary>
    static void Grow(Branch branch, double[,] reach, int least)
    {
        var left = branch.Points;
        var levels = left.SelectMany(i => left.Select(j => reach[i, j]))
            .Distinct()
            .OrderDescending()
            .ToList();
        foreach (var level in levels)
        {
            var parts = Parts(left, reach, level);
            var large = parts.Where(part => part.Count >= least).ToList();
            foreach (var part in parts.Where(part => part.Count < least || large.Count > 1))
            {
                part.ForEach(point => branch.Left[point] = 1 / level);
            }

            if (large.Count != 1)
            {
                branch.Children.AddRange(large.Select(part => new Branch(part, 1 / level)));
                branch.Children.ForEach(child => Grow(child, reach, least));
                return;
            }

            left = large[0];
        }
    }

    /// <summary>The sets of points that are connected by distances below a level.</summary>
    static List<List<int>> Parts(List<int> points, double[,] reach, double level)
    {
        var waiting = points.ToHashSet();
        var parts = new List<List<int>>();
        while (waiting.Count > 0)
        {
            var part = new List<int> { waiting.First() };
            waiting.Remove(part[0]);
            for (var i = 0; i < part.Count; i++)
            {
                var joined = waiting.Where(other => reach[part[i], other] < level).ToList();
                part.AddRange(joined);
                waiting.ExceptWith(joined);
            }

            parts.Add(part);
        }

        return parts;
    }

    static double Score(Branch branch, double[] scores)
    {
        var deepest = branch
            .Children.Select(child => Score(child, scores))
            .Append(branch.Left.Values.Max())
            .Max();
        foreach (var point in branch.Left.Keys.Where(p => !branch.Children.Exists(c => c.Points.Contains(p))))
        {
            scores[point] = (deepest - branch.Left[point]) / deepest;
        }

        return deepest;
    }

    sealed record Branch(List<int> Points, double Birth)
    {
        internal List<Branch> Children { get; } = [];

        internal Dictionary<int, double> Left { get; } = [];

        internal IEnumerable<Branch> Leaves() =>
            Children.Count == 0 ? [this] : Children.SelectMany(child => child.Leaves());

        internal (double Mass, List<Branch> Chosen) Best()
        {
            var own = Left.Values.Sum(density => density - Birth);
            var below = Children.Select(child => child.Best()).ToList();
            return own >= below.Sum(b => b.Mass)
                ? (own, [this])
                : (below.Sum(b => b.Mass), [.. below.SelectMany(b => b.Chosen)]);
        }
    }
}
