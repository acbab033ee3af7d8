using System.Text.RegularExpressions;

namespace Clientele.Warehouse;

/// <summary>Cells that people read as numbers, but that are not written as <c>1234.5</c>.</summary>
static partial class WrittenNumber
{
    const string Currency = @"(?:\p{Sc}|EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|kr\.?|zł|Fr\.?|R\$)";
    const string Digits =
        @"\d+(?:[.,]\d*)?|[.,]\d+|\d{1,3}(?:(?<mark>[.,'’\s])\d{3})(?:\k<mark>\d{3})*(?:[.,]\d+)?";

    /// <summary>True for <c>1,50</c>, <c>(3.50)</c>, <c>1 000</c>, <c>€2</c>, <c>5 %</c> and the like.</summary>
    internal static bool Is(string cell) => Whole().IsMatch(cell);

    /// <summary>What is odd about it, and how to write it: goes on after the cell itself.</summary>
    internal static string Advice(string cell) =>
        cell.Trim() switch
        {
            var text when text.Contains('%') || text.Contains('‰') =>
                "has a percent sign: write 0.15 for 15%",
            var text when Money().IsMatch(text) => "is written with a currency: write 3.50 for €3,50",
            var text when text.StartsWith('(') => "is written in brackets: write -3.50 for (3.50)",
            var text when Thousands().IsMatch(text) =>
                "has a mark between thousands: write 1500 for 1,500, or 1.5 if the mark is the decimal one",
            var text when text.Any(char.IsWhiteSpace) || text.Contains('\'') || text.Contains('’') =>
                "has a mark between thousands: write 1500 for 1 500",
            var text when text.Contains(',') =>
                "is written with a comma: write 3.50 for 3,50 and 1234.50 for 1,234.50",
            _ => "is written otherwise: write plain numbers such as 3.50 and -3.50",
        };

    [GeneratedRegex(
        $@"^\(?\s*[-+−]?\s*{Currency}?\s*[-+−]?\s*(?:{Digits})\s*(?:{Currency}|[%‰])?\s*-?\s*\)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Whole();

    [GeneratedRegex(Currency, RegexOptions.None, 1000)]
    private static partial Regex Money();

    [GeneratedRegex(@"^\D*\d{1,3}(?:,\d{3})+\D*$", RegexOptions.None, 1000)]
    private static partial Regex Thousands();
}
