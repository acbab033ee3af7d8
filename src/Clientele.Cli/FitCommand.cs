using System.CommandLine;
using System.Text.Json;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele fit kmeans --in points.csv --set clusters=3 --out fitted</c></summary>
static class FitCommand
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    internal static Command Create()
    {
        var model = new Argument<string>("model")
        {
            Description = string.Join("; ", TableModels.All.Select(m => $"{m.Name}: {m.Description}")),
            HelpName = "MODEL",
        };
        var input = new Option<string>("--in")
        {
            Description = "A CSV file with a line of column names; all its number columns are used",
            HelpName = "FILE.csv",
            Required = true,
        };
        var output = new Option<string>("--out")
        {
            Description = "Directory for fit.json and rows.csv",
            HelpName = "DIR",
            Required = true,
        };
        var set = new Option<string[]>("--set")
        {
            Description = "A setting of the model",
            HelpName = "name=value",
        };
        var (seed, threads) = (CommonOptions.Seed(), CommonOptions.Threads());
        var command = new Command(
            "fit",
            "Fits an algorithm to a plain table; no shop is needed\nExample: clientele fit kmeans --in points.csv --set clusters=3 --out fitted"
        )
        {
            model,
            input,
            set,
            seed,
            threads,
            output,
        };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var named = Named(parsed.GetRequiredValue(model));
            var settings = Settings(parsed.GetValue(set) ?? []);
            var fit = Fit(
                parsed.GetRequiredValue(input),
                table =>
                    named.Fit(
                        table,
                        settings,
                        parsed.GetValue(seed),
                        parsed.GetValue(threads),
                        interruption.Token
                    )
            );
            Write(fit, parsed.GetRequiredValue(output));
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>The last of a name wins, as everywhere.</summary>
    static Dictionary<string, string> Settings(string[] given)
    {
        var settings = new Dictionary<string, string>();
        foreach (var (name, value) in CommonOptions.Pairs("--set", given))
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <exception cref="ImportRefusedException">The table does not suit the model: too few rows, say.</exception>
    static TableFit Fit(string path, Func<NamedMatrix, TableFit> model)
    {
        var table = TableOf(path);
        try
        {
            return model(table);
        }
        catch (ArgumentException error)
        {
            throw new ImportRefusedException(
                $"{Path.GetFileName(path)}: {error.Message.Split(" (Parameter")[0]}"
            );
        }
    }

    static ITableModel Named(string name) =>
        TableModels.All.FirstOrDefault(m => m.Name == name)
        ?? throw new ConfigurationException(
            $"There is no model '{name}'; there are {string.Join(", ", TableModels.All.Select(m => m.Name))}."
        );

    static NamedMatrix TableOf(string path)
    {
        if (!File.Exists(path))
        {
            throw new ConfigurationException($"There is no file '{path}'.");
        }

        var table = PlainTable.Read(path);
        var matrix = new Matrix(table.Rows, table.Columns.Count);
        for (var c = 0; c < table.Columns.Count; c++)
        {
            var column = table.Columns[c].ToNumbers();
            for (var row = 0; row < table.Rows; row++)
            {
                matrix[row][c] = column[row];
            }
        }

        return new NamedMatrix([.. table.Columns.Select(c => c.Name)], matrix);
    }

    static void Write(TableFit fit, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "fit.json"),
            JsonSerializer.Serialize(fit.Summary, Json) + "\n"
        );
        using (var rows = File.Create(Path.Combine(folder, "rows.csv")))
        {
            CsvText.Write(
                new Table("rows", [.. fit.Rows.Select(r => new NumberColumn(r.Name, r.Values))]),
                rows
            );
        }

        Console.WriteLine($"{Path.Combine(folder, "fit.json")} and {Path.Combine(folder, "rows.csv")}");
    }
}
