using System.Text;
using System.Text.Unicode;

namespace Clientele.Warehouse;

/// <summary>What all bytes of a text file say of how it is written.</summary>
/// <param name="Encoding">Decided by the bytes, or as the user said.</param>
/// <param name="HasNul">A byte of 0 stands in it: damage, never text.</param>
sealed record TextFacts(Encoding Encoding, bool HasNul)
{
    /// <summary>A UTF-16 file of Western text has a zero in every second byte; damage seldom has that many.</summary>
    const double ManyZeros = 0.2;

    static TextFacts() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>True if DuckDB can read the file as it is.</summary>
    internal bool IsUtf8 => Encoding is UTF8Encoding;

    /// <summary>Reads the whole file; a wrong guess is worse than a refusal.</summary>
    /// <param name="name">Of the file, for messages.</param>
    /// <param name="open">Opens the text, unzipped; called twice if it is not UTF-8.</param>
    /// <param name="wanted">An encoding's name as the user said it; null decides.</param>
    /// <param name="counter">Sees the same bytes: a second pass would take as long again.</param>
    /// <param name="cancel">Looked at every megabyte.</param>
    /// <exception cref="ImportRefusedException">Two encodings fit and differ, or none fits.</exception>
    internal static TextFacts Of(
        string name,
        Func<Stream> open,
        string? wanted,
        RecordCounter counter,
        CancellationToken cancel
    )
    {
        var first = Scan(open, counter, cancel);
        if (wanted != null)
        {
            var said = Encoding.GetEncoding(wanted);
            return new TextFacts(
                said is UTF8Encoding ? Encoding.UTF8 : said,
                first.Zeros > 0 && said.IsSingleByte
            );
        }

        var wide = first switch
        {
            { Mark: Mark.Utf16 } => Encoding.Unicode,
            { Mark: Mark.Utf16BigEndian } => Encoding.BigEndianUnicode,
            _ when first.OddZeros > ManyZeros * first.Bytes && first.OddZeros > 20 * first.EvenZeros =>
                Encoding.Unicode,
            _ when first.EvenZeros > ManyZeros * first.Bytes && first.EvenZeros > 20 * first.OddZeros =>
                Encoding.BigEndianUnicode,
            _ => null,
        };
        return wide != null
            ? new TextFacts(wide, HasNul: false)
            : new TextFacts(
                first.IsUtf8 ? Encoding.UTF8 : EightBits.Decide(name, open, cancel),
                first.Zeros > 0
            );
    }

    static FirstScan Scan(Func<Stream> open, RecordCounter counter, CancellationToken cancel)
    {
        using var text = open();
        var buffer = new byte[1 << 20];
        var (held, scan) = (0, new FirstScan { IsUtf8 = true });
        while (text.ReadAtLeast(buffer.AsSpan(held), 1, throwOnEndOfStream: false) is var read && read > 0)
        {
            cancel.ThrowIfCancellationRequested();
            if (scan.Bytes == 0)
            {
                scan.Mark = MarkOf(buffer.AsSpan(0, read));
            }

            counter.Take(buffer.AsSpan(held, read));
            scan.CountZeros(buffer.AsSpan(held, read));
            var filled = buffer.AsSpan(0, held + read);
            // A character may be cut by the buffer's end: its first bytes are looked at with the next buffer.
            var whole = filled.Length - CutOff(filled);
            scan.IsUtf8 = scan.IsUtf8 && Utf8.IsValid(filled[..whole]);
            held = filled.Length - whole;
            filled[whole..].CopyTo(buffer);
        }

        scan.IsUtf8 = scan.IsUtf8 && held == 0;
        return scan;
    }

    static Mark MarkOf(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0xFF, 0xFE, ..] => Mark.Utf16,
            [0xFE, 0xFF, ..] => Mark.Utf16BigEndian,
            _ => Mark.None,
        };

    /// <summary>Bytes at the end that begin a character without ending it: 0 to 3.</summary>
    static int CutOff(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var needs = bytes[^back] switch
            {
                >= 0xF0 => 4,
                >= 0xE0 => 3,
                >= 0xC0 => 2,
                >= 0x80 => 0,
                _ => 1,
            };
            if (needs > 0)
            {
                return needs > back ? back : 0;
            }
        }

        return 0;
    }

    enum Mark
    {
        None,
        Utf16,
        Utf16BigEndian,
    }

    record struct FirstScan
    {
        internal Mark Mark { get; set; }
        internal bool IsUtf8 { get; set; }
        internal long Bytes { get; private set; }
        internal long EvenZeros { get; private set; }
        internal long OddZeros { get; private set; }
        internal readonly long Zeros => EvenZeros + OddZeros;

        internal void CountZeros(ReadOnlySpan<byte> bytes)
        {
            for (var at = bytes.IndexOf((byte)0); at >= 0; )
            {
                if ((Bytes + at) % 2 == 0)
                {
                    EvenZeros++;
                }
                else
                {
                    OddZeros++;
                }

                var next = bytes[(at + 1)..].IndexOf((byte)0);
                at = next < 0 ? -1 : at + 1 + next;
            }

            Bytes += bytes.Length;
        }
    }
}
