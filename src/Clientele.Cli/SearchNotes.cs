using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What a search has tried, a line each, kept beside the shop while it goes on: the same run goes on where it was stopped.</summary>
/// <param name="Study">As questions see it.</param>
/// <param name="Path">The file.</param>
sealed record SearchNotes(StudyNotes Study, string Path)
{
    internal static SearchNotes Of(ShopDirectory shop, string runId)
    {
        var path = shop[System.IO.Path.Combine("state", $"search-{runId}.jsonl")];
        // A line that was cut short by the end of the run is no trial.
        string[] lines = File.Exists(path) ? [.. File.ReadAllText(path).Split('\n')[..^1]] : [];
        return new SearchNotes(new StudyNotes(lines, line => Add(path, line)), path);
    }

    internal void Remove()
    {
        if (File.Exists(Path))
        {
            File.Delete(Path);
        }
    }

    static void Add(string path, string line)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.AppendAllText(path, line.ReplaceLineEndings("") + "\n");
    }
}
