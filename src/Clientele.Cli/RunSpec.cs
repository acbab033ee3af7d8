using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>All that decides the outcome of one run.</summary>
sealed record RunSpec(ShopDirectory Shop, IReadOnlyList<ISource> Sources, Recipe Recipe)
{
    /// <summary>Slugs, or empty for all.</summary>
    internal IReadOnlyCollection<string> Questions { get; init; } = [];

    /// <summary>From <c>--set</c>, by question.</summary>
    internal IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>What the user said of the files; it is in the run's id.</summary>
    internal ImportOptions Import { get; init; } = new();

    internal DateOnly? AsOf { get; init; }

    /// <summary>Over the shop's own; null leaves that.</summary>
    internal string? TimeZone { get; init; }

    internal int Seed { get; init; }

    internal int Threads { get; init; }

    /// <summary>Settings of the recipe with those of the user over them.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> QuestionSettings()
    {
        var all = Recipe.Questions.ToDictionary(q => q.Key, q => new Dictionary<string, string>(q.Value));
        foreach (var (name, value) in Settings)
        {
            var at = name.IndexOf('.', StringComparison.Ordinal);
            all.TryAdd(name[..at], []);
            all[name[..at]][name[(at + 1)..]] = value;
        }

        return all.ToDictionary(q => q.Key, q => (IReadOnlyDictionary<string, string>)q.Value);
    }

    /// <summary>True for question.option=value.</summary>
    internal static bool IsSetting(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is var dot and > 0
        && text.IndexOf('=', StringComparison.Ordinal) > dot + 1;

    /// <summary>Everything but the inputs that tells this run from another.</summary>
    internal IEnumerable<string> Identity() =>
        [
            Recipe.Hash,
            $"{AsOf:yyyy-MM-dd}",
            $"{Seed}",
            $"{Import.Encoding}|{Import.Delimiter}|{Import.DateFormat}|{Import.DecimalMark}",
            string.Join(',', Questions.Order(StringComparer.Ordinal)),
            string.Join(
                ',',
                Import.Map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}={m.Value}")
            ),
            string.Join(
                ',',
                QuestionSettings()
                    .OrderBy(q => q.Key, StringComparer.Ordinal)
                    .SelectMany(q =>
                        q.Value.OrderBy(s => s.Key, StringComparer.Ordinal)
                            .Select(s => $"{q.Key}.{s.Key}={s.Value}")
                    )
            ),
        ];
}
