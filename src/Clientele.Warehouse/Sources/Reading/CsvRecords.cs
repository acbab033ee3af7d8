using System.Buffers;

namespace Clientele.Warehouse;

/// <summary>Counts the records of a text file by itself, so that nothing that a reader drops is lost in silence.</summary>
/// <param name="Count">Records that are not blank, the line of names included.</param>
/// <param name="OpenLine">The line of a quote that is never closed; 0 for none.</param>
/// <param name="LongLine">The first line that is longer than DuckDB's reader takes; 0 for none.</param>
public readonly record struct CsvRecords(long Count, long OpenLine, long LongLine = 0)
{
    /// <summary>A quote opens a field only at its beginning, and closes it unless a second one follows.</summary>
    /// <param name="text">In UTF-8.</param>
    /// <param name="delimiter">What parts the fields.</param>
    /// <param name="cancel">Looked at every megabyte.</param>
    /// <remarks>Source: RFC 4180.</remarks>
    public static CsvRecords Of(Stream text, char delimiter, CancellationToken cancel)
    {
        var counter = new RecordCounter(delimiter);
        var buffer = new byte[1 << 20];
        while (text.Read(buffer) is var read && read > 0)
        {
            cancel.ThrowIfCancellationRequested();
            counter.Take(buffer.AsSpan(0, read));
        }

        return counter.End();
    }
}

/// <summary>Counts while the text passes by.</summary>
/// <param name="delimiter">What parts the fields.</param>
sealed class RecordCounter(char delimiter)
{
    static readonly SearchValues<byte> Outside = SearchValues.Create("\"\n\r"u8);
    static readonly SearchValues<byte> Inside = SearchValues.Create("\"\n"u8);

    long _records;
    long _line = 1;
    long _openLine;
    long _longLine;
    long _lineBytes;
    bool _blank = true;
    bool _quoted;

    /// <summary>The last byte was a quote within quotes: the next one tells whether it closed them.</summary>
    bool _maybeClosed;
    byte _before = (byte)'\n';

    /// <summary>How much of the mark of UTF-8 has passed; -1 once the text itself has begun.</summary>
    int _ofMark;

    static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    internal void Take(ReadOnlySpan<byte> bytes)
    {
        for (var at = PassMark(bytes); at < bytes.Length; )
        {
            if (_maybeClosed)
            {
                _maybeClosed = false;
                if (bytes[at] == '"')
                {
                    _before = bytes[at++];
                    continue;
                }

                _quoted = false;
            }

            var rest = bytes[at..];
            var mark = rest.IndexOfAny(_quoted ? Inside : Outside);
            var passed = mark < 0 ? rest.Length : mark;
            if (passed > 0)
            {
                _blank = false;
                _before = rest[passed - 1];
            }

            at += passed;
            _lineBytes += passed + 1;
            if (mark >= 0)
            {
                See(bytes[at++]);
            }
        }
    }

    /// <summary>Passes over the mark at the very beginning: a field in quotes may follow it.</summary>
    /// <returns>Where the text goes on.</returns>
    int PassMark(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (_ofMark >= 0 && _ofMark < Mark.Length && at < bytes.Length)
        {
            if (bytes[at] == Mark[_ofMark])
            {
                (at, _ofMark) = (at + 1, _ofMark + 1);
            }
            else
            {
                (_blank, _before) = _ofMark > 0 ? (false, Mark[_ofMark - 1]) : (_blank, _before);
                _ofMark = -1;
            }
        }

        return at;
    }

    internal CsvRecords End()
    {
        if (!_blank)
        {
            _records++;
        }

        EndLine();
        return new CsvRecords(_records, _quoted && !_maybeClosed ? _openLine : 0, _longLine);
    }

    void See(byte mark)
    {
        if (mark == '"')
        {
            Quote();
        }
        else
        {
            if (mark == '\n')
            {
                EndLine();
            }

            if (!_quoted)
            {
                _records += _blank ? 0 : 1;
                _blank = true;
            }
        }

        _before = mark;
    }

    void EndLine()
    {
        _longLine = _longLine == 0 && _lineBytes > CsvTable.LongestLine ? _line : _longLine;
        (_line, _lineBytes) = (_line + 1, 0);
    }

    void Quote()
    {
        _blank = false;
        if (_quoted)
        {
            _maybeClosed = true;
        }
        else if (_before == (byte)delimiter || _before is (byte)'\n' or (byte)'\r')
        {
            (_quoted, _openLine) = (true, _line);
        }
    }
}
