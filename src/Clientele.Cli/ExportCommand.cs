using System.CommandLine;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele export rfm --shop myshop --to rfm.xlsx</c></summary>
static class ExportCommand
{
    internal static Command Create()
    {
        var table = new Argument<string>("table")
        {
            Description = "A result table, or customers, orders, order_lines, returns, products",
            HelpName = "TABLE",
        };
        var to = new Option<string>("--to")
        {
            Description = "The file: .csv, .parquet, .json or .xlsx",
            HelpName = "FILE",
            Required = true,
        };
        var shop = CommonOptions.PublishedShop();
        var before = CommonOptions.Day("--before", "Only what happened before this day (core tables)");
        var command = new Command(
            "export",
            "Takes a table out of a published shop\nExample: clientele export order_lines --shop myshop --to lines.parquet --before 2011-09-10"
        )
        {
            table,
            shop,
            to,
            before,
        };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(to);
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            {
                throw new ConfigurationException(
                    $"There is no folder '{folder}' for {Path.GetFileName(file)}."
                );
            }

            using var database = new ShopDirectory(parsed.GetRequiredValue(shop)).OpenPublished();
            var rows = TableExport.Write(
                database,
                parsed.GetRequiredValue(table),
                file,
                parsed.GetValue(before)
            );
            Console.WriteLine($"{rows:N0} rows in {file}");
            return ExitCodes.Ok;
        });
        return command;
    }
}
