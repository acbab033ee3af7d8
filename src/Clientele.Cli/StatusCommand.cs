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
                $"As of      {(manifest.AsOf == ShopContents.NoDate ? "no date" : $"{manifest.AsOf:yyyy-MM-dd}")}, time zone {manifest.TimeZone}, recipe {manifest.Recipe}, seed {manifest.Seed}"
            );
            foreach (var line in manifest.Inputs.SelectMany(input => Read(input, manifest)))
            {
                Console.WriteLine(line);
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

    /// <summary>How a table was read: the table import in short.</summary>
    static IEnumerable<string> Read(ManifestInput input, Manifest manifest)
    {
        var several = manifest.Inputs.Count(i => i.Versions != null) > 1;
        return InputText
            .Details(input, manifest.TimeZone, several)
            .Concat(InputText.Left(input))
            .Concat(InputText.Warnings(input))
            .Select(line => $"         {line}")
            .Prepend(
                $"Input      {input.Name} ({input.Shape}): {Counted.Of(input.Rows, "row")}, {input.Rejected:N0} rejected"
            );
    }
}
