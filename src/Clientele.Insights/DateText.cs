using System.Globalization;

namespace Clientele.Insights;

/// <summary>The one place where dates become text to read, in the shop's own order. Data keeps ISO dates.</summary>
public sealed class DateText(DateOrder order)
{
    static readonly string[] Iso = ["yyyy-MM-dd", "yyyy-MM"];

    /// <summary>9 December 2011, December 9, 2011 or 2011-12-09.</summary>
    public string Day(DateOnly day) => Write(day, "d MMMM yyyy", "MMMM d, yyyy", "yyyy-MM-dd");

    /// <summary>December 2011 or 2011-12.</summary>
    public string Month(DateOnly month) => Write(month, "MMMM yyyy", "MMMM yyyy", "yyyy-MM");

    /// <summary>A day where there is little room, without its year: 9 Dec, Dec 9 or 12-09.</summary>
    public string Terse(DateOnly day) => Write(day, "d MMM", "MMM d", "MM-dd");

    /// <summary>A label of data as people read it: an ISO day or month in the shop's order, anything else as it is.</summary>
    public string Label(string label) =>
        Read(label) is not { } day ? label
        : label.Length > "yyyy-MM".Length ? Day(day)
        : Month(day);

    /// <summary>The day that a label of data names, or the first of its month; null for any other label.</summary>
    public static DateOnly? Read(string label) =>
        DateOnly.TryParseExact(label, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    string Write(DateOnly day, string dmy, string mdy, string ymd) =>
        day.ToString(
            order switch
            {
                DateOrder.Mdy => mdy,
                DateOrder.Ymd => ymd,
                _ => dmy,
            },
            CultureInfo.InvariantCulture
        );
}
