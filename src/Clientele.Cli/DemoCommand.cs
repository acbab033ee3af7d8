using System.CommandLine;
using System.Globalization;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele demo</c></summary>
static class DemoCommand
{
    const string Usual = "shop";

    /// <summary>The kind that has sums and no dates; it is also the name of its recipe.</summary>
    const string Accounts = "account-managed";

    /// <summary>The kind that is an extract of a public shop; also the name of its recipe.</summary>
    const string Europe = "thelook-europe";

    static readonly Option<string> Shop = CommonOptions.Shop();

    static readonly Option<string> Kind = new("--kind")
    {
        Description =
            $"{Usual}: orders, visits and returns; {Accounts}: what each customer spent by product type and quarter, without dates; {Europe}: users of a fashion shop in Europe joined with their orders",
        HelpName = "NAME",
        DefaultValueFactory = _ => Usual,
    };

    static readonly Option<int> Customers = CommonOptions.Number(
        "--customers",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Customers of the shop; {new AccountOptions().Customers:N0} of {Accounts} unless said"
        ),
        50,
        5_000_000,
        new DemoOptions().Customers
    );

    static readonly Option<int> Months = CommonOptions.Number(
        "--months",
        $"Months of orders, of kind {Usual}",
        6,
        120,
        new DemoOptions().Months
    );

    static readonly Option<int> Seed = CommonOptions.Seed();

    internal static Command Create()
    {
        Kind.AcceptOnlyFromAmong(Usual, Accounts, Europe);
        var command = new Command(
            "demo",
            "Makes a shop of invented customers and runs everything on it\nExample: clientele demo --customers 2000 --shop demo"
        )
        {
            Kind,
            Customers,
            Months,
            Shop,
            Seed,
        };
        command.SetAction(parsed =>
            parsed.GetValue(Kind) switch
            {
                Accounts => RunAccounts(parsed),
                Europe => RunEurope(parsed),
                _ => RunShop(parsed),
            }
        );
        return command;
    }

    static int RunShop(ParseResult parsed)
    {
        var directory = ShopOf(parsed);
        var options = new DemoOptions
        {
            Customers = parsed.GetValue(Customers),
            Months = parsed.GetValue(Months),
            Seed = parsed.GetValue(Seed),
        };
        var source = new DemoSource(options);
        var code = Run(directory, source, "default", options.Seed);
        WriteTruth(source.Truth, options, directory["truth.json"]);
        return code;
    }

    static int RunAccounts(ParseResult parsed)
    {
        var usual = new AccountOptions { Seed = parsed.GetValue(Seed) };
        var options = IsSaid(parsed, Customers)
            ? usual with
            {
                Customers = parsed.GetValue(Customers),
            }
            : usual;
        return Run(ShopOf(parsed), new AccountSource(options), Accounts, options.Seed);
    }

    static int RunEurope(ParseResult parsed)
    {
        var directory = ShopOf(parsed);
        var options = new ThelookOptions { Seed = parsed.GetValue(Seed) };
        var code = Run(directory, new ThelookSource(options), Europe, options.Seed);
        Replace(
            directory[ThelookExtract.FileName],
            output => ThelookExtract.Write(ThelookShop.Generate(options), output)
        );
        return code;
    }

    static int Run(ShopDirectory directory, ISource source, string recipe, int seed) =>
        RunOutput.RunAndTell(
            new RunSpec(directory, [source], RecipeReader.Load(recipe)) { Seed = seed },
            json: false,
            quiet: false
        );

    /// <summary>All that speaks against the shop's place and its settings.</summary>
    internal static IEnumerable<string> Faults(ParseResult parsed) =>
        [
            .. ShopSettings.Faults(ShopOf(parsed)),
            .. CommonOptions.Word(parsed, Kind) is Accounts && IsSaid(parsed, Months)
                ? (string[])[$"--months is of kind {Usual}: nothing in kind {Accounts} has a date."]
                : [],
            .. CommonOptions.Word(parsed, Kind) is Europe
                ? ((Option[])[Customers, Months])
                    .Where(o => IsSaid(parsed, o))
                    .Select(o =>
                        $"{o.Name} is not of kind {Europe}: its rows and days are those of the extract that it stands for."
                    )
                : [],
        ];

    static bool IsSaid(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>The shop's directory; unless said, one for each kind.</summary>
    static ShopDirectory ShopOf(ParseResult parsed) =>
        new(
            CommonOptions.Word(parsed, Shop) is { } given && !string.IsNullOrWhiteSpace(given) ? given
            : CommonOptions.Word(parsed, Kind) is Accounts or Europe ? CommonOptions.Word(parsed, Kind)!
            : "demo"
        );

    /// <summary>Writes what was planted; if nothing has changed, only where a run that was cut off left none.</summary>
    static void WriteTruth(DemoTruth? planted, DemoOptions options, string file)
    {
        if (planted == null && File.Exists(file))
        {
            return;
        }

        Replace(file, output => (planted ?? DemoShop.Generate(options).Truth).Write(output));
    }

    static void Replace(string file, Action<Stream> write)
    {
        var next = file + ".next";
        using (var output = File.Create(next))
        {
            write(output);
        }

        File.Move(next, file, overwrite: true);
    }
}
