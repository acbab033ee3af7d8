namespace Clientele.Models;

/// <summary>How strongly pairs of points belong together; all add up to 1.</summary>
/// <param name="Starts">n + 1: where each point's partners begin, and the end; every point has a multiple of 8.</param>
/// <param name="Partners">Rows of the partners, ascending; filled up with the point itself.</param>
/// <param name="Weights">pᵢⱼ, equal to pⱼᵢ; 0 for the filling.</param>
sealed record Affinities(int[] Starts, int[] Partners, float[] Weights)
{
    const int RowsABlock = 256;

    /// <summary>Partners that a kernel takes at once.</summary>
    internal const int Lanes = 8;

    /// <summary>Number of points.</summary>
    internal int Rows => Starts.Length - 1;

    /// <summary>(pⱼ|ᵢ + pᵢ|ⱼ) / 2n from the chances that i has j for a neighbor.</summary>
    /// <param name="graph">Neighbors of every point.</param>
    /// <param name="chances">n × neighbors: those of one point add up to 1.</param>
    /// <param name="threads">Most threads; 0 for one a core. Does not change the result.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    internal static Affinities Of(NeighborGraph graph, float[] chances, int threads, CancellationToken cancel)
    {
        var rows = graph.Rows;
        var (forward, weights) = (graph.Indices.ToArray(), chances.ToArray());
        ForRows(
            rows,
            threads,
            row =>
            {
                var part = (row * graph.Neighbors)..((row + 1) * graph.Neighbors);
                forward.AsSpan(part).Sort(weights.AsSpan(part));
            },
            cancel
        );
        var back = Turned(rows, graph.Neighbors, forward, weights);
        var starts = new int[rows + 1];
        ForRows(rows, threads, row => starts[row + 1] = Padded(Merge(row, default, default)), cancel);
        for (var row = 0; row < rows; row++)
        {
            starts[row + 1] = checked(starts[row] + starts[row + 1]);
        }

        var (partners, values) = (new int[starts[rows]], new float[starts[rows]]);
        ForRows(
            rows,
            threads,
            row =>
            {
                var part = starts[row]..starts[row + 1];
                partners.AsSpan(part).Fill(row);
                Merge(row, partners.AsSpan(part), values.AsSpan(part));
            },
            cancel
        );
        return new Affinities(starts, partners, values);

        int Merge(int row, Span<int> into, Span<float> strengths)
        {
            var (i, end) = (row * graph.Neighbors, (row + 1) * graph.Neighbors);
            var (j, last) = (back.Starts[row], back.Starts[row + 1]);
            var count = 0;
            for (; i < end || j < last; count++)
            {
                var (mine, theirs) = (
                    i < end ? forward[i] : int.MaxValue,
                    j < last ? back.Sources[j] : int.MaxValue
                );
                var weight = (mine <= theirs ? weights[i++] : 0f) + (theirs <= mine ? back.Weights[j++] : 0f);
                if (!into.IsEmpty)
                {
                    (into[count], strengths[count]) = (Math.Min(mine, theirs), weight / (2f * rows));
                }
            }

            return count;
        }
    }

    static int Padded(int count) => (count + Lanes - 1) / Lanes * Lanes;

    /// <summary>For every point those that have it for a neighbor, ascending.</summary>
    static (int[] Starts, int[] Sources, float[] Weights) Turned(
        int rows,
        int neighbors,
        int[] indices,
        float[] weights
    )
    {
        var starts = new int[rows + 1];
        foreach (var index in indices)
        {
            starts[index + 1]++;
        }

        for (var row = 0; row < rows; row++)
        {
            starts[row + 1] += starts[row];
        }

        var (sources, values, next) = (new int[indices.Length], new float[indices.Length], starts.ToArray());
        for (var i = 0; i < indices.Length; i++)
        {
            var place = next[indices[i]]++;
            (sources[place], values[place]) = (i / neighbors, weights[i]);
        }

        return (starts, sources, values);
    }

    static void ForRows(int rows, int threads, Action<int> body, CancellationToken cancel) =>
        Blocks.For(
            (rows + RowsABlock - 1) / RowsABlock,
            threads,
            block =>
            {
                var end = Math.Min((block + 1) * RowsABlock, rows);
                for (var row = block * RowsABlock; row < end; row++)
                {
                    body(row);
                }
            },
            cancel
        );
}
