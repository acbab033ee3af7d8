using System.Globalization;

namespace Clientele.Models;

/// <summary>Purchase histories as columns of a table: x, t_x, T and spend, in large or small letters.</summary>
static class HistoryColumns
{
    /// <summary>One history a row.</summary>
    /// <exception cref="ArgumentException">A column is not there.</exception>
    /// <exception cref="TableRowException">A row cannot be.</exception>
    internal static IReadOnlyList<PurchaseHistory> Read(NamedMatrix table)
    {
        var (x, recency, age) = (Needed(table, "x"), Needed(table, "t_x"), Needed(table, "T"));
        var spend = Place(table, "spend");
        return
        [
            .. Enumerable
                .Range(0, table.Values.Rows)
                .Select(row =>
                    Checked(
                        row,
                        Whole(table, row, x),
                        table.Values[row][recency],
                        table.Values[row][age],
                        spend < 0 ? 0 : table.Values[row][spend]
                    )
                ),
        ];
    }

    static PurchaseHistory Checked(int row, int x, double recency, double age, double spend)
    {
        if (age < 0)
        {
            throw Refused(
                row,
                "T",
                $"{age} is below 0, but T is the time from the first order to the day of the look."
            );
        }

        if (recency < 0 || recency > age)
        {
            throw Refused(
                row,
                "t_x",
                $"{recency} does not lie between 0 and T, which is {age}: t_x is the time from the first order to the last."
            );
        }

        if (x == 0 && recency > 0)
        {
            throw Refused(row, "t_x", $"{recency} needs a repeat, but x is 0. Without one t_x is 0.");
        }

        return new PurchaseHistory(x, recency, age, spend);
    }

    static TableRowException Refused(int row, string column, FormattableString fault) =>
        new(row, column, FormattableString.Invariant(fault));

    /// <summary>Histories of which only frequency and spend are known.</summary>
    /// <exception cref="ArgumentException">A column is not there.</exception>
    /// <exception cref="TableRowException">A row cannot be.</exception>
    internal static IReadOnlyList<PurchaseHistory> ReadSpend(NamedMatrix table)
    {
        var (x, spend) = (Needed(table, "x"), Needed(table, "spend"));
        return
        [
            .. Enumerable
                .Range(0, table.Values.Rows)
                .Select(row => new PurchaseHistory(Whole(table, row, x), 0, 0, table.Values[row][spend])),
        ];
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
            : throw Refused(row, "x", $"{value} is no number of repeats, which is whole and never negative.");
    }
}
