using System.CommandLine;
using System.CommandLine.Parsing;

namespace Clientele.Cli;

/// <summary>Words of a command line that belong to nothing.</summary>
/// <param name="Options">Those that look like options.</param>
/// <param name="Rest">The others; not what follows an unknown option, which may be its value.</param>
sealed record Loose(IReadOnlyList<string> Options, IReadOnlyList<string> Rest)
{
    /// <remarks>An argument that takes any number of words swallows unknown options: they are taken out of it.</remarks>
    internal static Loose Of(ParseResult parsed)
    {
        var taken = parsed
            .CommandResult.Command.Options.Select(o => parsed.GetResult(o)?.Tokens ?? [])
            .Concat(parsed.CommandResult.Command.Arguments.Select(a => Proper(parsed, a)))
            .SelectMany(t => t)
            .ToHashSet<Token>(ReferenceEqualityComparer.Instance);
        var (options, rest) = (new List<string>(), new List<string>());
        var isValue = false;
        foreach (var token in parsed.Tokens.Where(t => t.Type == TokenType.Argument && !taken.Contains(t)))
        {
            var isOption = LooksLikeOption(token.Value);
            (
                isOption ? options
                : isValue ? []
                : rest
            ).Add(token.Value);
            isValue = isOption && !token.Value.Contains('=', StringComparison.Ordinal);
        }

        return new Loose(options, rest);
    }

    /// <summary>Files that were meant as files: no options, and not what stands behind an unknown one.</summary>
    internal static IReadOnlyList<Token> Proper(ParseResult parsed, Argument argument)
    {
        var proper = new List<Token>();
        Token? before = null;
        foreach (var token in parsed.GetResult(argument)?.Tokens ?? [])
        {
            var isValue =
                before != null
                && LooksLikeOption(before.Value)
                && !before.Value.Contains('=', StringComparison.Ordinal)
                && !File.Exists(token.Value);
            if (!LooksLikeOption(token.Value) && !isValue)
            {
                proper.Add(token);
            }

            before = token;
        }

        return proper;
    }

    static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-' && !File.Exists(word);
}
