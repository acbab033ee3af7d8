using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>A text file with a delimiter as a table of texts.</summary>
static class CsvTable
{
    /// <summary>A thread reads one buffer at a time: DuckDB's own 32 MB leave cores idle on files of that size.</summary>
    const int BufferBytes = 16_000_000;

    /// <summary>Enough for a thousand rows, and a fraction of the time of a whole buffer.</summary>
    const int SampleBytes = 500_000;

    /// <summary>The longest line that is read; a longer one is a quote that was never closed.</summary>
    internal const int LongestLine = 2_000_000;

    /// <summary>Looks at the whole file, and writes it again as UTF-8 if it is something else.</summary>
    /// <param name="input">The file.</param>
    /// <param name="options">What the user says of it.</param>
    /// <param name="cancel">Looked at often.</param>
    /// <exception cref="ImportRefusedException">The encoding or the delimiter could be two things, or the file is damaged.</exception>
    internal static TextTable Open(InputFile input, ImportOptions options, CancellationToken cancel)
    {
        var (name, folder) = (input.Name, input.Folder);
        var (file, said) = SeparatorLine.Without(Unzipped(input.Path, folder, cancel), folder, cancel);
        var firstLine = said == null ? 2 : 3;
        var seen =
            said == null && input.Look is { } look
                ? look.GetAwaiter().GetResult()
                : CsvLook.At(file, name, options, said, cancel);
        var (facts, utf8) = (seen.Facts, Path.Combine(folder, "utf8.csv"));
        if (!facts.IsUtf8)
        {
            Transcode(file, facts.Encoding, utf8, cancel);
            file = utf8;
        }

        var head = CsvHead.Read(file, name, options.Delimiter ?? said, cancel);
        var isCounted = facts.IsUtf8 && head.Delimiter == seen.Delimiter;
        var records = isCounted ? seen.Records : Count(file, head.Delimiter, cancel);
        return new TextTable(
            name,
            head.Headers,
            Call(file, head, BufferBytes, LongestLine, "store_rejects = true, rejects_limit = 0"),
            $"(from {Call(file, head, SampleBytes, SampleBytes / 2, "ignore_errors = true")} limit 1000)",
            new TextForm("csv", firstLine, facts.Encoding.WebName, head.Delimiter, facts.HasNul)
        )
        {
            Rows = Rows(name, records, firstLine),
            LongLine = records.LongLine == 0 ? 0 : records.LongLine + firstLine - 2,
        };
    }

    /// <summary>The file itself, or what it unpacks to.</summary>
    internal static string Unzipped(string path, string folder, CancellationToken cancel)
    {
        if (!IsZipped(path))
        {
            return path;
        }

        var plain = Path.Combine(folder, "plain.csv");
        Gzip.Unpack(path, plain, cancel);
        return plain;
    }

    static CsvRecords Count(string file, char delimiter, CancellationToken cancel)
    {
        using var text = File.OpenRead(file);
        return CsvRecords.Of(text, delimiter, cancel);
    }

    static long Rows(string name, CsvRecords records, int firstLine) =>
        records.OpenLine == 0
            ? records.Count - 1
            : throw new ImportRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}, line {records.OpenLine + firstLine - 2}: a quote opens a field here and is never closed, so that all lines after it are one field. "
                ) + "Close it, or write it twice if it belongs to the text."
            );

    /// <summary>What the file holds, unpacked.</summary>
    internal static Stream Bytes(string path)
    {
        Stream file = File.OpenRead(path);
        return IsZipped(path) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    internal static bool IsZipped(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    static void Transcode(string path, Encoding encoding, string target, CancellationToken cancel)
    {
        using var reader = new StreamReader(path, encoding);
        using var writer = new StreamWriter(target, append: false, new UTF8Encoding(false));
        var buffer = new char[1 << 16];
        while (reader.Read(buffer) is var read && read > 0)
        {
            cancel.ThrowIfCancellationRequested();
            writer.Write(buffer.AsSpan(0, read));
        }
    }

    /// <summary>The read_csv call: DuckDB takes no parameters there, so its parts are quoted here.</summary>
    static string Call(string path, CsvHead head, int buffer, int longest, string more)
    {
        var columns = head.Headers.Select((_, c) => $"'{TextTable.Column(c)}': '{Fields.Text}'");
        return $"read_csv({SqlText.Literal(path)}, header = true, auto_detect = false, "
            + $"delim = {SqlText.Literal(head.Delimiter.ToString())}, quote = '\"', escape = '\"', "
            + $"max_line_size = {longest}, buffer_size = {buffer}, null_padding = false, strict_mode = true, "
            + $"columns = {{{string.Join(", ", columns)}}}{(more.Length == 0 ? "" : ", " + more)})";
    }
}
