using System.Globalization;

namespace Clientele.Models;

/// <summary>Purchase histories as columns of a table: x, t_x, T and spend, in large or small letters.</summary>
static class HistoryColumns
{
    /// <summary>One history a row.</summary>
    /// <exception cref="ArgumentException">A column is not there, or a row cannot be.</exception>
    internal static IReadOnlyList<PurchaseHistory> Read(NamedMatrix table)
    {
        var (x, recency, age) = (Needed(table, "x"), Needed(table, "t_x"), Needed(table, "T"));
        var spend = Place(table, "spend");
        return PurchaseHistory.Valid([
            .. Enumerable
                .Range(0, table.Values.Rows)
                .Select(row => new PurchaseHistory(
                    Whole(table, row, x),
                    table.Values[row][recency],
                    table.Values[row][age],
                    spend < 0 ? 0 : table.Values[row][spend]
                )),
        ]);
    }

    /// <summary>Histories of which only frequency and spend are known.</summary>
    /// <exception cref="ArgumentException">A column is not there, or a row cannot be.</exception>
    internal static IReadOnlyList<PurchaseHistory> ReadSpend(NamedMatrix table)
    {
        var (x, spend) = (Needed(table, "x"), Needed(table, "spend"));
        return PurchaseHistory.Valid([
            .. Enumerable
                .Range(0, table.Values.Rows)
                .Select(row => new PurchaseHistory(Whole(table, row, x), 0, 0, table.Values[row][spend])),
        ]);
    }

    /// <summary>Written settings, with a number of threads where they do not say themselves.</summary>
    internal static IReadOnlyDictionary<string, string> WithThreads(
        IReadOnlyDictionary<string, string> settings,
        int threads
    ) =>
        new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            ["threads"] = settings.GetValueOrDefault(
                "threads",
                threads.ToString(CultureInfo.InvariantCulture)
            ),
        };

    /// <exception cref="ArgumentException">There is no such column.</exception>
    internal static int Needed(NamedMatrix table, string name) =>
        Place(table, name) is var place and >= 0
            ? place
            : throw new ArgumentException(
                $"There is no column '{name}'; the columns of numbers are {string.Join(", ", table.Columns)}.",
                nameof(table)
            );

    static int Place(NamedMatrix table, string name) =>
        table.Columns.ToList().FindIndex(c => c.Equals(name, StringComparison.OrdinalIgnoreCase));

    static int Whole(NamedMatrix table, int row, int column)
    {
        var value = table.Values[row][column];
        return value is >= 0 and <= int.MaxValue && value == Math.Floor(value)
            ? (int)value
            : throw new ArgumentException(
                FormattableString.Invariant(
                    $"Row {row}: x is {value}, but counts repeats: it is whole and never negative."
                ),
                nameof(table)
            );
    }
}
