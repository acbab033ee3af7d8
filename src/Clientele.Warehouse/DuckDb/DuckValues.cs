namespace Clientele.Warehouse;

/// <summary>How DuckDB holds days, moments and decimals, and back.</summary>
static class DuckValues
{
    internal static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    /// <summary>Digits after the point of every decimal that we write.</summary>
    internal const int Scale = 4;

    const decimal MostUnscaled = 1_000_000_000_000_000_000m;

    static readonly decimal[] PowersOfTen = [1m, 10m, 100m, 1_000m, 10_000m];

    internal static int ToDays(DateOnly date) => date.DayNumber - Epoch.DayNumber;

    internal static DateOnly ToDate(int days) => Epoch.AddDays(days);

    internal static long ToMicroseconds(DateTime time) =>
        (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    internal static DateTime ToTime(long microseconds) =>
        new(
            DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond),
            DateTimeKind.Unspecified
        );

    /// <summary>The decimal times a power of ten, rounded half away from zero.</summary>
    /// <exception cref="WarehouseException">It has more than 18 digits: DuckDB would keep something else.</exception>
    internal static long ToScaled(decimal value, int scale) =>
        Math.Abs(value) < MostUnscaled / PowersOfTen[scale]
            ? (long)decimal.Round(value * PowersOfTen[scale], MidpointRounding.AwayFromZero)
            : throw new WarehouseException($"{value} is more than a column of money holds.");

    internal static Native.Decimal ToDecimal(decimal value)
    {
        var scaled = ToScaled(value, Scale);
        return new()
        {
            Width = 18,
            Scale = Scale,
            Value = new() { Lower = (ulong)scaled, Upper = scaled < 0 ? -1 : 0 },
        };
    }

    internal static decimal FromScaled(Int128 value, byte scale)
    {
        var number = (decimal)value;
        for (var digits = (int)scale; digits > 0; digits -= 4)
        {
            number /= PowersOfTen[Math.Min(digits, 4)];
        }

        return number;
    }
}
