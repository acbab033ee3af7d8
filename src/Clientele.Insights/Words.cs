namespace Clientele.Insights;

/// <summary>Small words within sentences.</summary>
static class Words
{
    /// <summary>Columns whose names say too little to who does not know the tables.</summary>
    static readonly Dictionary<string, string> Plain = new(StringComparer.Ordinal)
    {
        ["days_since_last"] = "days since the last order",
        ["tenure_days"] = "days since the first order",
        ["mean_days_between_orders"] = "days between orders",
        ["products"] = "different products",
        ["spent_90d"] = "spent in the last 90 days",
        ["spent_180d"] = "spent in the last 180 days",
        ["days_90d"] = "days with an order in the last 90",
        ["days_180d"] = "days with an order in the last 180",
        ["mean_gap"] = "mean days between orders",
        ["gap_spread"] = "spread of days between orders",
    };

    /// <summary>A column or a rule as people say it.</summary>
    internal static string Of(string name) => Plain.GetValueOrDefault(name, name.Replace('_', ' '));

    /// <summary>The same at the head of a column.</summary>
    internal static string Title(string name) =>
        Of(name) is var said ? $"{char.ToUpperInvariant(said[0])}{said[1..]}" : "";

    /// <summary>A text of the shop's, short enough for a label.</summary>
    internal static string Label(string text) => text.Length <= 60 ? text : text[..59] + "…";

    /// <summary>The form of a verb or pronoun: "is" for one, "are" for more.</summary>
    internal static string For(double count, string one, string many) => count == 1 ? one : many;

    /// <summary>"a", "a and b", "a, b and c".</summary>
    internal static string And(IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
}

/// <summary>The greatest of some values: who says "the best" must know whether another is as good.</summary>
/// <param name="At">The first of the greatest.</param>
/// <param name="Shared">True if another value is equal to it.</param>
readonly record struct Leader(int At, bool Shared)
{
    /// <summary>Unknown values never lead; at least one must be known.</summary>
    internal static Leader Of(IReadOnlyList<double> values)
    {
        var greatest = values.Where(v => !double.IsNaN(v)).Max();
        var at = Enumerable.Range(0, values.Count).Where(i => values[i] == greatest).ToList();
        return new(at[0], at.Count > 1);
    }
}
