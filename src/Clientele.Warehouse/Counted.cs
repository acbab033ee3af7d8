using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>Counts as the program's own messages tell them, in no shop's style.</summary>
public static class Counted
{
    /// <summary>"1 row", "0 rows", "1,234 rows".</summary>
    public static string Of(long count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {one}{(count == 1 ? "" : "s")}");
}
