using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="TifuKnn"/>.</summary>
public sealed record TifuKnnOptions
{
    /// <summary>Customers whose purchases are looked at beside a customer's own.</summary>
    [Range(1, 100_000)]
    public int Neighbors { get; init; } = 300;

    /// <summary>Groups into which a customer's baskets are parted in the order of time.</summary>
    [Range(1, 1000)]
    public int Groups { get; init; } = 7;

    /// <summary>What a basket weighs against the next of its group.</summary>
    [Range(0.0, 1.0)]
    public double BasketDecay { get; init; } = 0.9;

    /// <summary>What a group weighs against the next.</summary>
    [Range(0.0, 1.0)]
    public double GroupDecay { get; init; } = 0.7;

    /// <summary>What a customer's own purchases weigh; the neighbors' weigh the rest.</summary>
    [Range(0.0, 1.0)]
    public double OwnShare { get; init; } = 0.7;

    /// <summary>Customers among whom neighbors are sought; of more, a sample.</summary>
    [Range(1, 10_000_000)]
    public int Sample { get; init; } = 20_000;

    /// <summary>Equal seeds give equal samples.</summary>
    public int Seed { get; init; }

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}

/// <summary>Foretells the next basket by how often and how lately things were bought, by the customer and by those most alike: TIFU-kNN.</summary>
/// <remarks>
/// A customer is a vector of items in which later baskets weigh more, within groups of baskets and between them; neighbors are nearest by
/// Euclidean distance, the customer among them. Source: Hu, He, Gao and Zhang (2020), "Modeling Personalized Item Frequency Information
/// for Next-basket Recommendation", SIGIR.
/// </remarks>
public sealed class TifuKnn(TifuKnnOptions options) : IRecommender
{
    readonly TifuKnnOptions _options = Require.Valid(options);

    /// <inheritdoc/>
    public string Name => "tifu_knn";

    /// <inheritdoc/>
    public ILearnedRecommender Fit(PurchaseLog log, CancellationToken cancel = default)
    {
        var buyers = Enumerable.Range(0, log.Customers).Where(c => log.Items(c).Length > 0).ToArray();
        int[] chosen =
        [
            .. Seeds.Sample(buyers.Length, _options.Sample, new Random(_options.Seed)).Select(i => buyers[i]),
        ];
        var vectors = new (int[] Items, float[] Weights)[chosen.Length];
        Blocks.For(
            chosen.Length,
            _options.Threads,
            i => vectors[i] = BasketDecay.Vector(log, chosen[i], _options),
            cancel
        );
        var rows = vectors.SelectMany((v, row) => Enumerable.Repeat(row, v.Items.Length)).ToArray();
        return new LearnedTifu(
            SparseMatrix.Of(
                rows,
                [.. vectors.SelectMany(v => v.Items)],
                [.. vectors.SelectMany(v => v.Weights)],
                chosen.Length,
                log.ItemCount
            ),
            _options
        );
    }
}

/// <summary>What <see cref="TifuKnn"/> learned.</summary>
/// <param name="customers">Vectors among which neighbors are sought.</param>
/// <param name="options">How.</param>
sealed class LearnedTifu(SparseMatrix customers, TifuKnnOptions options) : ILearnedRecommender
{
    readonly SparseMatrix _holders = customers.Transposed();
    readonly float[] _squares =
    [
        .. Enumerable.Range(0, customers.Rows).Select(row => Square(customers.ValuesOf(row))),
    ];

    public void Score(PurchaseLog log, ReadOnlySpan<int> asked, Span<float> scores)
    {
        scores.Clear();
        var nearness = new float[customers.Rows];
        for (var i = 0; i < asked.Length; i++)
        {
            var own = scores.Slice(i * log.ItemCount, log.ItemCount);
            var (items, weights) = BasketDecay.Vector(log, asked[i], options);
            for (var place = 0; place < items.Length; place++)
            {
                own[items[place]] += (float)options.OwnShare * weights[place];
            }

            // Twice the product less the square: the squared distance turned round, but for the customer's own square.
            for (var row = 0; row < nearness.Length; row++)
            {
                nearness[row] = -_squares[row];
            }

            for (var place = 0; place < items.Length; place++)
            {
                var rows = _holders.ColumnsOf(items[place]);
                var values = _holders.ValuesOf(items[place]);
                for (var holder = 0; holder < rows.Length; holder++)
                {
                    nearness[rows[holder]] += 2 * weights[place] * values[holder];
                }
            }

            Add(TopItems.Of(nearness, options.Neighbors), own);
        }

        NeighborTable.Silence(scores);
    }

    void Add(Recommendation[] nearest, Span<float> scores)
    {
        var share = (float)((1 - options.OwnShare) / nearest.Length);
        foreach (var (row, _) in nearest)
        {
            var items = customers.ColumnsOf(row);
            var values = customers.ValuesOf(row);
            for (var place = 0; place < items.Length; place++)
            {
                scores[items[place]] += share * values[place];
            }
        }
    }

    static float Square(ReadOnlySpan<float> values) =>
        System.Numerics.Tensors.TensorPrimitives.SumOfSquares(values);
}

/// <summary>A customer as the items that were bought, the later the more.</summary>
static class BasketDecay
{
    /// <summary>Items, rising, and their weights.</summary>
    internal static (int[] Items, float[] Weights) Vector(
        PurchaseLog log,
        int customer,
        TifuKnnOptions options
    )
    {
        var items = log.Items(customer);
        var baskets = log.Baskets(customer);
        var count = 0;
        for (var line = 0; line < items.Length; line++)
        {
            count += line == 0 || baskets[line] != baskets[line - 1] ? 1 : 0;
        }

        var weights = new SortedDictionary<int, float>();
        var basket = -1;
        for (var line = 0; line < items.Length; line++)
        {
            basket += line == 0 || baskets[line] != baskets[line - 1] ? 1 : 0;
            weights[items[line]] = weights.GetValueOrDefault(items[line]) + Weight(basket, count, options);
        }

        return ([.. weights.Keys], [.. weights.Values]);
    }

    /// <summary>What one of a customer's baskets weighs.</summary>
    internal static float Weight(int basket, int count, TifuKnnOptions options)
    {
        var groups = Math.Min(options.Groups, count);
        // Where the baskets do not part evenly, the later groups are the larger.
        var (size, larger) = (count / groups, count % groups);
        var small = (groups - larger) * size;
        var (group, place, own) =
            basket < small
                ? (basket / size, basket % size, size)
                : (
                    groups - larger + ((basket - small) / (size + 1)),
                    (basket - small) % (size + 1),
                    size + 1
                );
        return (float)(
            Math.Pow(options.BasketDecay, own - 1 - place)
            / own
            * Math.Pow(options.GroupDecay, groups - 1 - group)
            / groups
        );
    }
}
