namespace Clientele.Cli;

/// <summary>The files that a run is given.</summary>
static class OrderFiles
{
    /// <summary>What keeps them from being read, as far as one sees without opening them.</summary>
    internal static IEnumerable<string> Faults(IReadOnlyList<string> paths)
    {
        foreach (var path in paths.Where(p => !File.Exists(p)))
        {
            yield return Directory.Exists(path)
                ? $"'{path}' is a folder: name the files in it."
                : $"There is no file '{path}'.";
        }

        foreach (
            var twice in paths.GroupBy(Path.GetFullPath, StringComparer.Ordinal).Where(g => g.Count() > 1)
        )
        {
            yield return $"'{twice.First()}' is given {twice.Count()} times: its orders would count as often.";
        }
    }

    /// <summary>A shop without a name is called after its first file, up to the first dot.</summary>
    internal static string ShopName(string path)
    {
        var name = Path.GetFileName(path);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? name[..dot]
            : name.TrimStart('.') is { Length: > 0 } rest ? rest
            : "shop";
    }
}
