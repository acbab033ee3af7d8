namespace Clientele.Models;

/// <summary>What customers bought, each in the order of time.</summary>
/// <remarks>A line is an item in a basket; numbers of baskets rise with time, over all customers.</remarks>
public sealed class PurchaseLog
{
    readonly int[] _starts;
    readonly int[] _items;
    readonly int[] _baskets;
    readonly float[] _weights;
    readonly Lazy<SparseMatrix> _sums;

    PurchaseLog(int[] starts, int[] items, int[] baskets, float[] weights, int itemCount)
    {
        (_starts, _items, _baskets, _weights, ItemCount) = (starts, items, baskets, weights, itemCount);
        _sums = new(Summed);
    }

    /// <summary>Number of customers, those without a line too.</summary>
    public int Customers => _starts.Length - 1;

    /// <summary>Numbers of items lie below.</summary>
    public int ItemCount { get; }

    /// <summary>Number of lines.</summary>
    public int Lines => _items.Length;

    /// <summary>Of each customer the group it belongs to, from 0; null if all are of one.</summary>
    public IReadOnlyList<int>? Segments { get; init; }

    /// <summary>Items of a customer's lines, by basket.</summary>
    public ReadOnlySpan<int> Items(int customer) => Of(_items, customer);

    /// <summary>Baskets of the same lines, rising.</summary>
    public ReadOnlySpan<int> Baskets(int customer) => Of(_baskets, customer);

    /// <summary>What the same lines weigh: above 0.</summary>
    public ReadOnlySpan<float> Weights(int customer) => Of(_weights, customer);

    /// <summary>A row a customer, a column an item: what the lines of both weigh together.</summary>
    public SparseMatrix Sums => _sums.Value;

    /// <summary>Sorts lines by customer and basket.</summary>
    /// <param name="customers">Of each line, the number of its customer.</param>
    /// <param name="items">Of each line, the number of its item.</param>
    /// <param name="baskets">Of each line, the number of its basket; empty if no order is known.</param>
    /// <param name="weights">Of each line what it weighs; empty if 1.</param>
    /// <param name="customerCount">Numbers of customers lie below.</param>
    /// <param name="itemCount">Numbers of items lie below.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is out of range, or a weight is not above 0.</exception>
    public static PurchaseLog Of(
        ReadOnlySpan<int> customers,
        ReadOnlySpan<int> items,
        ReadOnlySpan<int> baskets,
        ReadOnlySpan<float> weights,
        int customerCount,
        int itemCount
    )
    {
        Check(customers, items, baskets, weights, (customerCount, itemCount));
        var starts = new int[customerCount + 1];
        foreach (var customer in customers)
        {
            starts[customer + 1]++;
        }

        for (var customer = 0; customer < customerCount; customer++)
        {
            starts[customer + 1] += starts[customer];
        }

        var order = new int[customers.Length];
        var next = starts[..^1];
        foreach (var line in InTime(baskets, customers.Length))
        {
            order[next[customers[line]]++] = line;
        }

        var (sorted, of, weigh) = (new int[order.Length], new int[order.Length], new float[order.Length]);
        for (var place = 0; place < order.Length; place++)
        {
            var line = order[place];
            sorted[place] = items[line];
            of[place] = baskets.IsEmpty ? 0 : baskets[line];
            weigh[place] = weights.IsEmpty ? 1 : weights[line];
        }

        return new PurchaseLog(starts, sorted, of, weigh, itemCount);
    }

    /// <summary>One customer with one basket.</summary>
    /// <param name="items">What lies in it.</param>
    /// <param name="itemCount">Numbers of items lie below.</param>
    public static PurchaseLog OfBasket(ReadOnlySpan<int> items, int itemCount) =>
        Of(new int[items.Length], items, [], [], 1, itemCount);

