using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>--map field=Header,…</c></summary>
static class ColumnMap
{
    /// <summary>Field to header.</summary>
    internal static Dictionary<string, string> Of(IEnumerable<string> given) =>
        CommonOptions
            .Pairs("--map", given.SelectMany(CommonOptions.Parts))
            .ToDictionary(p => p.Name, p => p.Value);

    /// <summary>Everything that is wrong with it, a sentence each.</summary>
    internal static IEnumerable<string> Faults(IEnumerable<string> given)
    {
        var pairs = new List<(string Field, string Header)>();
        foreach (var text in given.SelectMany(CommonOptions.Parts))
        {
            var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts is [{ Length: > 0 } field, { Length: > 0 } header])
            {
                pairs.Add((field, header));
            }
            else
            {
                yield return $"--map takes field=Header, not '{text}'.";
            }
        }

        foreach (var fault in FaultsOf(pairs))
        {
            yield return fault;
        }
    }

    static IEnumerable<string> FaultsOf(List<(string Field, string Header)> pairs)
    {
        foreach (var field in pairs.Select(p => p.Field).Distinct().Except(Fields.Names))
        {
            yield return $"--map knows no field '{field}'{Spelling.Guess(field, Fields.Names)}; there are {string.Join(", ", Fields.Names)}.";
        }

        foreach (var twice in pairs.GroupBy(p => p.Field).Where(g => g.Count() > 1))
        {
            yield return $"--map gives {twice.Key} to {Both(twice.Select(p => p.Header))}: give it one column.";
        }

        foreach (
            var twice in pairs
                .GroupBy(p => p.Header, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.DistinctBy(p => p.Field).Count() > 1)
        )
        {
            yield return $"--map gives the column '{twice.Key}' to {Both(twice.Select(p => p.Field))}: a column fills one field.";
        }
    }

    static string Both(IEnumerable<string> names) => string.Join(" and to ", names.Select(n => $"'{n}'"));
}
