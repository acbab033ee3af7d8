using System.CommandLine;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele demo</c></summary>
static class DemoCommand
{
    const string UsualShop = "demo";

    static readonly Option<string> Shop = CommonOptions.Shop();

    internal static Command Create()
    {
        var usual = new DemoOptions();
        var customers = CommonOptions.Number(
            "--customers",
            "Customers of the shop",
            50,
            5_000_000,
            usual.Customers
        );
        var months = CommonOptions.Number("--months", "Months of orders", 6, 120, usual.Months);
        var seed = CommonOptions.Seed();
        var command = new Command(
            "demo",
            "Makes a shop of invented customers and runs everything on it\nExample: clientele demo --customers 2000 --shop demo"
        )
        {
            customers,
            months,
            Shop,
            seed,
        };
        command.SetAction(parsed =>
        {
            var directory = ShopOf(parsed.GetValue(Shop));
            var options = new DemoOptions
            {
                Customers = parsed.GetValue(customers),
                Months = parsed.GetValue(months),
                Seed = parsed.GetValue(seed),
            };
            var source = new DemoSource(options);
            var spec = new RunSpec(directory, [source], RecipeReader.Load("default")) { Seed = options.Seed };
            var code = RunOutput.RunAndTell(spec, json: false, quiet: false);
            WriteTruth(source.Truth, options, directory["truth.json"]);
            return code;
        });
        return command;
    }

    /// <summary>All that speaks against the shop's place and its settings.</summary>
    internal static IEnumerable<string> Faults(ParseResult parsed) =>
        ShopSettings.Faults(ShopOf(CommonOptions.Word(parsed, Shop)));

    static ShopDirectory ShopOf(string? given) => new(string.IsNullOrWhiteSpace(given) ? UsualShop : given);

    /// <summary>Writes what was planted; if nothing has changed, only where a run that was cut off left none.</summary>
    static void WriteTruth(DemoTruth? planted, DemoOptions options, string file)
    {
        if (planted == null && File.Exists(file))
        {
            return;
        }

        var next = file + ".next";
        using (var output = File.Create(next))
        {
            (planted ?? DemoShop.Generate(options).Truth).Write(output);
        }

        File.Move(next, file, overwrite: true);
    }
}
