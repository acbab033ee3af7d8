namespace Clientele.Models;

/// <summary>The nearest others of every point.</summary>
/// <param name="Neighbors">How many each point has.</param>
/// <param name="Indices">n × neighbors: their rows, nearest first, of equally near ones the lower row; a point is not its own neighbor.</param>
/// <param name="Distances">n × neighbors: how far they are.</param>
public sealed record NeighborGraph(int Neighbors, int[] Indices, double[] Distances)
{
    /// <summary>Number of points.</summary>
    public int Rows => Indices.Length / Neighbors;

    /// <summary>Rows of the neighbors of one point.</summary>
    public ReadOnlySpan<int> IndicesOf(int row) => Indices.AsSpan(row * Neighbors, Neighbors);

    /// <summary>Distances to the neighbors of one point.</summary>
    public ReadOnlySpan<double> DistancesOf(int row) => Distances.AsSpan(row * Neighbors, Neighbors);

    /// <summary>A graph in which no neighbor is known yet.</summary>
    internal static NeighborGraph Empty(int rows, int neighbors)
    {
        var size = checked(rows * neighbors);
        var graph = new NeighborGraph(neighbors, new int[size], new double[size]);
        new NearestRows(graph.Indices, graph.Distances).Clear();
        return graph;
    }

    /// <summary>The neighbors of one point, to be changed.</summary>
    internal NearestRows Nearest(int row) =>
        new(Indices.AsSpan(row * Neighbors, Neighbors), Distances.AsSpan(row * Neighbors, Neighbors));
}
