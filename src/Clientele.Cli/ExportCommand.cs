using System.CommandLine;
using System.CommandLine.Completions;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele export rfm --shop myshop --to rfm.xlsx</c></summary>
static class ExportCommand
{
    static readonly Argument<string> TableName = new("table")
    {
        Description = "A result table, or customers, orders, order_lines, returns, products",
        HelpName = "TABLE",
        CompletionSources = { context => Tables(context.ParseResult) },
    };

    static readonly Option<string> To = new("--to")
    {
        Description = "The file: .csv, .parquet, .json or .xlsx",
        HelpName = "FILE",
        Required = true,
    };

    static readonly Option<string> Shop = CommonOptions.PublishedShop();

    internal static Command Create()
    {
        var before = CommonOptions.Day("--before", "Only what happened before this day (core tables)");
        var command = new Command(
            "export",
            "Takes a table out of a published shop\nExample: clientele export order_lines --shop myshop --to lines.parquet --before 2011-09-10"
        )
        {
            TableName,
            Shop,
            To,
            before,
        };
        command.SetAction(parsed =>
        {
            var (table, file) = (parsed.GetRequiredValue(TableName), parsed.GetRequiredValue(To));
            var directory = new ShopDirectory(parsed.GetRequiredValue(Shop));
            using var database = directory.OpenPublished();
            if (!TableExport.Names(database).Contains(table))
            {
                throw new ConfigurationException(
                    Published.WhyNoTable(directory, table, TableExport.Names(database))
                );
            }

            var rows = TableExport.Write(database, table, file, parsed.GetValue(before));
            Console.WriteLine($"{Counted.Of(rows, "row")} in {file}");
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>Tables of the shop, or of any shop while none is named.</summary>
    static IEnumerable<CompletionItem> Tables(ParseResult parsed)
    {
        var published = CommonOptions.Word(parsed, Shop) is { } shop ? Published.Tables(shop) : null;
        return TableExport
            .Always.Concat(published ?? Insights.Questions.Tables)
            .Order(StringComparer.Ordinal)
            .Select(table => new CompletionItem(table));
    }

    /// <summary>All that is wrong with the file to be written.</summary>
    internal static IEnumerable<string> Faults(ParseResult parsed)
    {
        if (CommonOptions.Word(parsed, To) is not { } file)
        {
            yield break;
        }

        if (Directory.Exists(file))
        {
            yield return $"--to is the folder '{file}', but must be a file in it, such as {Path.Combine(file, "table.csv")}.";
            yield break;
        }

        if (TableExport.FormatOf(file) == null)
        {
            yield return $"'{file}' must end in .csv, .parquet, .json or .xlsx.";
        }

        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            yield return $"There is no folder '{folder}' for {Path.GetFileName(file)}.";
        }
    }
}
