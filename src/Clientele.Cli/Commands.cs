using System.CommandLine;
using System.CommandLine.Help;

namespace Clientele.Cli;

/// <summary>All commands, in the order in which help shows them.</summary>
static class Commands
{
    internal static IReadOnlyList<Command> All() =>
        [
            RunCommand.Create(),
            CheckCommand.Create(),
            DemoCommand.Create(),
            AskCommand.Create(),
            ExportCommand.Create(),
            FitCommand.Create(),
            ScoreCommand.Create(),
            WhatIfCommand.Create(),
            RecommendCommand.Create(),
            StatusCommand.Create(),
            InitCommand.Create(),
            SchemaCommand.Create(),
            DoctorCommand.Create(),
            CompletionCommand.Create(),
        ];

    /// <remarks>Not a RootCommand: that would call itself after the file that runs, which is not what people type.</remarks>
    internal static Command Root()
    {
        var root = new Command(
            "clientele",
            "Turns a shop's orders into decisions.\n"
                + "Example: clientele run orders.csv --shop myshop\n"
                + $"Exit codes: {ExitCodes.Meaning}."
        )
        {
            new HelpOption(),
            new VersionOption(),
        };
        foreach (var command in All())
        {
            root.Add(command);
        }

        return root;
    }
}
