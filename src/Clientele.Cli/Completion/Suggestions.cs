using System.CommandLine;

namespace Clientele.Cli;

/// <summary>What may stand where somebody presses the tab key.</summary>
/// <remarks>
/// Shells call <c>clientele [suggest] WORD…</c> with the words up to the cursor, the last of them perhaps empty. System.CommandLine's
/// own directive takes one line of text and a position, so that every shell's quotes would have to be read again.
/// </remarks>
static class Suggestions
{
    internal const string Directive = "[suggest]";

    internal static int Print(Command root, IReadOnlyList<string> words)
    {
        foreach (var suggestion in Of(root, words))
        {
            Console.WriteLine(suggestion);
        }

        return ExitCodes.Ok;
    }

    /// <summary>Whole words that may stand in place of the last one. None where a file is asked for: shells know files.</summary>
    internal static IReadOnlyList<string> Of(Command root, IReadOnlyList<string> words)
    {
        var (word, before) = (words.LastOrDefault(""), words.SkipLast(1).ToList());
        var all =
            before.Count == 0 ? root.Subcommands.Select(c => c.Name).Concat(Options(root, word))
            : root.Subcommands.FirstOrDefault(c => c.Name == before[0]) is { } command
                ? In(command, root.Parse(before), before[^1], word)
            : [];
        return [.. all.Where(s => s.StartsWith(word, StringComparison.Ordinal)).Distinct()];
    }

    static IEnumerable<string> In(Command command, ParseResult parsed, string previous, string word)
    {
        if (Taking(command, previous) is { } option)
        {
            return Values(option, parsed, word);
        }

        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && Taking(command, word[..equals]) is { } joined
                ? Values(joined, parsed, word[(equals + 1)..]).Select(v => $"{word[..equals]}={v}")
            : word.StartsWith('-') ? Options(command, word).Except(Given(command, parsed))
            : command.Arguments.SelectMany(a => Values(a, parsed, word));
    }

    static IEnumerable<string> Options(Command command, string word) =>
        word.StartsWith('-') ? command.Options.Select(o => o.Name).Append("--help").Distinct() : [];

    /// <summary>Options that may stand only once, and do.</summary>
    static IEnumerable<string> Given(Command command, ParseResult parsed) =>
        command
            .Options.Where(o => o.Arity.MaximumNumberOfValues <= 1)
            .Where(o => parsed.GetResult(o) is { Implicit: false })
            .Select(o => o.Name);

    static Option? Taking(Command command, string word) =>
        command.Options.FirstOrDefault(o => o.Name == word && o.Arity.MinimumNumberOfValues > 0);

    /// <summary>Values of an option or argument; of a list with commas, what stands after the last.</summary>
    static IEnumerable<string> Values(Symbol symbol, ParseResult parsed, string word)
    {
        var head = word[..(word.LastIndexOf(',') + 1)];
        return symbol.GetCompletions(parsed.GetCompletionContext()).Select(c => head + c.Label);
    }
}
