using System.Collections.Concurrent;

namespace Clientele.Warehouse;

/// <summary>Regular expressions are DuckDB's own (RE2), so DuckDB says whether they are any.</summary>
static class Patterns
{
    static readonly ConcurrentDictionary<string, string?> Known = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a pattern, in RE2's words; null for nothing. Each is tried once, which takes some 20 ms.</summary>
    internal static string? Fault(string pattern) => Known.GetOrAdd(pattern, Try);

    static string? Try(string pattern)
    {
        try
        {
            using var database = new DuckDatabase(new DuckOptions(DuckOptions.InMemory) { Threads = 1 });
            database.Read(new("pattern", "select regexp_full_match('', $pattern)"), ("pattern", pattern));
            return null;
        }
        catch (WarehouseException error)
        {
            var said = error.Message.Split('\n')[0];
            return said[
                (said.IndexOf("Error: ", StringComparison.Ordinal) is var at and >= 0 ? at + 7 : 0)..
            ];
        }
    }
}
