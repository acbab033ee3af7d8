namespace Clientele.Models;

/// <summary>Who is linked with whom in a pass of <see cref="NeighborDescent"/>: neighbors, and those that a point is a neighbor of.</summary>
/// <remarks>A link is a row and one bit: whether the pass before did not know it.</remarks>
sealed class NeighborLinks
{
    readonly int _width;
    readonly int[] _links;
    readonly int[] _counts;

    /// <summary>Links of neighbors as they are now.</summary>
    /// <param name="graph">Neighbors; some may not be known yet.</param>
    /// <param name="before">The neighbors of the pass before.</param>
    /// <param name="most">Most links of a point in either direction; the nearest are kept.</param>
    internal NeighborLinks(NeighborGraph graph, int[] before, int most)
    {
        var there = Math.Min(graph.Neighbors, most);
        _width = there + most;
        _links = new int[graph.Rows * _width];
        _counts = new int[graph.Rows];
        var back = new int[graph.Rows];
        for (var rank = 0; rank < there; rank++)
        {
            for (var row = 0; row < graph.Rows; row++)
            {
                var other = graph.Indices[(row * graph.Neighbors) + rank];
                if (other == NearestRows.None)
                {
                    continue;
                }

                var isNew = before.AsSpan(row * graph.Neighbors, graph.Neighbors).Contains(other) ? 0 : 1;
                _links[(row * _width) + _counts[row]++] = (other << 1) | isNew;
                if (back[other] < most)
                {
                    back[other]++;
                    _links[(other * _width) + _counts[other]++] = (row << 1) | isNew;
                }
            }
        }
    }

    /// <summary>The row that a link leads to.</summary>
    internal static int Row(int link) => link >> 1;

    /// <summary>Whether a link was not known in the pass before.</summary>
    internal static bool IsNew(int link) => (link & 1) == 1;

    /// <summary>The links of a point; one may stand twice.</summary>
    internal ReadOnlySpan<int> Of(int row) => _links.AsSpan(row * _width, _counts[row]);
}
