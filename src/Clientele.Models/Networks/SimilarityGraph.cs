using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of a <see cref="SimilarityGraph"/>.</summary>
public sealed record SimilarityOptions
{
    /// <summary>Customers most alike that each is joined with.</summary>
    [Range(1, 1000)]
    public int Neighbors { get; init; } = 10;

    /// <summary>Items that more customers have tell little of any, and are left out: what they all have is most of the work.</summary>
    [Range(2, int.MaxValue)]
    public int MaxHolders { get; init; } = 2000;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}

/// <summary>Joins customers who buy alike, by the cosine of what they bought.</summary>
/// <remarks>
/// Of each customer only the nearest are kept: n·k edges, never n². O(Σ customers of an item²) time, bounded by the most customers that an
/// item may have.
/// </remarks>
public sealed class SimilarityGraph(SimilarityOptions options)
{
    readonly SimilarityOptions _options = Require.Valid(options);

    /// <summary>Joins them; the weight is the cosine.</summary>
    /// <param name="purchases">A row a customer, a column an item.</param>
    /// <param name="cancel">Looked at now and then.</param>
    public Graph Of(SparseMatrix purchases, CancellationToken cancel = default)
    {
        var holders = purchases.ColumnSums(_ => 1);
        var (rows, columns, values) = (new List<int>(), new List<int>(), new List<float>());
        for (var row = 0; row < purchases.Rows; row++)
        {
            var items = purchases.ColumnsOf(row);
            for (var place = 0; place < items.Length; place++)
            {
                if (holders[items[place]] <= _options.MaxHolders)
                {
                    rows.Add(items[place]);
                    columns.Add(row);
                    values.Add(purchases.ValuesOf(row)[place]);
                }
            }
        }

        var neighbors = new ItemNeighbors(
            new() { Neighbors = _options.Neighbors, Threads = _options.Threads }
        ).Find(
            SparseMatrix.Of([.. rows], [.. columns], [.. values], purchases.Columns, purchases.Rows),
            cancel
        );
        // A pair that both chose is one edge.
        var edges = new Dictionary<(int, int), double>();
        for (var customer = 0; customer < purchases.Rows; customer++)
        {
            foreach (var (other, alike) in neighbors.Neighbors[customer])
            {
                edges[(Math.Min(customer, other), Math.Max(customer, other))] = alike;
            }
        }

        return Graph.Of(
            purchases.Rows,
            [.. edges.OrderBy(e => e.Key).Select(e => (e.Key.Item1, e.Key.Item2, e.Value))]
        );
    }
}
