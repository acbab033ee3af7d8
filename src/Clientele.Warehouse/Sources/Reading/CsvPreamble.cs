using System.Text;

namespace Clientele.Warehouse;

/// <summary>What may stand before the line of column names: titles, remarks, or a whole web page.</summary>
static class CsvPreamble
{
    /// <summary>So many lines are looked at.</summary>
    const int Lines = 40;

    const int MostCharacters = 20_000;

    /// <summary>So many names that some field has are no accident.</summary>
    const int Enough = 3;

    /// <param name="path">A file in UTF-8, plain or gzipped.</param>
    /// <param name="name">Of the file, for messages.</param>
    /// <param name="record">Its first record.</param>
    /// <exception cref="ImportRefusedException">The names stand further down, or it is a web page.</exception>
    internal static void MustBeNone(string path, string name, string record)
    {
        var start = record.TrimStart();
        if (
            start.StartsWith('<')
            && start.Length > 1
            && (char.IsAsciiLetter(start[1]) || start[1] is '!' or '?')
        )
        {
            throw new ImportRefusedException(
                $"{name} is a web page or XML, whatever it is called: it begins with {start[..Math.Min(start.Length, 30)].Trim()}. "
                    + "Export the orders as CSV or Excel; many shops show a page like this when one is logged out."
            );
        }

        if (KnownIn(record) == 0 && NamesBelow(path) is { } line)
        {
            throw new ImportRefusedException(
                $"{name}, line {line}: the column names seem to stand here, below {Counted.Of(line - 1, "line")} of something else. "
                    + "Take out what stands before them."
            );
        }
    }

    /// <summary>The first line with names that are known; null for none among the first lines.</summary>
    static int? NamesBelow(string path)
    {
        using var reader = new StreamReader(CsvTable.Bytes(path), Encoding.UTF8);
        var buffer = new char[MostCharacters];
        var lines = new string(buffer, 0, reader.ReadBlock(buffer))
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Take(Lines)
            .ToList();
        var at = lines.FindIndex(l => KnownIn(l) >= Enough);
        return at > 0 ? at + 1 : null;
    }

    static int KnownIn(string line) =>
        DelimiterEvidence.Known(CsvHead.Split(line, CsvHead.Likely(line)).Select(f => f.Trim()));
}
