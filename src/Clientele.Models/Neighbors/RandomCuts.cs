namespace Clientele.Models;

/// <summary>Divides points among leaves, in each step by which of two points drawn at random is nearer.</summary>
/// <remarks>Source: Dasgupta and Freund (2008), STOC, random projection trees; here for any metric.</remarks>
static class RandomCuts
{
    /// <summary>A cut that leaves less than this share on a side is replaced by one through the middle of the rows.</summary>
    const int LeastShare = 20;

    /// <summary>All rows, leaf by leaf.</summary>
    /// <param name="points">n × d.</param>
    /// <param name="metric">How far apart two points are.</param>
    /// <param name="leafSize">Most rows of a leaf.</param>
    /// <param name="random">Draws the points.</param>
    /// <param name="cancel">Looked at before every cut.</param>
    internal static List<int[]> Leaves(
        Matrix points,
        Metric metric,
        int leafSize,
        Random random,
        CancellationToken cancel
    )
    {
        var leaves = new List<int[]>();
        var open = new Stack<int[]>();
        open.Push([.. Enumerable.Range(0, points.Rows)]);
        while (open.TryPop(out var rows))
        {
            cancel.ThrowIfCancellationRequested();
            if (rows.Length <= leafSize)
            {
                leaves.Add(rows);
                continue;
            }

            var (one, other) = Cut(points, metric, rows, random);
            open.Push(one);
            open.Push(other);
        }

        return leaves;
    }

    static (int[] One, int[] Other) Cut(Matrix points, Metric metric, int[] rows, Random random)
    {
        var p = points[rows[random.Next(rows.Length)]];
        var q = points[rows[random.Next(rows.Length)]];
        var (one, other) = (new List<int>(rows.Length), new List<int>());
        foreach (var row in rows)
        {
            var isNearer = Distance.Of(points[row], p, metric) < Distance.Of(points[row], q, metric);
            (isNearer ? one : other).Add(row);
        }

        return Math.Min(one.Count, other.Count) * LeastShare >= rows.Length
            ? ([.. one], [.. other])
            : (rows[..(rows.Length / 2)], rows[(rows.Length / 2)..]);
    }
}
