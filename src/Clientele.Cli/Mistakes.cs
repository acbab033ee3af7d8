using System.CommandLine;
using System.CommandLine.Help;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What is wrong with a command line, in words for somebody who is new here: everything at once.</summary>
static class Mistakes
{
    /// <summary>How the parser's own sentences begin: ours say the same better.</summary>
    static readonly string[] OfTheParser = ["Required ", "Option '", "Unrecognized command", "Cannot parse"];

    /// <summary>Nothing, or a sentence each.</summary>
    internal static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var asking = parsed.RootCommandResult.Command.Options.Where(o => o is HelpOption or VersionOption);
        if (asking.Any(o => parsed.GetResult(o) is { Implicit: false }))
        {
            return [];
        }

        var words = Loose.Of(parsed);
        var own = parsed
            .Errors.Select(e => e.Message)
            .Where(m => !OfTheParser.Any(o => m.StartsWith(o, StringComparison.Ordinal)));
        return command.Subcommands.Count > 0
            ? [NoCommand(words, command)]
            :
            [
                .. Words(parsed, words)
                    .Concat(Options(parsed))
                    .Concat(own)
                    .Concat(InCommand(parsed))
                    .Distinct(),
            ];
    }

    /// <summary>Where to read on.</summary>
    internal static string Hint(ParseResult parsed) =>
        parsed.CommandResult.Command is { Subcommands.Count: 0 } command
            ? $"See clientele {command.Name} --help."
            : "See clientele --help.";

    static string NoCommand(Loose words, Command root)
    {
        var names = root.Subcommands.Select(c => c.Name).ToList();
        return words.Options.Concat(words.Rest).FirstOrDefault() is { } word
            ? $"There is no command '{word}'{Spelling.Guess(word, names)}; there are {string.Join(", ", names)}."
            : $"Say what to do: {string.Join(", ", names)}. For example: clientele run orders.csv --shop myshop";
    }

    static IEnumerable<string> InCommand(ParseResult parsed) =>
        parsed.CommandResult.Command.Name switch
        {
            "run" => RunCommand.Faults(parsed),
            "check" => CheckCommand.Faults(parsed),
            "demo" => DemoCommand.Faults(parsed),
            "fit" => FitCommand.Faults(parsed),
            "score" => ScoreCommand.Faults(parsed),
            "whatif" => WhatIfCommand.Faults(parsed),
            "recommend" => RecommendCommand.Faults(parsed),
            "export" => ExportCommand.Faults(parsed),
            "completion" => CompletionCommand.Faults(parsed),
            _ => [],
        };

    static IEnumerable<string> Words(ParseResult parsed, Loose words)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Options.Select(o => o.Name).ToList();
        foreach (var option in words.Options)
        {
            yield return $"{command.Name} has no option '{option}'{Spelling.Guess(option, known)}; it has {string.Join(", ", known)}.";
        }

        foreach (var word in words.Rest)
        {
            var shop = known.Contains("--shop") && parsed.GetResult("--shop") is null or { Tokens.Count: 0 };
            yield return $"{command.Name} has no use for the word '{word}'."
                + (shop ? $" If it is the shop: --shop {word}" : "");
        }

        foreach (var argument in command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0))
        {
            if (parsed.GetResult(argument) is null or { Tokens.Count: 0 } && words.Options.Count == 0)
            {
                yield return $"{command.Name} needs {argument.HelpName}. {Example(command)}";
            }
        }
    }

    static IEnumerable<string> Options(ParseResult parsed)
    {
        foreach (var option in parsed.CommandResult.Command.Options)
        {
            var given = parsed.GetResult(option);
            if (given is null or { Implicit: true })
            {
                if (option.Required)
                {
                    yield return $"{parsed.CommandResult.Command.Name} needs {option.Name} {option.HelpName}.";
                }
            }
            else if (given.Tokens.Count < option.Arity.MinimumNumberOfValues)
            {
                yield return $"{option.Name} needs {option.HelpName} after it.";
            }
            else if (given.IdentifierTokenCount > 1 && option.Arity.MaximumNumberOfValues == 1)
            {
                yield return $"{option.Name} is given {given.IdentifierTokenCount} times: give it once.";
            }
        }
    }

    /// <summary>The example that the help of every command ends with.</summary>
    static string Example(Command command) => command.Description!.Split('\n')[^1];
}
