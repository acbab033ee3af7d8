using System.CommandLine;
using System.CommandLine.Help;
using Clientele.Cli;
using Clientele.Warehouse;

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
return ExitCodes.Guard(() =>
{
    var mistakes = Mistakes.Of(parsed);
    return mistakes.Count == 0
        ? parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
        : throw new ConfigurationException(string.Join('\n', [.. mistakes, Mistakes.Hint(parsed)]));
});
