using System.CommandLine;
using System.Reflection;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele completion bash</c></summary>
static class CompletionCommand
{
    static readonly string[] Shells = ["bash", "zsh", "fish"];

    static readonly Argument<string> Shell = new("shell")
    {
        Description = string.Join(", ", Shells),
        HelpName = "SHELL",
        CompletionSources = { Shells },
    };

    internal static Command Create()
    {
        var command = new Command(
            "completion",
            "Prints a script that completes commands, options and names at the tab key\nExample: clientele completion bash > clientele.bash"
        )
        {
            Shell,
        };
        command.SetAction(parsed =>
        {
            Console.Write(Script(parsed.GetRequiredValue(Shell)));
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>An unknown shell.</summary>
    internal static IEnumerable<string> Faults(ParseResult parsed) =>
        CommonOptions.Word(parsed, Shell) is { } shell && !Shells.Contains(shell)
            ?
            [
                $"There is no completion for '{shell}'{Spelling.Guess(shell, Shells)}; there is one for {string.Join(", ", Shells)}.",
            ]
            : [];

    static string Script(string shell)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"clientele.{shell}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
