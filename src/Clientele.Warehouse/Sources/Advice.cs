using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Clientele.Warehouse;

/// <summary>What to do about a file that is refused, by what was seen in it.</summary>
static partial class Advice
{
    /// <summary>Bytes that are looked at for their encoding.</summary>
    const int Looked = 1 << 20;

    /// <summary>A sentence about how to save the file; null if it is UTF-8 as far as one looks.</summary>
    /// <param name="path">A plain file or a gzipped one.</param>
    internal static string? Encoding(string path)
    {
        using var file = CsvHead.Bytes(path);
        var bytes = new byte[Looked];
        var read = file.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false);
        return EncodingOf(bytes.AsSpan(0, read)) is { } found
            ? $"it is written in {found.Name}, not in UTF-8. Save it as UTF-8: in Excel with File, Save As, 'CSV UTF-8'; "
                + $"in a shell with {Shell(path, found.Code)}"
            : null;
    }

    /// <summary>What is odd about a number that cannot be read, and how to write it; empty if nothing is known.</summary>
    internal static string Number(string cell) =>
        cell.Trim() switch
        {
            var text when Currency().IsMatch(text) =>
                " has a currency sign: write plain numbers such as 1234.50, and the currency in a column of its own",
            var text when GermanThousands().IsMatch(text) =>
                " has points between thousands and a decimal comma: write 1234.50",
            var text when EnglishThousands().IsMatch(text) => " has commas between thousands: write 1234.50",
            var text when DecimalComma().IsMatch(text) => " has a decimal comma: write 3.50 for 3,50",
            var text when text.EndsWith('%') => " has a percent sign: write plain numbers such as 0.15",
            var text when Blanks().IsMatch(text) => " has blanks between digits: write 1234.50",
            var text when Brackets().IsMatch(text) => " is in brackets: write -3.50 for (3.50)",
            _ => "",
        };

    static (string Name, string Code)? EncodingOf(ReadOnlySpan<byte> bytes)
    {
        if (
            bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
        )
        {
            return ("UTF-16", "UTF-16");
        }

        if (bytes.Contains((byte)0))
        {
            return bytes[0] == 0 ? ("UTF-16", "UTF-16BE") : ("UTF-16", "UTF-16LE");
        }

        return IsUtf8(bytes) ? null : ("Windows-1252 or Latin-1", "WINDOWS-1252");
    }

    /// <summary>The last character may be cut in two.</summary>
    static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; )
        {
            var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
            if (status == OperationStatus.InvalidData)
            {
                return false;
            }

            at += length;
        }

        return true;
    }

    static string Shell(string path, string code)
    {
        var name = Path.GetFileName(path);
        var mended = $"'{name.Split('.')[0]}-utf8.csv'";
        return name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? $"gunzip -c '{name}' | iconv -f {code} -t UTF-8 > {mended}"
            : $"iconv -f {code} -t UTF-8 '{name}' > {mended}";
    }

    [GeneratedRegex(
        @"^[-+(]?\s*(\p{Sc}|[A-Z]{3}\s?\d)|\d\s*(\p{Sc}|[A-Z]{3})\)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Currency();

    [GeneratedRegex(@"^[-+]?\d{1,3}(\.\d{3})+,\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GermanThousands();

    [GeneratedRegex(@"^[-+]?\d{1,3}((,\d{3})+\.\d+|(,\d{3}){2,})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishThousands();

    [GeneratedRegex(@"^[-+]?\d*,\d+$", RegexOptions.None, 1000)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[-+]?\d{1,3}([\s'’]\d{3})+([.,]\d+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\(\d+([.,]\d+)?\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Brackets();
}
