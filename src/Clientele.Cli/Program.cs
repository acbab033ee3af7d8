using System.CommandLine;
using Clientele.Cli;
using Clientele.Warehouse;

using var limit = FileSizeLimit.Told();
if (args is ["run" or "check" or "demo", ..])
{
    DuckDatabase.Preload();
}

var root = Commands.Root();
if (args is [Suggestions.Directive, .. var words])
{
    return Suggestions.Print(root, words);
}

var parsed = root.Parse(args);
return ExitCodes.Guard(
    () =>
    {
        var mistakes = Mistakes.Of(parsed);
        return mistakes.Count == 0
            ? parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
            : throw new ConfigurationException(string.Join('\n', [.. mistakes, Mistakes.Hint(parsed)]));
    },
    RunCommand.FilesOf(parsed)
);
