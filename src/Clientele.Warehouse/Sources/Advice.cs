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

    /// <summary>What a name of a zone behind a time stands for, and how to say it; empty if there is none that we know.</summary>
    internal static string Time(string cell)
    {
        var name = cell[(cell.Length - cell.Reverse().TakeWhile(char.IsAsciiLetter).Count())..];
        var readings = ZoneName.All.Where(n => n.Name == name).ToList();
        return readings.Count == 0
            ? ""
            : $"; {name} is {string.Join(" and ", readings.Select(r => $"{r.Offset} in {r.Place}"))}: say the shop's zone, "
                + $"{string.Join(" or ", readings.Select(r => $"--time-zone {r.Example}"))}, or write {readings[0].Offset} instead of {name}";
    }

    [GeneratedRegex(@"^\P{L}*\d,\d{1,2}[^\p{L}\d]*$", RegexOptions.None, 1000)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^\P{L}*\d\.\d{1,2}[^\p{L}\d]*$", RegexOptions.None, 1000)]
    private static partial Regex DecimalPoint();
}
