using System.CommandLine;
using System.CommandLine.Parsing;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele run orders.csv --shop myshop</c></summary>
static class RunCommand
{
    const string UsualRecipe = "default";

    static readonly Argument<string[]> Files = new("file")
    {
        Description = "CSV files of orders (.csv or .csv.gz, UTF-8)",
        Arity = ArgumentArity.OneOrMore,
        HelpName = "FILE",
    };

    static readonly Option<string> Shop = CommonOptions.Shop();

    static readonly Option<string> RecipeName = new("--recipe")
    {
        Description = $"How lines are cleaned: {string.Join(", ", RecipeReader.Shipped)}, or a YAML file",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => UsualRecipe,
    };

    static readonly Option<string[]> Mapped = new("--map")
    {
        Description = $"Which column is what: field=Header,… Fields: {string.Join(", ", Fields.Names)}",
        HelpName = "field=Header,…",
    };

    static readonly Option<string[]> Asked = new("--questions")
    {
        Description = $"Ask only these: {string.Join(", ", Insights.Questions.Slugs)}",
        HelpName = "SLUG,…",
    };

    static readonly Option<string[]> Set = new("--set")
    {
        Description = "A setting of a question, over the recipe's: segments.clusters=5",
        HelpName = "question.option=value",
    };

    static readonly Option<DateOnly?> AsOf = CommonOptions.Day(
        "--as-of",
        "The first day that answers know nothing of; default: the day after the last order"
    );

    static readonly Option<int> Seed = CommonOptions.Seed();
    static readonly Option<int> Threads = CommonOptions.Threads();
    static readonly Option<bool> Json = CommonOptions.Json();
    static readonly Option<bool> Quiet = CommonOptions.Quiet();

    static RunCommand() =>
        // On the files and not on the command, whose faults would hide those of the options.
        Files.Validators.Add(given =>
        {
            foreach (var fault in FaultsOf(given))
            {
                given.AddError(fault);
            }
        });

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
            Mapped,
            Asked,
            Set,
            AsOf,
            Seed,
            Threads,
            Json,
            Quiet,
        };
        command.SetAction(parsed =>
            RunOutput.RunAndTell(SpecOf(parsed), parsed.GetValue(Json), parsed.GetValue(Quiet))
        );
        return command;
    }

    static IEnumerable<string> FaultsOf(SymbolResult given)
    {
        var paths = given.GetValue(Files) ?? [];
        var recipe = new Recipe(
            "none",
            "",
            RecencyCount.Calendar,
            new Dictionary<string, IReadOnlyDictionary<string, string>>()
        );
        List<(string Name, string Value)> settings = [];
        return CommonOptions.Faults([
            .. paths.Select(Action (path) => () => Existing(path)),
            () => Map(given.GetValue(Mapped) ?? []),
            () => ShopSettings.Of(ShopOf(given.GetValue(Shop), paths)),
            () => recipe = RecipeReader.Load(given.GetValue(RecipeName) ?? UsualRecipe),
            () => settings = CommonOptions.Pairs("--set", given.GetValue(Set) ?? []),
            () => RunSpec.NeedDots(settings),
            () =>
            {
                var spec = new RunSpec(ShopOf(null, paths), [], recipe)
                {
                    Settings = [.. settings.Where(RunSpec.HasDot)],
                };
                Insights.Questions.Ask(Split(given.GetValue(Asked) ?? []), spec.QuestionSettings());
            },
        ]);
    }

    static ShopDirectory ShopOf(string? shop, string[] paths) =>
        new(string.IsNullOrEmpty(shop) ? NameOf(paths.FirstOrDefault("shop")) : shop);

    static RunSpec SpecOf(ParseResult parsed)
    {
        var paths = parsed.GetRequiredValue(Files);
        var map = Map(parsed.GetValue(Mapped) ?? []);
        return new RunSpec(
            ShopOf(parsed.GetValue(Shop), paths),
            [.. paths.Select(path => new CsvSource(path, map))],
            RecipeReader.Load(parsed.GetRequiredValue(RecipeName))
        )
        {
            Questions = Split(parsed.GetValue(Asked) ?? []),
            Settings = CommonOptions.Pairs("--set", parsed.GetValue(Set) ?? []),
            Map = map,
            AsOf = parsed.GetValue(AsOf),
            Seed = parsed.GetValue(Seed),
            Threads = parsed.GetValue(Threads),
        };
    }

    static void Existing(string path)
    {
        if (!File.Exists(path))
        {
            throw new ConfigurationException($"There is no file '{path}'.");
        }
    }

    /// <summary>A shop without a name is called after its first file.</summary>
    static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        return name[
            ..Math.Max(
                1,
                name.IndexOf('.', StringComparison.Ordinal) is var dot && dot > 0 ? dot : name.Length
            )
        ];
    }

    static Dictionary<string, string> Map(string[] given)
    {
        var map = new Dictionary<string, string>();
        foreach (var (field, header) in CommonOptions.Pairs("--map", Split(given)))
        {
            map[field] = header;
        }

        var unknown = map.Keys.Except(Fields.Names).Select(f => $"'{f}'").ToList();
        return unknown.Count == 0
            ? map
            : throw new ConfigurationException(
                $"--map knows no field {string.Join(", ", unknown)}; there are {string.Join(", ", Fields.Names)}."
            );
    }

    static string[] Split(string[] given) =>
        [
            .. given.SelectMany(g =>
                g.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ),
        ];
}
