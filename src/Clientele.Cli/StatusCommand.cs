using System.CommandLine;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele status --shop myshop</c></summary>
static class StatusCommand
{
    internal static Command Create()
    {
        var shop = CommonOptions.PublishedShop();
        var command = new Command("status", "Says what is published\nExample: clientele status --shop myshop")
        {
            shop,
        };
        command.SetAction(parsed =>
        {
            var directory = new ShopDirectory(parsed.GetRequiredValue(shop));
            var manifest = directory.Manifest ?? throw directory.NothingPublished();
            Console.WriteLine($"Shop       {manifest.Shop}");
            Console.WriteLine(
                $"Run        {manifest.RunId}, published {manifest.PublishedAt:yyyy-MM-dd HH:mm} UTC"
            );
            Console.WriteLine(
                $"As of      {manifest.AsOf:yyyy-MM-dd}, time zone {manifest.TimeZone}, recipe {manifest.Recipe}, seed {manifest.Seed}"
            );
            foreach (var input in manifest.Inputs)
            {
                Console.WriteLine(
                    $"Input      {input.Name} ({input.Shape}): {Counted.Of(input.Rows, "row")}, {input.Rejected:N0} rejected"
                );
            }

            Console.WriteLine($"Questions  {string.Join(", ", manifest.Questions)}");
            foreach (var (slug, reason) in manifest.Unanswered)
            {
                Console.WriteLine($"Unanswered {slug}: {reason}");
            }

            foreach (var (name, rows) in manifest.Tables)
            {
                Console.WriteLine($"Table      {name}: {Counted.Of(rows, "row")}");
            }

            Console.WriteLine($"Report     {directory["report.html"]}");
            return ExitCodes.Ok;
        });
        return command;
    }
}
