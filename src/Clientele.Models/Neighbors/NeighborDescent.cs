namespace Clientele.Models;

/// <summary>Finds nearly all nearest neighbors: a neighbor of a neighbor is likely a neighbor.</summary>
/// <remarks>
/// The first guess is whoever shares a leaf of a tree of random cuts; then every point asks its neighbors, and those that
/// it is a neighbor of, for theirs, until hardly anything changes. In a pass a point reads only what the last pass left.
/// About O(n·log n·d) time, O(n·neighbors) memory.
/// Source: Dong, Moses and Li (2011), WWW, "Efficient k-nearest neighbor graph construction for generic similarity measures".
/// </remarks>
public sealed class NeighborDescent(NeighborDescentOptions options)
{
    const int RowsABlock = 512;

    readonly NeighborDescentOptions _options = Require.Valid(options);

    /// <summary>Nearly the nearest others of every point, with their true distances.</summary>
    /// <param name="points">n × d finite values.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    /// <exception cref="ArgumentException">There are too few points, or a value is not finite.</exception>
    public NeighborGraph Of(Matrix points, CancellationToken cancel = default)
    {
        Require.Finite(points, "A search for neighbors");
        ExactNeighbors.TooFew(_options.Neighbors, points.Rows - 1, "the other points");
        var graph = NeighborGraph.Empty(points.Rows, _options.Neighbors);
        Plant(points, graph, cancel);
        var before = new int[graph.Indices.Length];
        Array.Fill(before, NearestRows.None);
        for (var (pass, changed) = (0, long.MaxValue); IsUnsettled(pass, changed, graph); pass++)
        {
            var links = new NeighborLinks(graph, before, _options.Candidates);
            graph.Indices.CopyTo(before, 0);
            changed = Ask(points, graph, links, cancel);
        }

        Complete(points, graph, cancel);
        return graph;
    }

    bool IsUnsettled(int pass, long changed, NeighborGraph graph) =>
        pass < _options.Iterations && changed > _options.Tolerance * graph.Indices.Length;

    /// <summary>Makes neighbors of those that share a leaf.</summary>
    void Plant(Matrix points, NeighborGraph graph, CancellationToken cancel)
    {
        var trees = new List<int[]>[_options.Trees];
        var leafSize = Math.Max(_options.LeafSize, _options.Neighbors + 1);
        Blocks.For(
            trees.Length,
            _options.Threads,
            tree =>
            {
                var random = new Random(Seeds.Of(_options.Seed, tree));
                trees[tree] = RandomCuts.Leaves(points, _options.Metric, leafSize, random, cancel);
            },
            cancel
        );
        // Tree after tree: in one tree a point is of one leaf only.
        foreach (var leaves in trees)
        {
            Blocks.For(leaves.Count, _options.Threads, leaf => Meet(points, graph, leaves[leaf]), cancel);
        }
    }

    void Meet(Matrix points, NeighborGraph graph, int[] leaf)
    {
        for (var i = 1; i < leaf.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var distance = Distance.Of(points[leaf[i]], points[leaf[j]], _options.Metric);
                Introduce(graph, leaf[i], leaf[j], distance);
                Introduce(graph, leaf[j], leaf[i], distance);
            }
        }
    }

    static void Introduce(NeighborGraph graph, int row, int other, double distance)
    {
        var nearest = graph.Nearest(row);
        if (distance <= nearest.Farthest && !graph.IndicesOf(row).Contains(other))
        {
            nearest.Add(other, distance);
        }
    }

    /// <summary>Lets every point ask those that it is linked with, and counts the neighbors that it gains.</summary>
    long Ask(Matrix points, NeighborGraph graph, NeighborLinks links, CancellationToken cancel)
    {
        var gains = new long[(points.Rows + RowsABlock - 1) / RowsABlock];
        Blocks.For(
            gains.Length,
            _options.Threads,
            block =>
            {
                // For each other, the last row that looked at it.
                var met = new int[points.Rows];
                Array.Fill(met, -1);
                for (
                    var row = block * RowsABlock;
                    row < Math.Min((block + 1) * RowsABlock, points.Rows);
                    row++
                )
                {
                    gains[block] += Ask(points, graph, links, row, met);
                }
            },
            cancel
        );
        return gains.Sum();
    }

    int Ask(Matrix points, NeighborGraph graph, NeighborLinks links, int row, int[] met)
    {
        var nearest = graph.Nearest(row);
        var gained = 0;
        met[row] = row;
        foreach (var known in graph.IndicesOf(row))
        {
            if (known != NearestRows.None)
            {
                met[known] = row;
            }
        }

        foreach (var link in links.Of(row))
        {
            foreach (var next in links.Of(NeighborLinks.Row(link)))
            {
                // What two old links lead to was asked before.
                var other = NeighborLinks.Row(next);
                if ((NeighborLinks.IsNew(link) || NeighborLinks.IsNew(next)) && met[other] != row)
                {
                    met[other] = row;
                    var distance = Distance.Of(points[row], points[other], _options.Metric);
                    gained += nearest.Add(other, distance) ? 1 : 0;
                }
            }
        }

        return gained;
    }

    /// <summary>Compares a point that found too few with all others.</summary>
    void Complete(Matrix points, NeighborGraph graph, CancellationToken cancel)
    {
        for (var row = 0; row < graph.Rows; row++)
        {
            if (!graph.IndicesOf(row).Contains(NearestRows.None))
            {
                continue;
            }

            cancel.ThrowIfCancellationRequested();
            var nearest = graph.Nearest(row);
            nearest.Clear();
            for (var other = 0; other < graph.Rows; other++)
            {
                if (other != row)
                {
                    nearest.Add(other, Distance.Of(points[row], points[other], _options.Metric));
                }
            }
        }
    }
}
