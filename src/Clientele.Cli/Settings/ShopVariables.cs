using System.Collections;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>Environment variables that override <c>clientele.yml</c>: <c>CLIENTELE__CURRENCY=€</c>.</summary>
/// <remarks>Names in any case. A variable that is set but empty is an empty text.</remarks>
static class ShopVariables
{
    internal const string Prefix = "CLIENTELE__";

    internal static IReadOnlyDictionary<string, string> OfProcess =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(v => (string)v.Key, v => (string)v.Value!);

    /// <summary>Values of the keys that are overridden; all else with the prefix goes to <paramref name="faults"/>.</summary>
    internal static IEnumerable<GivenKey> Read(
        IReadOnlyDictionary<string, string> environment,
        List<string> faults
    )
    {
        var ours = environment
            .Where(v => v.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(v => v.Key, StringComparer.Ordinal)
            .ToLookup(v => ShopKeys.All.FirstOrDefault(k => Is(k, v.Key)));
        faults.AddRange(ours[null].Select(v => Unknown(v.Key)));
        foreach (var key in ours.Where(g => g.Key != null))
        {
            if (key.Count() > 1)
            {
                faults.Add($"{string.Join(" and ", key.Select(v => v.Key))} are one variable: set it once.");
            }

            yield return new GivenKey(key.Key!, key.First().Value, key.First().Key);
        }
    }

    static bool Is(ShopKey key, string variable) =>
        variable.Equals(key.Variable, StringComparison.OrdinalIgnoreCase);

    static string Unknown(string variable)
    {
        var known = ShopKeys.All.Select(k => k.Variable).ToList();
        return $"{variable} overrides no key{Spelling.Guess(variable, known)}; there are {string.Join(", ", known)}.";
    }
}
