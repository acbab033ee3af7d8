using System.CommandLine;
using System.Text.Json;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele score --shop myshop --customers new.csv --out scored.csv</c></summary>
static class ScoreCommand
{
    const string Id = "customer_id";

    static readonly Option<string> Shop = CommonOptions.PublishedShop();

    static readonly Option<string> Customers = new("--customers")
    {
        Description = "A CSV file of customers with the columns that segments are made of, and customer_id",
        HelpName = "FILE.csv",
        Required = true,
    };

    static readonly Option<string> Output = new("--out")
    {
        Description = "The CSV file to write: customer_id, segment, segment_name, confidence",
        HelpName = "FILE.csv",
        Required = true,
    };

    internal static Command Create()
    {
        var command = new Command(
            "score",
            "Puts other customers into the published segments\nExample: clientele score --shop myshop --customers new.csv --out scored.csv"
        )
        {
            Shop,
            Customers,
            Output,
        };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var model = ModelOf(new ShopDirectory(parsed.GetRequiredValue(Shop)));
            var file = parsed.GetRequiredValue(Customers);
            var table = PlainTable.Read(
                file,
                wanted: new PlainColumns(Id, model.Features),
                cancel: interruption.Token
            );
            var found = Assigned(table, model, file, interruption.Token);
            Write(table, found, model, parsed.GetRequiredValue(Output));
            Console.WriteLine(
                $"{Counted.Of(found.Labels.Length, "customer")} in {parsed.GetRequiredValue(Output)}"
            );
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>All that is wrong with the files.</summary>
    internal static IEnumerable<string> Faults(ParseResult parsed)
    {
        if (CommonOptions.Word(parsed, Customers) is { } input && !File.Exists(input))
        {
            yield return Directory.Exists(input)
                ? $"--customers is the folder '{input}', but must be a file in it."
                : $"There is no file '{input}'.";
        }

        if (CommonOptions.Word(parsed, Output) is { } output && Directory.Exists(output))
        {
            yield return $"--out is the folder '{output}', but must be a file in it.";
        }
    }

    /// <exception cref="ConfigurationException">The shop has no segments.</exception>
    /// <exception cref="WarehouseException">The model is damaged, or of another version.</exception>
    static SegmentModel ModelOf(ShopDirectory shop)
    {
        var path = Path.Combine(shop.PublishedFolder, "models", "segments.json");
        if (!File.Exists(path))
        {
            throw new ConfigurationException(
                $"{shop.Name} was published without segments. Ask for them: clientele run FILE --shop {shop.Written}"
            );
        }

        try
        {
            return ModelJson.Read<SegmentModel>(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            throw new WarehouseException(
                $"{path} is damaged, or of another version of Clientele: publish the shop anew with clientele run."
            );
        }
    }

    /// <exception cref="ImportRefusedException">A value has no logarithm, and segments are made of logarithms.</exception>
    static Assignment Assigned(PlainTable table, SegmentModel model, string file, CancellationToken cancel)
    {
        try
        {
            return model.Assign(Features(table, model), cancel);
        }
        catch (ArgumentException error)
        {
            throw new ImportRefusedException(
                $"{Path.GetFileName(file)}: {error.Message.Split(" (Parameter")[0]}"
            );
        }
    }

    static Matrix Features(PlainTable table, SegmentModel model)
    {
        var names = table.Numbers.Columns.Select(c => c.Name).ToList();
        var points = new Matrix(table.Numbers.Rows, model.Features.Count);
        for (var f = 0; f < model.Features.Count; f++)
        {
            var at = names.FindIndex(name =>
                name.Equals(model.Features[f], StringComparison.OrdinalIgnoreCase)
            );
            var values = table.Numbers.Columns[at].ToNumbers();
            for (var row = 0; row < values.Length; row++)
            {
                points[row][f] = values[row];
            }
        }

        return points;
    }

    static void Write(PlainTable table, Assignment found, SegmentModel model, string path)
    {
        using var output = File.Create(path);
        CsvText.Write(
            new Table(
                "scored",
                [
                    table.Ids ?? new TextColumn(Id, [.. found.Labels.Select((_, row) => $"{row + 1}")]),
                    new IntegerColumn("segment", [.. found.Labels.Select(label => (long?)label + 1)]),
                    new TextColumn("segment_name", [.. found.Labels.Select(model.NameOf)]),
                    new NumberColumn("confidence", found.Confidence),
                ]
            ),
            output
        );
    }
}
