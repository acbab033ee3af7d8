using System.Text;

namespace Clientele.Tests;

/// <summary>Reads delimited text in the plainest way, a character at a time: the independent witness of what stands in a file.</summary>
static class Rfc4180
{
    /// <summary>The fields of every record that is not blank. A quote that is never closed runs to the end.</summary>
    internal static List<string[]> Records(string text, char delimiter)
    {
        var (records, at) = (new List<string[]>(), 0);
        while (at < text.Length)
        {
            var begin = at;
            var fields = new List<string> { Field(text, delimiter, ref at) };
            while (at < text.Length && text[at] == delimiter)
            {
                at++;
                fields.Add(Field(text, delimiter, ref at));
            }

            if (at > begin)
            {
                records.Add([.. fields]);
            }

            // The end of the line: a line feed after a carriage return is one more end, of a blank record.
            at++;
        }

        return records;
    }

    static string Field(string text, char delimiter, ref int at)
    {
        var field = new StringBuilder();
        if (at < text.Length && text[at] == '"')
        {
            for (at++; at < text.Length; at++)
            {
                if (text[at] != '"')
                {
                    field.Append(text[at]);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append(text[at++]);
                }
                else
                {
                    at++;
                    break;
                }
            }
        }

        while (at < text.Length && text[at] != delimiter && text[at] is not ('\n' or '\r'))
        {
            field.Append(text[at++]);
        }

        return field.ToString();
    }
}
