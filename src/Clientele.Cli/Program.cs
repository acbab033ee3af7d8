using System.CommandLine;
using System.CommandLine.Help;
using Clientele.Cli;

// Not a RootCommand: that would call itself after the file that runs, which is not what people type.
var root = new Command(
    "clientele",
    "Turns a shop's orders into decisions.\n"
        + "Example: clientele run orders.csv --shop myshop\n"
        + $"Exit codes: {ExitCodes.Meaning}."
)
{
    new HelpOption(),
    new VersionOption(),
    RunCommand.Create(),
    DemoCommand.Create(),
    AskCommand.Create(),
    ExportCommand.Create(),
    FitCommand.Create(),
    StatusCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // An unknown word also means that no command was given: said once.
    var said = parsed.Errors.Select(e => e.Message).Distinct().ToList();
    foreach (
        var error in said.Where(e =>
            said.Count == 1 || !e.StartsWith("Required command", StringComparison.Ordinal)
        )
    )
    {
        Console.Error.WriteLine(error);
    }

    Console.Error.WriteLine("See clientele --help.");
    return ExitCodes.Usage;
}

return ExitCodes.Guard(() =>
    parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
);
