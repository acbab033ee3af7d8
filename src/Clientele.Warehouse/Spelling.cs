namespace Clientele.Warehouse;

/// <summary>What somebody may have meant.</summary>
public static class Spelling
{
    /// <summary>" (did you mean 'x'?)", or nothing if nothing is near. Case, leading dashes and what follows = do not count.</summary>
    public static string Guess(string word, IEnumerable<string> known)
    {
        var plain = Plain(word.Split('=')[0]);
        var best = known.MinBy(k => Distance(plain, Plain(k)));
        return best != null && Distance(plain, Plain(best)) <= Math.Max(1, plain.Length / 3)
            ? $" (did you mean '{best}'?)"
            : "";
    }

    /// <summary>A sentence for each key that is no setting, with the nearest that is.</summary>
    public static IEnumerable<string> NoSettings(
        IEnumerable<string> keys,
        IReadOnlyCollection<string> known
    ) =>
        keys.Except(known)
            .Order(StringComparer.Ordinal)
            .Select(key =>
                $"{key} is not a setting{Guess(key, known)}; known are {string.Join(", ", known)}."
            );

    /// <summary>Letters to add, drop, change or swap with a neighbour: the optimal string alignment distance.</summary>
    public static int Distance(string a, string b)
    {
        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                steps[i, j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(
                            Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1,
                            steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                        );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[a.Length, b.Length];
    }

    static string Plain(string word) => word.TrimStart('-').ToLowerInvariant();
}
