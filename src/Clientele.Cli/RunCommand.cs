using System.CommandLine;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele run orders.csv --shop myshop</c></summary>
static class RunCommand
{
    const string UsualRecipe = "default";

    internal static readonly Argument<string[]> Files = new("file")
    {
        Description =
            "Files of orders, or folders of them: text with a delimiter (also .gz), .xlsx, .parquet or .jsonl",
        Arity = ArgumentArity.OneOrMore,
        HelpName = "FILE",
    };

    internal static readonly Option<string> Shop = CommonOptions.Shop();

    internal static readonly Option<string> RecipeName = new("--recipe")
    {
        Description = $"How lines are cleaned: {string.Join(", ", RecipeReader.Shipped)}, or a YAML file",
        HelpName = "NAME|FILE",
        CompletionSources = { RecipeReader.Shipped.ToArray() },
        DefaultValueFactory = _ => UsualRecipe,
    };

    static readonly Option<string[]> Asked = new("--questions")
    {
        Description = $"Ask only these: {string.Join(", ", Insights.Questions.Slugs)}",
        HelpName = "SLUG,…",
        CompletionSources = { Insights.Questions.Slugs.ToArray() },
    };

    static readonly Option<string[]> Set = new("--set")
    {
        Description = "A setting of a question, over the recipe's: segments.clusters=5",
        HelpName = "question.option=value",
        CompletionSources =
        {
            Insights
                .Questions.Slugs.SelectMany(q => Insights.Questions.SettingsOf(q).Select(s => $"{q}.{s}="))
                .ToArray(),
        },
    };

    internal static readonly Option<DateOnly?> AsOf = CommonOptions.Day(
        "--as-of",
        "The first day that answers know nothing of; default: the day after the last order"
    );

    internal static readonly Option<string?> Zone = new("--time-zone")
    {
        Description = "The zone whose days and hours the shop works by, over clientele.yml: Europe/London",
        HelpName = "ZONE",
    };

    static readonly Option<int> Seed = CommonOptions.Seed();
    static readonly Option<int> Threads = CommonOptions.Threads();
    static readonly Option<bool> Json = CommonOptions.Json();
    static readonly Option<bool> Quiet = CommonOptions.Quiet();

    internal static Command Create()
    {
        var command = new Command(
            "run",
            "Reads orders, cleans them, answers all questions and publishes the shop\nExample: clientele run orders.csv --shop myshop"
        )
        {
            Files,
            Shop,
            RecipeName,
            Asked,
            Set,
            AsOf,
            Zone,
            Seed,
            Threads,
            Json,
            Quiet,
        };
        foreach (var option in SegmentFlags.All.Concat(ImportFlags.All))
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            RunOutput.RunAndTell(SpecOf(parsed), parsed.GetValue(Json), parsed.GetValue(Quiet))
        );
        return command;
    }

    /// <summary>All that is wrong with files, shop, recipe and settings: nothing is read before all of it is mended.</summary>
    internal static IReadOnlyList<string> Faults(ParseResult parsed)
    {
        var faults = new List<string>();
        FileFaults(parsed, faults);
        var recipe = RecipeOf(parsed, faults);
        faults.AddRange(SegmentFlags.Faults(parsed));
        faults.AddRange(SettingFaults(recipe, parsed));
        return faults;
    }

    /// <summary>Adds what is wrong with the files, with what is said of them, and with the shop that they are for.</summary>
    internal static void FileFaults(ParseResult parsed, List<string> faults)
    {
        var paths = Loose.Proper(parsed, Files).Select(t => t.Value).ToList();
        faults.AddRange(OrderFiles.Faults(paths));
        faults.AddRange(ImportFlags.Faults(parsed));
        if (CommonOptions.Word(parsed, Zone) is { } zone && ShopKeys.TimeZone.Fault(zone) is { } fault)
        {
            faults.Add(fault.Replace(ShopKeys.TimeZone.Name, Zone.Name, StringComparison.Ordinal));
        }

        faults.AddRange(
            ShopSettings.Faults(ShopOf(CommonOptions.Word(parsed, Shop), OrderFiles.Expand(paths)))
        );
    }

    /// <summary>Adds what is wrong with the recipe.</summary>
    internal static Recipe RecipeOf(ParseResult parsed, List<string> faults) =>
        RecipeReader.Load(CommonOptions.Word(parsed, RecipeName) ?? UsualRecipe, faults);

    /// <summary>What a sound call says is to be read.</summary>
    internal static IReadOnlyList<ISource> SourcesOf(ParseResult parsed, ImportOptions import) =>
        [new FileSource(OrderFiles.Of(parsed.GetRequiredValue(Files)), import)];

    /// <summary>The files of a call that reads any, whatever is wrong with it.</summary>
    internal static IReadOnlyList<string> FilesOf(ParseResult parsed)
    {
        var given = parsed.CommandResult.Command.Arguments.Contains(Files) ? parsed.GetResult(Files) : null;
        return given == null ? [] : [.. given.Tokens.Select(t => t.Value)];
    }

    static IEnumerable<string> SettingFaults(Recipe recipe, ParseResult parsed)
    {
        var asked = CommonOptions.Words(parsed, Asked);
        var settings = CommonOptions.Words(parsed, Set).ToLookup(RunSpec.IsSetting);
        var spec = new RunSpec(ShopOf(null, []), [], recipe)
        {
            Settings = [.. CommonOptions.Pairs("--set", settings[true]), .. SegmentFlags.Settings(parsed)],
        };
        return settings[false]
            .Select(s => $"--set takes question.option=value, not '{s}'.")
            .Concat(asked.Count > 0 && Split(asked).Length == 0 ? ["--questions names no question."] : [])
            .Concat(QuestionFaults.Of(Split(asked), spec));
    }

    /// <summary>The shop of a sound call.</summary>
    internal static ShopDirectory ShopOf(ParseResult parsed) =>
        ShopOf(parsed.GetValue(Shop), OrderFiles.Of(parsed.GetRequiredValue(Files)));

    static ShopDirectory ShopOf(string? shop, IEnumerable<string> paths) =>
        new(string.IsNullOrWhiteSpace(shop) ? OrderFiles.ShopName(paths.FirstOrDefault("shop")) : shop);

    static RunSpec SpecOf(ParseResult parsed)
    {
        var shop = ShopOf(parsed);
        var import = ImportFlags.Of(parsed, ShopSettings.Of(shop).FirstDay);
        return new RunSpec(
            shop,
            SourcesOf(parsed, import),
            RecipeReader.Load(parsed.GetRequiredValue(RecipeName))
        )
        {
            Questions = Split(parsed.GetValue(Asked) ?? []),
            Settings =
            [
                .. CommonOptions.Pairs("--set", parsed.GetValue(Set) ?? []),
                .. SegmentFlags.Settings(parsed),
            ],
            Import = import,
            AsOf = parsed.GetValue(AsOf),
            TimeZone = parsed.GetValue(Zone),
            Seed = parsed.GetValue(Seed),
            Threads = parsed.GetValue(Threads),
        };
    }

    static string[] Split(IEnumerable<string> given) => [.. given.SelectMany(CommonOptions.Parts)];
}
