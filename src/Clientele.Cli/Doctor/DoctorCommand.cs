using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele doctor --shop myshop</c></summary>
static class DoctorCommand
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    internal static Command Create()
    {
        var (shop, json) = (CommonOptions.Shop(), CommonOptions.Json());
        var command = new Command(
            "doctor",
            "Looks whether machine and shop are sound; changes nothing\nExample: clientele doctor --shop myshop"
        )
        {
            shop,
            json,
        };
        command.SetAction(parsed => Tell([.. All(parsed.GetValue(shop))], parsed.GetValue(json)));
        return command;
    }

    static int Tell(List<Check> checks, bool json)
    {
        var faults = checks.Count(c => c.Verdict == Verdict.Fault);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { faults, checks }, Json));
        }
        else
        {
            checks.ForEach(Tell);
            Console.WriteLine(
                faults == 0 ? "No fault."
                : faults == 1 ? "1 fault."
                : $"{faults} faults."
            );
        }

        return faults == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    static IEnumerable<Check> All(string? shop)
    {
        var directory = new ShopDirectory(shop ?? ".");
        var machine = new Machine(directory.Root).All();
        return shop == null
            ? machine
            : machine.Concat(Settings(directory)).Concat(new ShopCheckup(directory).All());
    }

    static IEnumerable<Check> Settings(ShopDirectory shop)
    {
        var faults = ShopSettings.Faults(shop).Except(shop.RunFaults()).ToList();
        return faults.Count == 0
            ? [Check.Ok("settings", File.Exists(shop[ShopFile.Name]) ? $"{ShopFile.Name} is sound" : "none")]
            : faults.Select(f => Check.Fault("settings", f.TrimEnd('.'), "See docs/settings.md."));
    }

    static void Tell(Check check) =>
        Console.WriteLine(
            $"{check.Verdict.ToString().ToLowerInvariant(), -5}  {check.Name}: {check.Said}."
                + (check.Remedy.Length == 0 ? "" : $" {check.Remedy}")
        );
}
