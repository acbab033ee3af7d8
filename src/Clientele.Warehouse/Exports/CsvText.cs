using System.Buffers;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>Writes a table as CSV in UTF-8, with the same bytes on every machine, safe to open in a spreadsheet.</summary>
public static class CsvText
{
    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes all rows; lines end with a line feed, an unknown value is empty.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="output">Left open.</param>
    /// <param name="withHeader">False goes on with rows under a header that stands already.</param>
    public static void Write(Table table, Stream output, bool withHeader = true)
    {
        using var writer = new StreamWriter(output, Utf8, bufferSize: 1 << 16, leaveOpen: true)
        {
            NewLine = "\n",
        };
        if (withHeader)
        {
            writer.Write(string.Join(',', table.Columns.Select(c => Cell(c.Name))));
            writer.Write('\n');
        }

        for (var row = 0; row < table.Rows; row++)
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                if (c > 0)
                {
                    writer.Write(',');
                }

                var column = table.Columns[c];
                var text = column.ToText(row);
                writer.Write(column is TextColumn ? Cell(text) : text);
            }

            writer.Write('\n');
        }
    }

    /// <summary>A text cell: quoted where CSV needs it, and disarmed where a spreadsheet would take it for a formula.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // A leading apostrophe is what spreadsheets themselves use to say "this is text".
        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\n\r") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>True if a spreadsheet would work it out; a signed number (an id, a telephone number) only looks like it.</summary>
    /// <remarks>Source: OWASP, "CSV Injection", with the wide forms that Asian keyboards make.</remarks>
    static bool IsFormula(string text) =>
        text[0] switch
        {
            '+' or '-' => !IsNumber(text.AsSpan(1)),
            '=' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' => true,
            _ => false,
        };

    /// <summary>Digits with at most one point among them.</summary>
    static bool IsNumber(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') && !text.ContainsAnyExcept(Digits) && text.Count('.') <= 1;
}
