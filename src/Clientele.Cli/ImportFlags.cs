using System.CommandLine;
using System.Text;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What a user says of how the files are written; unsaid, it is decided by evidence.</summary>
static class ImportFlags
{
    static readonly string[] UsualEncodings = ["utf-8", "utf-16", "windows-1252", "iso-8859-1", "shift_jis"];

    static readonly Option<string[]> Mapped = new("--map")
    {
        Description = $"Which column is what: field=Header,… Fields: {string.Join(", ", Fields.Names)}",
        HelpName = "field=Header,…",
        CompletionSources = { Fields.Names.Select(f => f + "=").ToArray() },
    };

    internal static readonly Option<string?> EncodingName = new("--encoding")
    {
        Description = "The encoding of text files, where it is not seen: windows-1252, shift_jis, …",
        HelpName = "NAME",
        CompletionSources = { UsualEncodings },
    };

    internal static readonly Option<string?> Delimiter = new("--delimiter")
    {
        Description = "What parts the fields of text files: a character, or tab",
        HelpName = "CHARACTER",
        CompletionSources = { "tab" },
    };

    static readonly Option<string?> DateFormat = new("--date-format")
    {
        Description = "How times are written, as a strptime pattern: %d/%m/%Y %H:%M",
        HelpName = "PATTERN",
    };

    static readonly Option<string?> DecimalMark = new("--decimal-mark")
    {
        Description = "The decimal mark of numbers: . or ,",
        HelpName = "MARK",
    };

    static readonly Option<string?> FirstDay = new("--first-day")
    {
        Description = "The first day of exports that count their days and have no dates, over clientele.yml",
        HelpName = "DATE",
    };

    /// <summary>In the order of the help.</summary>
    internal static IEnumerable<Option> All =>
        [Mapped, EncodingName, Delimiter, DateFormat, DecimalMark, FirstDay];

    /// <summary>What a sound call says of the text alone.</summary>
    internal static ImportOptions OfText(ParseResult parsed) =>
        new()
        {
            Encoding = parsed.GetValue(EncodingName),
            Delimiter = DelimiterOf(parsed.GetValue(Delimiter)),
        };

    /// <param name="parsed">A sound call.</param>
    /// <param name="firstDay">The shop's own, if the call says none.</param>
    internal static ImportOptions Of(ParseResult parsed, DateOnly firstDay) =>
        OfText(parsed) with
        {
            FirstDay = parsed.GetValue(FirstDay) is { } day ? ShopKeys.DayOf(day) ?? firstDay : firstDay,
            Map = ColumnMap.Of(parsed.GetValue(Mapped) ?? []),
            DateFormat = parsed.GetValue(DateFormat),
            DecimalMark = parsed.GetValue(DecimalMark)?[0],
            Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        };

    /// <summary>Everything that is wrong with them, a sentence each.</summary>
    internal static IEnumerable<string> Faults(ParseResult parsed)
    {
        foreach (var wrong in ColumnMap.Faults(CommonOptions.Words(parsed, Mapped)))
        {
            yield return wrong;
        }

        foreach (var wrong in TextFaults(parsed))
        {
            yield return wrong;
        }

        if (CommonOptions.Word(parsed, DateFormat) is { } format && DatePattern.Fault(format) is { } odd)
        {
            yield return $"{DateFormat.Name} {odd}";
        }

        if (CommonOptions.Word(parsed, DecimalMark) is { } mark && mark is not ("." or ","))
        {
            yield return $"--decimal-mark is '{mark}', but must be . or ,";
        }

        if (CommonOptions.Word(parsed, FirstDay) is { } day && ShopKeys.FirstDay.Fault(day) is { } fault)
        {
            yield return fault.Replace(ShopKeys.FirstDay.Name, FirstDay.Name, StringComparison.Ordinal);
        }
    }

    /// <summary>What is wrong with that of <see cref="OfText"/>.</summary>
    internal static IEnumerable<string> TextFaults(ParseResult parsed)
    {
        if (CommonOptions.Word(parsed, EncodingName) is { } encoding && !IsEncoding(encoding))
        {
            var names = Encoding.GetEncodings().Select(e => e.Name);
            yield return $"--encoding knows no '{encoding}'{Spelling.Guess(encoding, names)}; it knows {string.Join(", ", UsualEncodings)} and others.";
        }

        if (CommonOptions.Word(parsed, Delimiter) is { } delimiter && DelimiterOf(delimiter) == null)
        {
            yield return $"--delimiter is '{delimiter}', but must be one character other than a quote, or tab.";
        }
    }

    static char? DelimiterOf(string? text) =>
        text switch
        {
            "tab" or "\\t" => '\t',
            [var one] when one is not ('"' or '\n' or '\r') => one,
            _ => null,
        };

    static bool IsEncoding(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncodings().Any(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
