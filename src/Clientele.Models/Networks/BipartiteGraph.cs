namespace Clientele.Models;

/// <summary>A network of two kinds of nodes, with edges only from one kind to the other: customers and products, customers and segments.</summary>
public static class BipartiteGraph
{
    /// <summary>Puts edges together: nodes of the left come first, those of the right follow.</summary>
    /// <param name="left">Numbers of the left lie below.</param>
    /// <param name="right">Numbers of the right lie below.</param>
    /// <param name="edges">Weights are finite and above 0; those between the same nodes are summed up.</param>
    public static Graph Of(int left, int right, IReadOnlyList<(int Left, int Right, double Weight)> edges) =>
        Graph.Of(left + right, [.. edges.Select(e => (e.Left, Right(e, left, right), e.Weight))]);

    /// <summary>Customers and what they bought, weighed by it.</summary>
    /// <param name="purchases">A row a customer, a column an item.</param>
    public static Graph Of(SparseMatrix purchases)
    {
        var edges = new List<(int, int, double)>(purchases.Entries);
        for (var row = 0; row < purchases.Rows; row++)
        {
            var columns = purchases.ColumnsOf(row);
            for (var place = 0; place < columns.Length; place++)
            {
                edges.Add((row, columns[place], purchases.ValuesOf(row)[place]));
            }
        }

        return Of(purchases.Rows, purchases.Columns, edges);
    }

    static int Right((int Left, int Right, double Weight) edge, int left, int right) =>
        (uint)edge.Left < (uint)left && (uint)edge.Right < (uint)right
            ? left + edge.Right
            : throw new ArgumentException(
                $"An edge leads from {edge.Left} of {left} to {edge.Right} of {right}: both sides are numbered from 0.",
                nameof(edge)
            );
}
