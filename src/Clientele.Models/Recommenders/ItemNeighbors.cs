using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>How alike two items are.</summary>
public enum ItemSimilarity
{
    /// <summary>Cosine of their columns of customers.</summary>
    Cosine,

    /// <summary>Share of the customers with the one who have the other too: SAR without the lapse of time.</summary>
    Conditional,
}

/// <summary>Settings of <see cref="ItemNeighbors"/>.</summary>
public sealed record ItemNeighborOptions
{
    /// <summary>Items that are kept of each, those most alike.</summary>
    [Range(1, 100_000)]
    public int Neighbors { get; init; } = 50;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}

/// <summary>Recommends what is like what was bought: items that the same customers buy.</summary>
/// <remarks>
/// O(Σ items of a customer²) time; memory for one number an item and thread, and the neighbors that are kept. An item is as like itself as
/// can be, 1: what was bought may be bought again. Source: Sarwar, Karypis, Konstan and Riedl (2001); Deshpande and Karypis (2004).
/// </remarks>
/// <param name="options">How many.</param>
/// <param name="similarity">How alike two items are.</param>
public sealed class ItemNeighbors(
    ItemNeighborOptions options,
    ItemSimilarity similarity = ItemSimilarity.Cosine
) : IRecommender
{
    const int ItemsABlock = 32;

    readonly ItemNeighborOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Name => similarity == ItemSimilarity.Cosine ? "item_cosine" : "item_conditional";

    /// <inheritdoc/>
    public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default) =>
        Find(log.Sums, cancel);

    /// <summary>Finds the neighbors of all items.</summary>
    /// <param name="purchases">A row a customer, a column an item.</param>
    /// <param name="cancel">Looked at now and then.</param>
    public NeighborTable Find(SparseMatrix purchases, CancellationToken cancel = default)
    {
        var (scaled, holders) = Scaled(purchases);
        var neighbors = new Recommendation[purchases.Columns][];
        using var scratch = new ThreadLocal<float[]>(() => new float[purchases.Columns]);
        Blocks.For(
            (purchases.Columns + ItemsABlock - 1) / ItemsABlock,
            _options.Threads,
            block =>
            {
                var sums = scratch.Value!;
                for (
                    var item = block * ItemsABlock;
                    item < Math.Min((block + 1) * ItemsABlock, purchases.Columns);
                    item++
                )
                {
                    Add(holders.ColumnsOf(item), holders.ValuesOf(item), scaled, sums);
                    // 0 is no neighbor, nor is an item its own.
                    sums[item] = 0;
                    neighbors[item] = Positive(TopItems.Of(sums, _options.Neighbors));
                    sums.AsSpan().Clear();
                }
            },
            cancel
        );
        return new NeighborTable(neighbors);
    }

    /// <summary>Rows of customers and rows of items whose products, summed up over customers, are the similarity.</summary>
    (SparseMatrix Customers, SparseMatrix Items) Scaled(SparseMatrix purchases)
    {
        if (similarity == ItemSimilarity.Conditional)
        {
            var counts = purchases.ColumnSums(_ => 1);
            return (
                purchases.With((_, _) => 1),
                purchases.With((item, _) => (float)(1 / counts[item])).Transposed()
            );
        }

        var squares = purchases.ColumnSums(value => (double)value * value);
        var unit = purchases.With((item, value) => (float)(value / Math.Sqrt(squares[item])));
        return (unit, unit.Transposed());
    }

    static void Add(
        ReadOnlySpan<int> customers,
        ReadOnlySpan<float> shares,
        SparseMatrix rows,
        Span<float> sums
    )
    {
        for (var i = 0; i < customers.Length; i++)
        {
            var items = rows.ColumnsOf(customers[i]);
            var values = rows.ValuesOf(customers[i]);
            var share = shares[i];
            for (var place = 0; place < items.Length; place++)
            {
                sums[items[place]] += share * values[place];
            }
        }
    }

    static Recommendation[] Positive(Recommendation[] best)
    {
        var end = Array.FindIndex(best, b => b.Score <= 0);
        return end < 0 ? best : best[..end];
    }
}

/// <summary>Of each item the items most like it.</summary>
/// <param name="Neighbors">Of each item, the most alike first, with how alike they are.</param>
public sealed record NeighborTable(IReadOnlyList<Recommendation[]> Neighbors) : ILearnedRecommender
{
    /// <inheritdoc/>
    public void Score(PurchaseLog log, ReadOnlySpan<int> customers, Span<float> scores)
    {
        scores.Clear();
        for (var i = 0; i < customers.Length; i++)
        {
            var own = scores.Slice(i * log.ItemCount, log.ItemCount);
            var items = log.Sums.ColumnsOf(customers[i]);
            var weights = log.Sums.ValuesOf(customers[i]);
            for (var line = 0; line < items.Length; line++)
            {
                own[items[line]] += weights[line];
                foreach (var (other, similarity) in Neighbors[items[line]])
                {
                    own[other] += weights[line] * similarity;
                }
            }
        }

        Silence(scores);
    }

    /// <inheritdoc/>
    public int Because(PurchaseLog log, int customer, int item)
    {
        var items = log.Sums.ColumnsOf(customer);
        var weights = log.Sums.ValuesOf(customer);
        var (best, most) = (-1, 0f);
        for (var line = 0; line < items.Length; line++)
        {
            foreach (var (other, similarity) in Neighbors[items[line]])
            {
                if (other == item && weights[line] * similarity > most)
                {
                    (best, most) = (items[line], weights[line] * similarity);
                }
            }
        }

        return best;
    }

    /// <summary>Makes every 0 say nothing.</summary>
    internal static void Silence(Span<float> scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = scores[i] > 0 ? scores[i] : float.NegativeInfinity;
        }
    }
}
