namespace Clientele.Warehouse;

/// <summary>The files of a folder that are read; a file that is named may end as it likes.</summary>
public static class SourceFolder
{
    /// <summary>How they end; text may end in .gz after that.</summary>
    public static IReadOnlyList<string> Endings { get; } =
    [".csv", ".tsv", ".txt", ".jsonl", ".ndjson", ".parquet", ".xlsx", ".xls"];

    /// <summary>In the order of their names; hidden files and folders within it are left out.</summary>
    public static IReadOnlyList<string> FilesOf(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder)
                .Where(f => !Path.GetFileName(f).StartsWith('.') && Endings.Contains(FileTables.Ending(f)))
                .Order(StringComparer.Ordinal),
        ];
}
