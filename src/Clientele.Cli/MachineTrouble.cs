using System.Globalization;
using System.Text.RegularExpressions;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What the machine refused, in words that say what to do: no room, no right, too large a file.</summary>
static partial class MachineTrouble
{
    /// <summary>ENOSPC and EDQUOT, as .NET hands them on.</summary>
    static readonly int[] NoRoom = [28, 122, 69];

    const double Megabyte = 1e6;

    /// <summary>A sentence; null for other errors.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="files">What the call reads.</param>
    internal static string? Sentence(Exception error, IReadOnlyList<string> files) =>
        IsForbidden(error)
            ? $"You may not read or write {Place(error) ?? "there"}. Ask its owner for the right (chmod), or name another path."
        : IsFull(error) ? Full(error, files)
        : IsTooLarge(error)
            ? "A file grows beyond the size that files may have here. Raise that limit: ulimit -f unlimited, or ask whoever runs this machine."
        : null;

    /// <summary>True if a right is missing: whoever calls has to name another path.</summary>
    internal static bool IsForbidden(Exception error) =>
        error is UnauthorizedAccessException || Says(error, "Permission denied");

    static bool IsFull(Exception error) =>
        (error is IOException && NoRoom.Contains(error.HResult))
        || Says(error, "No space left on device")
        || Says(error, "Disk quota exceeded");

    /// <summary>.NET takes EFBIG for a fault of an argument.</summary>
    static bool IsTooLarge(Exception error) =>
        Says(error, "File too large")
        || (
            error is ArgumentOutOfRangeException
            && error.Message.Contains("file length", StringComparison.OrdinalIgnoreCase)
        );

    static bool Says(Exception error, string word) =>
        error is WarehouseException or IOException && error.Message.Contains(word, StringComparison.Ordinal);

    static string Full(Exception error, IReadOnlyList<string> files)
    {
        var path = PathIn(error);
        var at = path == null ? null : Existing(path);
        var isTemporary = path != null && Scratch.Holds(path);
        // What was being written is gone by now: its room counts as free again.
        var free =
            at != null && new DriveInfo(at) is var disk
                ? $" of '{at}' ({Text(disk.AvailableFreeSpace)} of {Text(disk.TotalSize)} are free now)"
                : "";
        var remedy = isTemporary ? "set TMPDIR to a folder on another disk" : "name a --shop on another disk";
        var size = files.Where(File.Exists).Sum(f => new FileInfo(f).Length);
        var need = size == 0 ? "" : $", which is {Text(3 * size)} here and more if they are compressed";
        return $"There is no room left on the disk{free}. Make room there, or {remedy}: a run needs about three times the size of its files{need}.";
    }

    static string Text(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / Megabyte):N0} MB");

    static string? Place(Exception error) => PathIn(error) is { } path ? $"'{path}'" : null;

    /// <summary>The first path in quotes; a file that is only renamed at the end goes by its last name.</summary>
    static string? PathIn(Exception error)
    {
        var found = QuotedPath().Match(error.Message);
        return !found.Success ? null
            : found.Groups["path"].Value is var path && path.EndsWith(".partial", StringComparison.Ordinal)
                ? path[..^".partial".Length]
            : path;
    }

    static string Existing(string path)
    {
        var at = Path.GetFullPath(path);
        while (!Directory.Exists(at) && Path.GetDirectoryName(at) is { } above)
        {
            at = above;
        }

        return at;
    }

    [GeneratedRegex(
        """['"](?<path>[^'"]+)['"]""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex QuotedPath();
}
