using System.CommandLine;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele check orders.csv</c></summary>
static class CheckCommand
{
    static readonly Option<bool> Json = CommonOptions.Json();

    internal static Command Create()
    {
        var command = new Command(
            "check",
            "Says what run would import, and why not; writes nothing\nExample: clientele check orders.csv"
        )
        {
            RunCommand.Files,
            RunCommand.Shop,
            RunCommand.RecipeName,
            RunCommand.AsOf,
            RunCommand.Zone,
            Json,
        };
        foreach (var option in ImportFlags.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(Check);
        return command;
    }

    /// <summary>What is wrong with files, shop, options and recipe.</summary>
    internal static IReadOnlyList<string> Faults(ParseResult parsed)
    {
        var faults = new List<string>();
        RunCommand.FileFaults(parsed, faults);
        RunCommand.RecipeOf(parsed, faults);
        return faults;
    }

    static int Check(ParseResult parsed)
    {
        using var interruption = new Interruption();
        using var scratch = new Scratch();
        // On disk, as in a run: DuckDB may need more room than there is memory.
        using var database = new DuckDatabase(
            new DuckOptions(Path.Combine(scratch.Folder.FullName, "check.duckdb"))
            {
                Cancel = interruption.Token,
            }
        );
        var plan = PlanOf(parsed);
        var check = ImportCheck.Of(database, plan, interruption.Token);
        CheckOutput.Tell(check, plan, parsed.GetValue(Json));
        return check.Refusal == null ? ExitCodes.Ok : throw check.Refusal;
    }

    /// <summary>As a run of the same call would have it: the shop's own settings count, and so does what it has published.</summary>
    static ShopPlan PlanOf(ParseResult parsed)
    {
        var shop = RunCommand.ShopOf(parsed);
        var settings = ShopSettings.Of(shop);
        var import = ImportFlags.Of(parsed, settings.FirstDay);
        return new ShopPlan(
            RunCommand.SourcesOf(parsed, import),
            RecipeReader.Load(parsed.GetRequiredValue(RunCommand.RecipeName))
        )
        {
            AsOf = parsed.GetValue(RunCommand.AsOf),
            TimeZone = parsed.GetValue(RunCommand.Zone) ?? settings.TimeZone,
            Earlier = shop.Earlier,
        };
    }
}
