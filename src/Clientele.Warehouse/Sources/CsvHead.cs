using System.Text;

namespace Clientele.Warehouse;

/// <summary>The first record of a CSV file, and what parts its fields.</summary>
/// <param name="Headers">Trimmed; a column without a header is called column_N.</param>
/// <param name="Delimiter">The mark that parts the fields.</param>
sealed record CsvHead(IReadOnlyList<string> Headers, char Delimiter)
{
    const int MostCharacters = 1_000_000;

    /// <summary>In order of likelihood: on a tie the first wins.</summary>
    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Reads the first record.</summary>
    /// <param name="path">A file in UTF-8, plain or gzipped.</param>
    /// <param name="name">Of the file, for messages.</param>
    /// <param name="wanted">The delimiter as the user said it; null decides.</param>
    /// <param name="cancel">Looked at if all rows must be.</param>
    /// <exception cref="ImportRefusedException">The file is empty, two columns have the same header, or two delimiters fit.</exception>
    internal static CsvHead Read(string path, string name, char? wanted, CancellationToken cancel)
    {
        using var reader = new StreamReader(CsvTable.Bytes(path), Encoding.UTF8);
        var record = FirstRecord(reader);
        CsvPreamble.MustBeNone(path, name, record);
        if (record.Trim().Length == 0)
        {
            throw new ImportRefusedException(
                $"{name}: the first line is empty. The file must begin with a line of column names."
            );
        }

        if (record.Length >= MostCharacters)
        {
            throw new ImportRefusedException(
                $"{name}: the first line has more than a million characters. The file must begin with a line of column names."
            );
        }

        if (record.Any(c => c is < ' ' and not ('\t' or '\n' or '\r')))
        {
            throw new ImportRefusedException(
                $"{name} is no text: control characters stand where the column names should be. Export it again."
            );
        }

        var likely = Likely(record);
        if (wanted == null)
        {
            var readings = Delimiters
                .Select(d => new CsvHead([.. Split(record, d).Select(h => h.Trim())], d))
                .Where(r => r.Headers.Count > 1 || r.Delimiter == likely)
                .ToList();
            var decided = DelimiterEvidence.Decide(path, name, readings, cancel);
            if (decided.Headers.Count == 1 && UnusualDelimiter(record) is { } unusual)
            {
                throw new ImportRefusedException(
                    $"{name}, line 1: no comma, tab, ; or | parts the columns. The line looks as if it were parted by {unusual} : --delimiter '{unusual}'"
                );
            }

            return decided with
            {
                Headers = HeadersOf(name, decided.Headers),
            };
        }

        var headers = Split(record, wanted.Value);
        return headers.Count > 1 || Split(record, likely).Count == 1
            ? new CsvHead(HeadersOf(name, headers), wanted.Value)
            : throw new ImportRefusedException(
                $"{name}, line 1: --delimiter {wanted} parts no columns. The line looks as if it were parted by "
                    + (likely == '\t' ? "tabs: --delimiter tab" : $"{likely} : --delimiter {likely}")
            );
    }

    /// <summary>The delimiter of a file whose encoding nobody knows yet: whatever it is, these marks are the same bytes.</summary>
    internal static char LikelyIn(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        return Likely(FirstRecord(reader));
    }

    /// <summary>A mark that nobody writes three names with, unless it parts them.</summary>
    static char? UnusualDelimiter(string record) =>
        "~^:#*!/+&"
            .Where(mark => record.Count(c => c == mark) > 1)
            .Select(mark => (char?)mark)
            .FirstOrDefault();

    internal static char Likely(string record) => Delimiters.MaxBy(d => Split(record, d).Count);

    /// <summary>Trimmed names; a column without one is called column_N.</summary>
    /// <exception cref="ImportRefusedException">Two columns have the same name.</exception>
    internal static IReadOnlyList<string> HeadersOf(string name, IEnumerable<string> written)
    {
        var headers = written
            .Select((h, i) => h.Trim() is { Length: > 0 } header ? header : $"column_{i + 1}")
            .ToList();
        var twice = headers
            .GroupBy(h => h, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(g => g.Count() > 1);
        return twice == null
            ? headers
            : throw new ImportRefusedException(
                $"{name}, line 1: two columns are called '{twice.Key}'. Rename one of them."
            );
    }

    static string FirstRecord(StreamReader reader)
    {
        var record = new StringBuilder();
        var quoted = false;
        while (record.Length < MostCharacters && reader.Read() is var read && read >= 0)
        {
            var c = (char)read;
            if (c is '\n' or '\r' && !quoted)
            {
                break;
            }

            quoted ^= c == '"';
            record.Append(c);
        }

        return record.ToString();
    }

    internal static List<string> Split(string record, char delimiter)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < record.Length; i++)
        {
            var c = record[i];
            if (c == '"' && quoted && i + 1 < record.Length && record[i + 1] == '"')
            {
                field.Append(record[++i]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == delimiter && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
