namespace Clientele.Warehouse;

/// <summary>A temporary folder, gone when it is let go. What killed runs left of such folders is cleared when the next is made.</summary>
/// <remarks>A folder is in use as long as its file <c>.held</c> is locked: the kernel lets go of that however a process ends.</remarks>
public sealed class Scratch : IDisposable
{
    const string Prefix = "clientele-";
    const string Unnamed = "clientele.new-";
    const string Mark = ".held";

    /// <summary>What the system puts behind the prefix.</summary>
    const int RandomLength = 6;

    readonly FileStream _held;

    /// <summary>Makes a folder of its own.</summary>
    /// <exception cref="IOException">The folder of temporary files cannot be written.</exception>
    public Scratch()
    {
        foreach (var left in Left())
        {
            Clear(left);
        }

        (Folder, _held) = Make();
    }

    /// <summary>Where it lies.</summary>
    public DirectoryInfo Folder { get; }

    /// <summary>Folders of runs that were killed.</summary>
    public static IReadOnlyList<string> Left()
    {
        try
        {
            return
            [
                .. Directory
                    .EnumerateDirectories(Path.GetTempPath(), Prefix + "*")
                    .Where(folder => IsLeft(Path.Combine(folder, Mark)))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>True if a path lies in a folder that is called as such folders are, whether it is still there or not.</summary>
    /// <param name="path">A file.</param>
    public static bool Holds(string path) =>
        Path.GetRelativePath(Path.GetTempPath(), path).Split(Path.DirectorySeparatorChar)[0] is var name
        && name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.Length == Prefix.Length + RandomLength;

    /// <inheritdoc/>
    public void Dispose()
    {
        // While it is held: nobody else may think it left.
        Folder.Delete(recursive: true);
        _held.Dispose();
    }

    /// <summary>A folder gets its name when its file is locked: else another run could take it for left in between.</summary>
    static (DirectoryInfo Folder, FileStream Held) Make()
    {
        while (true)
        {
            var folder = Directory.CreateTempSubdirectory(Unnamed);
            var held = new FileStream(
                Path.Combine(folder.FullName, Mark),
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None
            );
            var name = Path.Combine(Path.GetTempPath(), Prefix + folder.Name[Unnamed.Length..]);
            if (!Directory.Exists(name))
            {
                folder.MoveTo(name);
                return (folder, held);
            }

            folder.Delete(recursive: true);
            held.Dispose();
        }
    }

    static bool IsLeft(string mark)
    {
        try
        {
            using var held = new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Locked, not ours, or none.
            return false;
        }
    }

    static void Clear(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another run clears it just now, or it is not ours: it takes room, and harms nothing.
        }
    }
}
