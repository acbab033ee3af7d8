using System.Text.Json.Serialization;
using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>All answers about a shop on one day.</summary>
/// <param name="Shop">The shop's name.</param>
/// <param name="AsOf">The first day that the answers know nothing of.</param>
/// <param name="Sources">The files that were read, names only.</param>
/// <param name="Recipe">Name of the cleaning recipe.</param>
/// <param name="Insights">The answers, in the order of the questions.</param>
public sealed record Report(
    string Shop,
    DateOnly AsOf,
    IReadOnlyList<string> Sources,
    string Recipe,
    IReadOnlyList<Insight> Insights
)
{
    /// <summary>What was read, as the last section; null shows none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Insight? Read { get; init; }

    /// <summary>How the shop writes numbers and dates.</summary>
    public NumberStyle Style { get; init; } = new();
}
