namespace Clientele.Warehouse;

/// <summary>Which of several marks in the line of names parts the fields: decided by all rows, or not at all.</summary>
static class DelimiterEvidence
{
    /// <summary>Of the rows so many must have as many fields as the line of names; the others are bad rows.</summary>
    const double Most = 0.95;

    /// <summary>The reading that the rows bear out; the first of those with most names if they bear out none.</summary>
    /// <param name="path">A file in UTF-8.</param>
    /// <param name="name">Of the file, for messages.</param>
    /// <param name="readings">At least one.</param>
    /// <param name="cancel">Looked at every megabyte.</param>
    /// <exception cref="ImportRefusedException">The rows bear out two, and no names that are known speak for one of them.</exception>
    internal static CsvHead Decide(
        string path,
        string name,
        IReadOnlyList<CsvHead> readings,
        CancellationToken cancel
    )
    {
        var most = readings.MaxBy(r => r.Headers.Count)!;
        if (readings.Count == 1)
        {
            return most;
        }

        var borne = readings.Where(r => IsBorneOut(path, r, cancel)).ToList();
        var best = borne.GroupBy(Known).MaxBy(g => g.Key)?.ToList() ?? [most];
        return best.Count == 1 ? best[0] : throw Refusal(name, best);
    }

    static bool IsBorneOut(string path, CsvHead reading, CancellationToken cancel)
    {
        var counter = new FieldCounter((byte)reading.Delimiter, reading.Headers.Count);
        using var text = CsvTable.Bytes(path);
        var buffer = new byte[1 << 20];
        while (text.Read(buffer) is var read && read > 0)
        {
            cancel.ThrowIfCancellationRequested();
            counter.Take(buffer.AsSpan(0, read));
        }

        counter.End();
        return counter.Rows > 0 && counter.Fitting >= Most * counter.Rows;
    }

    /// <summary>Names that some field or shape has: a text that is cut at the wrong marks has hardly any.</summary>
    static int Known(CsvHead reading) => Known(reading.Headers);

    /// <summary>How many names some field or shape has.</summary>
    internal static int Known(IEnumerable<string> headers) =>
        headers.Count(h =>
            Target.Beside.Prepend(Target.Lines).SelectMany(t => t.Fields).Any(f => Has(f.Aliases, h))
            || Shape.All.SelectMany(s => s.Tables).Any(t => Has(t.Signature, h))
        );

    static bool Has(IEnumerable<string> names, string header) =>
        names.Contains(header, StringComparer.OrdinalIgnoreCase);

    static ImportRefusedException Refusal(string name, IReadOnlyList<CsvHead> readings) =>
        new(
            $"{name}: the fields of its rows can be parted by {string.Join(" and by ", readings.Select(Told))}. "
                + $"Say which: {string.Join(" or ", readings.Select(r => $"--delimiter {Argument(r.Delimiter)}"))}"
        );

    static string Told(CsvHead reading) =>
        $"{NameOf(reading.Delimiter)} into {Counted.Of(reading.Headers.Count, "column")} ({string.Join(" | ", reading.Headers)})";

    static string NameOf(char delimiter) =>
        delimiter switch
        {
            ',' => "comma",
            ';' => "semicolon",
            '\t' => "tab",
            _ => "bar",
        };

    /// <summary>As a shell takes it.</summary>
    static string Argument(char delimiter) =>
        delimiter switch
        {
            '\t' => "tab",
            ',' => ",",
            _ => $"'{delimiter}'",
        };
}

/// <summary>Counts the rows after the line of names, and those of them that have as many fields.</summary>
/// <param name="delimiter">What parts the fields.</param>
/// <param name="fields">Names in the first line.</param>
sealed class FieldCounter(byte delimiter, int fields)
{
    long _records;
    int _marks;
    bool _blank = true;
    bool _quoted;

    /// <summary>The last byte was a quote within quotes: the next one tells whether it closed them.</summary>
    bool _maybeClosed;
    bool _atStart = true;

    /// <summary>Rows that are not blank.</summary>
    internal long Rows => Math.Max(0, _records - 1);

    /// <summary>Those with as many fields as there are names.</summary>
    internal long Fitting { get; private set; }

    internal void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (_maybeClosed)
            {
                _maybeClosed = false;
                _quoted = value == '"';
                if (_quoted)
                {
                    continue;
                }
            }

            if (_quoted)
            {
                _maybeClosed = value == '"';
            }
            else
            {
                See(value);
            }
        }
    }

    internal void End()
    {
        if (!_blank)
        {
            Fitting += _records > 0 && _marks + 1 == fields ? 1 : 0;
            _records++;
        }

        (_blank, _atStart, _marks) = (true, true, 0);
    }

    void See(byte value)
    {
        if (value is (byte)'\n' or (byte)'\r')
        {
            End();
            return;
        }

        _blank = false;
        _quoted = value == '"' && _atStart;
        _atStart = value == delimiter;
        _marks += _atStart ? 1 : 0;
    }
}
