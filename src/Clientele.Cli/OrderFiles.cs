using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>The files that a run is given, by name or as folders.</summary>
static class OrderFiles
{
    /// <summary>A folder stands for the files in it that we read, in the order of their names.</summary>
    /// <exception cref="ImportRefusedException">A folder holds none.</exception>
    internal static IReadOnlyList<string> Of(IReadOnlyList<string> paths) =>
        [.. paths.SelectMany(p => Directory.Exists(p) ? InFolder(p) : [p])];

    /// <summary>The same, where a folder may hold none.</summary>
    internal static IReadOnlyList<string> Expand(IReadOnlyList<string> paths) =>
        [.. paths.SelectMany(p => Directory.Exists(p) ? SourceFolder.FilesOf(p) : [p])];

    /// <summary>What keeps them from being read, as far as one sees without opening them.</summary>
    internal static IEnumerable<string> Faults(IReadOnlyList<string> paths)
    {
        foreach (var path in paths.Where(p => !File.Exists(p) && !Directory.Exists(p)))
        {
            yield return Rights.Closed(path) ?? $"There is no file '{path}'.";
        }

        var unread = paths.Where(Path.Exists).Select(Rights.Unread).OfType<string>().ToList();
        foreach (var fault in unread)
        {
            yield return fault;
        }

        if (unread.Count > 0)
        {
            yield break;
        }

        foreach (var path in paths.Where(p => File.Exists(p) && IsJson(p)))
        {
            yield return $"'{path}' is JSON, which is not read: save it as .jsonl (an object a line), .csv or .parquet.";
        }

        foreach (
            var twice in Expand(paths)
                .GroupBy(Path.GetFullPath, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
        )
        {
            yield return $"'{twice.First()}' is given {twice.Count()} times: its orders would count as often.";
        }
    }

    static bool IsJson(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>A shop without a name is called after its first file, up to the first dot.</summary>
    internal static string ShopName(string path)
    {
        var name = Path.GetFileName(path);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? name[..dot]
            : name.TrimStart('.') is { Length: > 0 } rest ? rest
            : "shop";
    }

    static IReadOnlyList<string> InFolder(string folder) =>
        SourceFolder.FilesOf(folder) is { Count: > 0 } files
            ? files
            : throw new ImportRefusedException(
                $"The folder '{folder}' holds no file that can be read. Files end in {string.Join(", ", SourceFolder.Endings)}, "
                    + "text also in .gz; folders within it are not looked at."
            );
}
