using System.Globalization;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>Encodings of one or two bytes a character, for text that is not UTF-8.</summary>
/// <remarks>
/// Windows-1252 and ISO-8859-1 differ only in 0x80 to 0x9F, where ISO-8859-1 has no letters: the former reads both.
/// Shift-JIS is weighed against it, because either reads most bytes of the other.
/// Source: WHATWG Encoding Standard (indexes windows-1252 and jis0208).
/// </remarks>
static class EightBits
{
    /// <summary>Of the characters that are not ASCII in Japanese text, hardly fewer are kana or punctuation.</summary>
    const double FewKana = 0.1;

    const int Windows1252 = 1252;
    const int ShiftJis = 932;

    /// <summary>Decides from all bytes.</summary>
    /// <exception cref="ImportRefusedException">Both could be meant, or none.</exception>
    internal static Encoding Decide(string name, Func<Stream> open, CancellationToken cancel)
    {
        var seen = Scan(open, cancel);
        var western = seen.Undefined == 0;
        var japanese = seen is { BadPairs: 0, Pairs: > 0 } && seen.Kana >= FewKana * seen.Pairs;
        return (western, japanese) switch
        {
            (true, false) => Encoding.GetEncoding(Windows1252),
            (false, true) => throw new ImportRefusedException(
                $"{Where(name, seen)} the text is not UTF-8 and looks like Shift-JIS: {Quoted(seen, ShiftJis)}. "
                    + "Save it as UTF-8, or say --encoding shift_jis."
            ),
            (true, true) => throw new ImportRefusedException(
                $"{Where(name, seen)} the text is not UTF-8, and can be read as Shift-JIS, {Quoted(seen, ShiftJis)}, "
                    + $"and as Windows-1252, {Quoted(seen, Windows1252)}. Save it as UTF-8, "
                    + "or say --encoding shift_jis or --encoding windows-1252."
            ),
            _ => throw new ImportRefusedException(
                $"{Where(name, seen)} what stands here is neither UTF-8 nor Windows-1252. "
                    + "If the file is text, save it as UTF-8, or name its encoding: --encoding shift_jis, for instance."
            ),
        };
    }

    static string Where(string name, Seen seen) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}, line {seen.FirstLine}:");

    static string Quoted(Seen seen, int codePage) =>
        $"'{Encoding.GetEncoding(codePage).GetString([.. seen.First]).Trim()}'";

    static Seen Scan(Func<Stream> open, CancellationToken cancel)
    {
        using var text = open();
        var seen = new Seen();
        var buffer = new byte[1 << 20];
        while (text.Read(buffer) is var read && read > 0)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var value in buffer.AsSpan(0, read))
            {
                seen.Take(value);
            }
        }

        return seen;
    }

    /// <summary>Counts what tells the encodings apart.</summary>
    sealed class Seen
    {
        const int QuoteBytes = 24;
        long _line = 1;
        byte _lead;

        /// <summary>Bytes that Windows-1252 leaves without a meaning.</summary>
        internal long Undefined { get; private set; }

        /// <summary>Characters of two bytes, read as Shift-JIS.</summary>
        internal long Pairs { get; private set; }

        /// <summary>Those that are kana or Japanese punctuation.</summary>
        internal long Kana { get; private set; }

        /// <summary>Bytes that do not fit Shift-JIS.</summary>
        internal long BadPairs { get; private set; }

        internal long FirstLine { get; private set; }

        /// <summary>The first bytes from the first that is not ASCII.</summary>
        internal List<byte> First { get; } = [];

        internal void Take(byte value)
        {
            if (value >= 0x80 && FirstLine == 0)
            {
                FirstLine = _line;
            }

            if (FirstLine > 0 && First.Count < QuoteBytes && value is not ((byte)'\n' or (byte)'\r'))
            {
                First.Add(value);
            }

            _line += value == '\n' ? 1 : 0;
            Undefined += value is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? 1 : 0;
            TakePair(value);
        }

        void TakePair(byte value)
        {
            if (_lead != 0)
            {
                Pairs++;
                Kana += _lead is 0x81 or 0x82 or 0x83 ? 1 : 0;
                BadPairs += value is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC) ? 0 : 1;
                _lead = 0;
            }
            else if (value is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC))
            {
                _lead = value;
            }
            else
            {
                BadPairs += value is 0x80 or 0xA0 or >= 0xFD ? 1 : 0;
            }
        }
    }
}
