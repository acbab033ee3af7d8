using System.Globalization;

namespace Clientele.Insights;

/// <summary>Numbers within sentences: invariant, as the shop's own style cannot be known here.</summary>
static class Numbers
{
    internal static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 order", "2 orders".</summary>
    internal static string Of(double count, string thing) =>
        $"{Count(count)} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>A text of the shop's, short enough for a label.</summary>
    internal static string Label(string text) => text.Length <= 60 ? text : text[..59] + "…";

    internal static string Share(double value) =>
        (value * 100).ToString(Math.Abs(value) < 0.0995 ? "0.0" : "0", CultureInfo.InvariantCulture)
        + "\u00a0%";

    internal static string Amount(double value) =>
        value.ToString(Math.Abs(value) < 1000 ? "N2" : "N0", CultureInfo.InvariantCulture);

    internal static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>For tables that machines read.</summary>
    internal static string Invariant(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    internal static string Exact(double value) =>
        value.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
