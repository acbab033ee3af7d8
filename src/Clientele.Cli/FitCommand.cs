using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele fit kmeans --in points.csv --set clusters=3 --out fitted</c></summary>
static class FitCommand
{
    static readonly Argument<string> Model = new("model")
    {
        Description = string.Join("; ", TableModels.All.Select(m => $"{m.Name}: {m.Description}")),
        HelpName = "MODEL",
        CompletionSources = { TableModels.All.Select(m => m.Name).ToArray() },
    };

    static readonly Option<string> Input = new("--in")
    {
        Description =
            "A CSV file with a line of column names; all its number columns are used, or the columns that the model names",
        HelpName = "FILE.csv",
        Required = true,
    };

    static readonly Option<string> Output = new("--out")
    {
        Description = "Directory for fit.json, and rows.csv or the tables that the model makes",
        HelpName = "DIR",
        Required = true,
    };

    static readonly Option<string[]> Set = new("--set")
    {
        Description = "A setting of the model",
        HelpName = "name=value",
        CompletionSources =
        {
            context =>
                FitSettings
                    .Names(Named(CommonOptions.Word(context.ParseResult, Model)))
                    .Select(name => new CompletionItem($"{name}=")),
        },
    };

    internal static Command Create()
    {
        var (seed, threads) = (CommonOptions.Seed(), CommonOptions.Threads());
        var command = new Command(
            "fit",
            "Fits an algorithm to a plain table; no shop is needed\nExample: clientele fit kmeans --in points.csv --set clusters=3 --out fitted"
        )
        {
            Model,
            Input,
            ImportFlags.EncodingName,
            ImportFlags.Delimiter,
            Set,
            seed,
            threads,
            Output,
        };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var settings = FitSettings.Of(parsed.GetValue(Set) ?? []);
            var model = Named(parsed.GetRequiredValue(Model))!;
            var (table, file) = FitFiles.Read(
                parsed.GetRequiredValue(Input),
                ImportFlags.OfText(parsed),
                model.Keys,
                interruption.Token
            );
            var fit = Fit(
                parsed.GetRequiredValue(Input),
                file,
                () =>
                    model.Fit(
                        table,
                        settings,
                        parsed.GetValue(seed),
                        parsed.GetValue(threads),
                        interruption.Token
                    )
            );
            FitFiles.Write(fit, file.LeftOut, parsed.GetRequiredValue(Output));
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>All that is wrong with model, files and settings: nothing is read before all of it is mended.</summary>
    internal static IEnumerable<string> Faults(ParseResult parsed)
    {
        var model = Named(CommonOptions.Word(parsed, Model));
        if (CommonOptions.Word(parsed, Model) is { } name && model == null)
        {
            var names = TableModels.All.Select(m => m.Name).ToList();
            yield return $"There is no model '{name}'{Spelling.Guess(name, names)}; there are {string.Join(", ", names)}.";
        }

        if (CommonOptions.Word(parsed, Input) is { } input && !File.Exists(input))
        {
            yield return Directory.Exists(input)
                ? $"--in is the folder '{input}', but must be a file in it."
                : $"There is no file '{input}'.";
        }

        if (CommonOptions.Word(parsed, Output) is { } output && File.Exists(output))
        {
            yield return $"--out is the file '{output}', but must be a directory, which may be a new one.";
        }

        if (CommonOptions.Word(parsed, Output) is { } folder && FileAbove(folder) is { } file)
        {
            yield return $"--out {folder} would lie under the file '{file}'. Name another directory.";
        }

        var ofText = ImportFlags.TextFaults(parsed);
        foreach (var fault in ofText.Concat(FitSettings.Faults(model, CommonOptions.Words(parsed, Set))))
        {
            yield return fault;
        }
    }

    /// <summary>The regular file that stands where a folder above the path would have to; null if none does.</summary>
    static string? FileAbove(string path)
    {
        var at = Path.GetDirectoryName(Path.GetFullPath(path));
        while (at != null && !File.Exists(at))
        {
            at = Path.GetDirectoryName(at);
        }

        return at;
    }

    /// <exception cref="ImportRefusedException">The table does not suit the model: too few rows, say.</exception>
    static TableFit Fit(string path, PlainTable file, Func<TableFit> model)
    {
        try
        {
            return model();
        }
        catch (TableRowException error)
        {
            throw new ImportRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetFileName(path)}, line {error.Row + file.FirstLine}, column {error.Column}: {error.Fault}"
                )
            );
        }
        catch (ArgumentException error)
        {
            throw new ImportRefusedException(
                $"{Path.GetFileName(path)}: {error.Message.Split(" (Parameter")[0]}"
            );
        }
    }

    static ITableModel? Named(string? name) => TableModels.All.FirstOrDefault(m => m.Name == name);
}
