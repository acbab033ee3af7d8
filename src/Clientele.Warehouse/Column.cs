using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>One column of a <see cref="Table"/>; the kinds below are all there are.</summary>
/// <param name="Name">snake_case.</param>
public abstract record Column(string Name)
{
    /// <summary>Number of values.</summary>
    public abstract int Count { get; }

    /// <summary>The type that DuckDB gives such a column.</summary>
    internal abstract string SqlType { get; }

    /// <summary>One value in invariant writing, the same on every machine; null where there is none.</summary>
    public abstract string? ToText(int row);

    /// <summary>All values as numbers; NaN where there is none.</summary>
    /// <exception cref="InvalidOperationException">The column holds text.</exception>
    public abstract double[] ToNumbers();
}

/// <summary>Texts.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Values">Null where there is none.</param>
public sealed record TextColumn(string Name, string?[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    internal override string SqlType => "varchar";

    /// <inheritdoc/>
    public override string? ToText(int row) => Values[row];

    /// <inheritdoc/>
    public override double[] ToNumbers() => throw new InvalidOperationException($"{Name} holds text.");
}

/// <summary>Measured numbers.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Values">NaN where there is none.</param>
public sealed record NumberColumn(string Name, double[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    internal override string SqlType => "double";

    /// <inheritdoc/>
    public override string? ToText(int row) =>
        double.IsNaN(Values[row]) ? null : Values[row].ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override double[] ToNumbers() => Values;
}

/// <summary>Whole numbers.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Values">Null where there is none.</param>
public sealed record IntegerColumn(string Name, long?[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    internal override string SqlType => "bigint";

    /// <inheritdoc/>
    public override string? ToText(int row) => Values[row]?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override double[] ToNumbers() => [.. Values.Select(v => (double?)v ?? double.NaN)];
}

/// <summary>Exact decimals with up to 4 digits after the point: money and quantities.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Values">Null where there is none.</param>
public sealed record DecimalColumn(string Name, decimal?[] Values) : Column(Name)
{
    /// <summary>Digits after the point that are always written: 2 for money, 0 for quantities.</summary>
    public int Digits { get; init; } = 2;

    /// <summary>Digits after the point that are held: 4, or 3 for quantities of raw and core.</summary>
    internal int Scale { get; init; } = DuckValues.Scale;

    /// <inheritdoc/>
    public override int Count => Values.Length;

    internal override string SqlType => $"decimal(18,{Scale})";

    /// <inheritdoc/>
    public override string? ToText(int row) =>
        Values[row]?.ToString(Digits == 0 ? "0.####" : "0.00##", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override double[] ToNumbers() => [.. Values.Select(v => (double?)v ?? double.NaN)];
}

/// <summary>Days.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Values">Null where there is none.</param>
public sealed record DateColumn(string Name, DateOnly?[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    internal override string SqlType => "date";

    /// <inheritdoc/>
    public override string? ToText(int row) =>
        Values[row]?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override double[] ToNumbers() =>
        [.. Values.Select(v => (double?)(v?.DayNumber - DuckValues.Epoch.DayNumber) ?? double.NaN)];
}

/// <summary>Moments in the shop's time zone.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Values">Null where there is none.</param>
public sealed record TimeColumn(string Name, DateTime?[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    internal override string SqlType => "timestamp";

    /// <inheritdoc/>
    public override string? ToText(int row) =>
        Values[row]?.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override double[] ToNumbers() =>
        [.. Values.Select(v => v is { } time ? (time - DateTime.UnixEpoch).TotalSeconds : double.NaN)];
}

/// <summary>True or false.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Values">Null where it is not known.</param>
public sealed record FlagColumn(string Name, bool?[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    internal override string SqlType => "boolean";

    /// <inheritdoc/>
    public override string? ToText(int row) =>
        Values[row] switch
        {
            true => "true",
            false => "false",
            null => null,
        };

    /// <inheritdoc/>
    public override double[] ToNumbers() =>
        [
            .. Values.Select(v =>
                v switch
                {
                    true => 1,
                    false => 0,
                    null => double.NaN,
                }
            ),
        ];
}
