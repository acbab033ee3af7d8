using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Columns of result tables from what questions have at hand.</summary>
static class TableBuilding
{
    internal static TextColumn Text(string name, IEnumerable<string?> values) => new(name, [.. values]);

    internal static IntegerColumn Whole(string name, IEnumerable<double> values) =>
        new(name, [.. values.Select(v => double.IsNaN(v) ? (long?)null : (long)v)]);

    internal static IntegerColumn Whole(string name, IEnumerable<int> values) =>
        new(name, [.. values.Select(v => (long?)v)]);

    internal static NumberColumn Number(string name, IEnumerable<double> values) => new(name, [.. values]);

    internal static DecimalColumn Money(string name, IEnumerable<double> values) =>
        new(
            name,
            [.. values.Select(v => double.IsFinite(v) ? decimal.Round((decimal)v, 4) : (decimal?)null)]
        );

    internal static FlagColumn Flag(string name, IEnumerable<bool> values) =>
        new(name, [.. values.Select(v => (bool?)v)]);
}
