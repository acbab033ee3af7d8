namespace Clientele.Models;

/// <summary>Which neighbors pull a point in which pass: each in proportion to its weight.</summary>
/// <remarks>
/// Points are taken eight at a time, a lane each; those of as many pulls go together, so that few lanes wait.
/// Source: McInnes, Healy and Melville (2018), section 4.1 (edges are sampled by weight).
/// </remarks>
sealed class UmapSchedule
{
    /// <summary>Points a group.</summary>
    internal const int Lanes = 8;

    readonly FuzzyGraph _graph;

    /// <summary>Points by falling number of pulls; the last group is filled up with −1.</summary>
    readonly int[] _order;

    /// <summary>Pulls of each edge a pass, and what the passes so far owe.</summary>
    readonly float[] _shares;
    readonly float[] _owed;

    internal UmapSchedule(FuzzyGraph graph, int epochs, int seed)
    {
        _graph = graph;
        (_shares, _owed) = (new float[graph.Weights.Length], new float[graph.Weights.Length]);
        var (most, random) = (graph.Weights.DefaultIfEmpty(1).Max(), new Random(seed));
        for (var edge = 0; edge < _shares.Length; edge++)
        {
            // An edge that would not pull once is left out.
            var share = graph.Weights[edge] / most;
            _shares[edge] = share * epochs < 1 ? 0 : (float)share;
            // Edges of one weight do not all pull in the same pass.
            _owed[edge] = random.NextSingle() * (_shares[edge] > 0 ? 1 : 0);
        }

        _order = Order();
        for (var row = 0; row < graph.Rows; row++)
        {
            MostEdges = Math.Max(MostEdges, graph.Starts[row + 1] - graph.Starts[row]);
        }
    }

    /// <summary>Number of groups.</summary>
    internal int Groups => _order.Length / Lanes;

    /// <summary>Most edges of a point.</summary>
    internal int MostEdges { get; }

    /// <summary>The points of a group; −1 for filling.</summary>
    internal ReadOnlySpan<int> this[int group] => _order.AsSpan(group * Lanes, Lanes);

    /// <summary>The neighbors that pull in the next pass.</summary>
    /// <param name="group">The group; each may be asked for once a pass.</param>
    /// <param name="due">Room for a row of lanes for each of <see cref="MostEdges"/> and one; gets a neighbor a lane and step.</param>
    /// <param name="counts">Gets the number of steps of each lane.</param>
    /// <returns>The most of them.</returns>
    internal int Due(int group, Span<int> due, Span<int> counts)
    {
        var most = 0;
        for (var lane = 0; lane < Lanes; lane++)
        {
            var row = _order[(group * Lanes) + lane];
            counts[lane] = row < 0 ? 0 : Due(row, due[lane..]);
            most = Math.Max(most, counts[lane]);
        }

        for (var lane = 0; lane < Lanes; lane++)
        {
            for (var step = counts[lane]; step < most; step++)
            {
                // A lane that has no more steps looks at row 0 in vain.
                due[(step * Lanes) + lane] = 0;
            }
        }

        return most;
    }

    /// <summary>Writes a point's neighbors to one lane; without a branch, as chance decides.</summary>
    int Due(int row, Span<int> due)
    {
        var count = 0;
        for (var edge = _graph.Starts[row]; edge < _graph.Starts[row + 1]; edge++)
        {
            var owed = _owed[edge] + _shares[edge];
            var isDue = owed >= 1 ? 1 : 0;
            _owed[edge] = owed - isDue;
            due[count * Lanes] = _graph.Others[edge];
            count += isDue;
        }

        return count;
    }

    int[] Order()
    {
        var pulls = new double[_graph.Rows];
        for (var row = 0; row < pulls.Length; row++)
        {
            for (var edge = _graph.Starts[row]; edge < _graph.Starts[row + 1]; edge++)
            {
                pulls[row] -= _shares[edge];
            }
        }

        var rows = Enumerable.Range(0, pulls.Length).OrderBy(row => pulls[row]).ToArray();
        var order = new int[(rows.Length + Lanes - 1) / Lanes * Lanes];
        Array.Fill(order, -1);
        rows.CopyTo(order, 0);
        return order;
    }
}
