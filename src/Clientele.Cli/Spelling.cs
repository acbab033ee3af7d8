namespace Clientele.Cli;

/// <summary>What somebody may have meant.</summary>
static class Spelling
{
    /// <summary>", did you mean 'x'?" without its mark, or nothing if nothing is near.</summary>
    internal static string Guess(string word, IEnumerable<string> known)
    {
        var plain = word.Split('=')[0].TrimStart('-');
        var best = known.MinBy(k => Distance(plain, k.TrimStart('-')));
        return best != null && Distance(plain, best.TrimStart('-')) <= Math.Max(1, plain.Length / 3)
            ? $" (did you mean '{best}'?)"
            : "";
    }

    /// <summary>Letters to add, drop, change or swap with a neighbour: the optimal string alignment distance.</summary>
    internal static int Distance(string a, string b)
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
}
