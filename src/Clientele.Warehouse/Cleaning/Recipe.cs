using System.Security.Cryptography;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>How days since the last order are counted.</summary>
public enum RecencyCount
{
    /// <summary>Calendar days from the last order to as-of.</summary>
    Calendar,

    /// <summary>Whole 24 hours from the last order to the last order of all, plus one day.</summary>
    Elapsed,

    /// <summary>Calendar days from the last order to the last day of the data.</summary>
    LastDay,
}

/// <summary>Which lines count, and which settings the questions take: a file of <c>recipes/</c>.</summary>
/// <param name="Name">The file without its ending.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Recency">How days since the last order are counted.</param>
/// <param name="Questions">Settings by question; a question that is asked only on demand is asked if it stands here.</param>
public sealed record Recipe(
    string Name,
    string Description,
    RecencyCount Recency,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Questions
)
{
    /// <summary>A recipe that does nothing.</summary>
    public static Recipe Empty { get; } =
        new("none", "", RecencyCount.Calendar, new Dictionary<string, IReadOnlyDictionary<string, string>>());

    /// <summary>The rules that are on, in order.</summary>
    internal IReadOnlyList<NamedRule> Rules { get; init; } = [];

    /// <summary>The file's text.</summary>
    internal string Text { get; init; } = "";

    /// <summary>Where each setting of a question stands, for faults: by "question" and by "question.option".</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();

    /// <summary>SHA-256 of the file's text.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}

/// <summary>A rule and its name in the recipe.</summary>
sealed record NamedRule(string Name, ICleaningRule Rule);

/// <summary>A recipe or a setting is wrong; the message names every fault with its line.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
