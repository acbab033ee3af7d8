namespace Clientele.Warehouse;

/// <summary>The line <c>sep=;</c> before the column names, by which Excel is told what parts the fields.</summary>
static class SeparatorLine
{
    const int Longest = 16;

    /// <summary>The file without that line, and what it says; the file itself and null if it has none.</summary>
    /// <param name="path">Text, unzipped; not in UTF-16.</param>
    /// <param name="folder">Where a file without the line goes.</param>
    /// <param name="cancel">Looked at before the file is written anew.</param>
    internal static (string File, char? Delimiter) Without(
        string path,
        string folder,
        CancellationToken cancel
    )
    {
        using var text = File.OpenRead(path);
        var start = new byte[Longest];
        var read = text.ReadAtLeast(start, Longest, throwOnEndOfStream: false);
        if (Find(start.AsSpan(0, read)) is not { } found)
        {
            return (path, null);
        }

        cancel.ThrowIfCancellationRequested();
        var rest = Path.Combine(folder, "rest.csv");
        using var target = File.Create(rest);
        text.Position = found.Length;
        text.CopyTo(target);
        return (rest, found.Delimiter);
    }

    static (int Length, char Delimiter)? Find(ReadOnlySpan<byte> bytes)
    {
        var mark = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        var line = bytes[mark..];
        var end = line.IndexOf((byte)'\n');
        if (end < 0)
        {
            return null;
        }

        line = line[..end].TrimEnd("\r "u8).Trim((byte)'"');
        return
            line.Length == 5
            && line[4] is > 8 and < 127
            && System.Text.Ascii.EqualsIgnoreCase(line[..4], "sep="u8)
            ? (mark + end + 1, (char)line[4])
            : null;
    }
}