    /// <summary>Lines of some baskets; all customers stay, with or without a line.</summary>
    /// <param name="from">The first basket.</param>
    /// <param name="to">The first that is not among them.</param>
    public PurchaseLog Between(int from, int to)
    {
        var starts = new int[_starts.Length];
        var kept = new List<int>(Lines);
        for (var customer = 0; customer < Customers; customer++)
        {
            for (var line = _starts[customer]; line < _starts[customer + 1]; line++)
            {
                if (_baskets[line] >= from && _baskets[line] < to)
                {
                    kept.Add(line);
                }
            }

            starts[customer + 1] = kept.Count;
        }

        return new PurchaseLog(
            starts,
            [.. kept.Select(line => _items[line])],
            [.. kept.Select(line => _baskets[line])],
            [.. kept.Select(line => _weights[line])],
            ItemCount
        )
        {
            Segments = Segments,
        };
    }

    /// <summary>The same with customers in other groups.</summary>
    /// <param name="segments">Of each customer the group, from 0.</param>
    public PurchaseLog Segmented(IReadOnlyList<int> segments) =>
        new(_starts, _items, _baskets, _weights, ItemCount) { Segments = segments };

    /// <summary>The greatest number of a basket; -1 without a line.</summary>
    public int LastBasket => Lines == 0 ? -1 : _baskets.Max();

    /// <summary>The basket from which on a share of all lines lies; 0 if no order is known.</summary>
    internal int BasketAt(double share) =>
        Lines == 0 ? 0 : _baskets.Order().ElementAt((int)Math.Min(Lines - 1, share * Lines));

    ReadOnlySpan<T> Of<T>(T[] lines, int customer) =>
        lines.AsSpan(_starts[customer], _starts[customer + 1] - _starts[customer]);

    SparseMatrix Summed()
    {
        var customers = new int[Lines];
        for (var customer = 0; customer < Customers; customer++)
        {
            customers.AsSpan(_starts[customer].._starts[customer + 1]).Fill(customer);
        }

        return SparseMatrix.Of(customers, _items, _weights, Customers, ItemCount);
    }

    /// <summary>Lines by basket; of one basket as they came.</summary>
    static int[] InTime(ReadOnlySpan<int> baskets, int lines)
    {
        var order = new int[lines];
        var isRising = true;
        for (var line = 0; line < lines; line++)
        {
            order[line] = line;
            isRising &= baskets.IsEmpty || line == 0 || baskets[line] >= baskets[line - 1];
        }

        if (!isRising)
        {
            var keys = new long[lines];
            for (var line = 0; line < lines; line++)
            {
                keys[line] = ((long)baskets[line] << 32) | (uint)line;
            }

            Array.Sort(keys, order);
        }

        return order;
    }

    static void Check(
        ReadOnlySpan<int> customers,
        ReadOnlySpan<int> items,
        ReadOnlySpan<int> baskets,
        ReadOnlySpan<float> weights,
        (int Customers, int Items) below
    )
    {
        if (
            customers.Length != items.Length
            || (baskets.Length != items.Length && !baskets.IsEmpty)
            || (weights.Length != items.Length && !weights.IsEmpty)
        )
        {
            throw new ArgumentException(
                $"{customers.Length} customers, {items.Length} items, {baskets.Length} baskets and {weights.Length} weights are no lines: each needs all.",
                nameof(customers)
            );
        }

        for (var line = 0; line < items.Length; line++)
        {
            if ((uint)customers[line] >= (uint)below.Customers || (uint)items[line] >= (uint)below.Items)
            {
                throw new ArgumentException(
                    $"Line {line} has customer {customers[line]} of {below.Customers} and item {items[line]} of {below.Items}.",
                    nameof(items)
                );
            }

            if (!weights.IsEmpty && !(weights[line] > 0 && float.IsFinite(weights[line])))
            {
                throw new ArgumentException(
                    $"Line {line} weighs {weights[line]}, but must weigh more than 0.",
                    nameof(weights)
                );
            }
        }
    }
}
