using System.Text.RegularExpressions;

namespace Clientele.Warehouse;

/// <summary>What to do about a cell that cannot be read, by what was seen in it.</summary>
static partial class Advice
{
    /// <summary>What is odd about a number that cannot be read, and how to write it; empty if nothing is known.</summary>
    internal static string Number(string cell) =>
        cell.Trim() switch
        {
            var text when text.EndsWith('%') => "; it has a percent sign: write plain numbers such as 0.15",
            var text when DecimalComma().IsMatch(text) => "; it has a decimal comma: write 3.50 for 3,50",
            var text when DecimalPoint().IsMatch(text) =>
                "; it has a decimal point: write it as the file's other numbers are written",
            _ => "",
        };

    [GeneratedRegex(@"^\P{L}*\d,\d{1,2}[^\p{L}\d]*$", RegexOptions.None, 1000)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^\P{L}*\d\.\d{1,2}[^\p{L}\d]*$", RegexOptions.None, 1000)]
    private static partial Regex DecimalPoint();
}
