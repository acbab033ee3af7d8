using System.Runtime.CompilerServices;

namespace Clientele.Tests;

/// <summary>Finds the data sets that are too large, or not ours, to commit.</summary>
static class TestData
{
    /// <summary>A file of <c>CLIENTELE_DATA</c>, else of <c>../shared/data</c> beside the project; skips the test without it.</summary>
    internal static string Data(string name) => Find(Folder, name);

    /// <summary>A file of reference values, which lie in <c>expected</c> beside the data; skips the test without it.</summary>
    internal static string Expected(string name) => Find(Path.Combine(Folder, "..", "expected"), name);

    static string Folder =>
        Environment.GetEnvironmentVariable("CLIENTELE_DATA")
        ?? Path.Combine(ProjectRoot(), "..", "shared", "data");

    static string Find(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        Assert.SkipUnless(
            File.Exists(path),
            $"{name} is not there: point CLIENTELE_DATA at the folder of data sets."
        );
        return path;
    }

    /// <summary>The folder that holds Clientele.slnx.</summary>
    internal static string ProjectRoot([CallerFilePath] string source = "")
    {
        var folder = AppContext.BaseDirectory;
        while (folder != null && !File.Exists(Path.Combine(folder, "Clientele.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder
            ?? throw new DirectoryNotFoundException($"No Clientele.slnx above the tests ({source}).");
    }
}
