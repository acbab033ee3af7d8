namespace Clientele.Warehouse;

/// <summary>A made-up <see cref="AccountShop"/>: one entry a customer in each list.</summary>
/// <param name="count">Customers.</param>
public sealed class AccountData(int count)
{
    readonly double[] _values = new double[count * AccountMeasures.Count];

    /// <summary>Customers.</summary>
    public int Count => count;

    /// <summary>One a measure, as raw.measures has them: 'sales product_type A', 'orders quarter Q1'.</summary>
    public static IReadOnlyList<string> Measures => AccountMeasures.Names;

    /// <summary>Made-up ids.</summary>
    public string[] CustomerId { get; } = new string[count];

    /// <summary>US for most.</summary>
    public string[] Country { get; } = new string[count];

    /// <summary>By code or by name, in any case; null outside the United States.</summary>
    public string?[] State { get; } = new string?[count];

    /// <summary>Made-up.</summary>
    public string[] Zip { get; } = new string[count];

    /// <summary>What a customer has of each of <see cref="Measures"/>: money with cents, or whole orders.</summary>
    public Span<double> this[int customer] =>
        _values.AsSpan(customer * AccountMeasures.Count, AccountMeasures.Count);
}
