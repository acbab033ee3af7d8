using System.Globalization;
using System.Reflection;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clientele.Warehouse;

/// <summary>Reads a recipe from YAML; all faults are reported at once, each with its line.</summary>
public static class RecipeReader
{
    const string Suffix = ".yaml";
    static readonly string[] Keys = ["description", "recency", "clean", "questions"];

    /// <summary>Names of the recipes that we ship.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(n => n.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(n => n[..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A shipped recipe by its name, or the file of that path.</summary>
    /// <exception cref="ConfigurationException">There is no such recipe, or it is wrong.</exception>
    public static Recipe Load(string nameOrFile) => Sound(faults => Load(nameOrFile, faults));

    /// <summary>The same, with all that is wrong added to <paramref name="faults"/>, a sentence each.</summary>
    /// <returns>The recipe as far as it could be understood.</returns>
    public static Recipe Load(string nameOrFile, ICollection<string> faults)
    {
        if (Shipped.Contains(nameOrFile))
        {
            using var stream = Assembly
                .GetExecutingAssembly()
                .GetManifestResourceStream(nameOrFile + Suffix)!;
            using var reader = new StreamReader(stream);
            return Read(nameOrFile, reader.ReadToEnd(), faults);
        }

        if (File.Exists(nameOrFile))
        {
            return Read(Path.GetFileNameWithoutExtension(nameOrFile), File.ReadAllText(nameOrFile), faults);
        }

        faults.Add(
            $"No recipe '{nameOrFile}'{Spelling.Guess(nameOrFile, Shipped)}. There are {string.Join(", ", Shipped)}; or name a YAML file."
        );
        return Recipe.Empty;
    }

    /// <summary>Reads the text of a recipe.</summary>
    /// <exception cref="ConfigurationException">Every fault with its line.</exception>
    public static Recipe Parse(string name, string yaml) => Sound(faults => Read(name, yaml, faults));

    static Recipe Sound(Func<List<string>, Recipe> read)
    {
        var faults = new List<string>();
        var recipe = read(faults);
        return faults.Count == 0 ? recipe : throw new ConfigurationException(string.Join('\n', faults));
    }

    static Recipe Read(string name, string yaml, ICollection<string> said)
    {
        var faults = new List<string>();
        var root = Root(yaml, faults);
        var recipe = new Recipe(
            name,
            Child<YamlScalarNode>(root, "description", faults)?.Value ?? "",
            Recency(root, faults),
            Questions(root, faults)
        )
        {
            Rules = Rules(root, faults),
            Text = yaml,
            Places = Places(name, root),
        };
        foreach (var key in root.Children.Keys.Where(k => !Keys.Contains(k.ToString())))
        {
            var guess = Spelling.Guess(key.ToString(), Keys);
            faults.Add(At(key, $"unknown key '{key}'{guess}; known: {string.Join(", ", Keys)}."));
        }

        foreach (var fault in YamlFaults.InOrder(faults))
        {
            said.Add(
                fault.StartsWith("line ", StringComparison.Ordinal)
                    ? $"Recipe {name}, {fault}"
                    : $"Recipe {name}: {fault}"
            );
        }

        return recipe;
    }

    static YamlMappingNode Root(string yaml, List<string> faults)
    {
        if (yaml.Contains('\uFFFD', StringComparison.Ordinal))
        {
            faults.Add("it is not UTF-8: save it as UTF-8.");
            return [];
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                return root;
            }

            faults.Add("it must have keys, each on a line of its own: clean: and questions:, for example.");
        }
        catch (YamlException error)
        {
            var (line, wrong) = YamlFaults.Of(yaml, error);
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}: {wrong}"));
        }

        return [];
    }

    static RecencyCount Recency(YamlMappingNode root, List<string> faults)
    {
        var node = Child<YamlScalarNode>(root, "recency", faults);
        switch (node?.Value)
        {
            case null or "calendar":
                return RecencyCount.Calendar;
            case "elapsed":
                return RecencyCount.Elapsed;
            case "last_day":
                return RecencyCount.LastDay;
            default:
                faults.Add(
                    At(node, $"recency is '{node.Value}', but must be one of calendar, elapsed, last_day.")
                );
                return RecencyCount.Calendar;
        }
    }

    static List<NamedRule> Rules(YamlMappingNode root, List<string> faults) =>
        [
            .. (Child<YamlSequenceNode>(root, "clean", faults)?.Children ?? [])
                .Select(item => Rule(item, faults))
                .OfType<NamedRule>(),
        ];

    /// <summary>One rule; null if there is no such rule, or if it is off.</summary>
    static NamedRule? Rule(YamlNode item, List<string> faults)
    {
        var map = item as YamlMappingNode;
        var first = map?.Children.FirstOrDefault();
        var name = ((first?.Key ?? item) as YamlScalarNode)?.Value;
        if (name == null || !CleaningRules.All.TryGetValue(name, out var make))
        {
            var word = name ?? $"{item}";
            var (guess, known) = (
                Spelling.Guess(word, CleaningRules.All.Keys),
                CleaningRules.All.Keys.Order(StringComparer.Ordinal)
            );
            faults.Add(At(item, $"no rule '{word}'{guess}; known: {string.Join(", ", known)}."));
            return null;
        }

        if (map?.Children.Count > 1)
        {
            faults.Add(At(item, $"{name}: its settings must stand deeper than its name."));
        }

        var given = new RuleSettings(name, item.Start.Line, Mapping(name, first?.Value, faults), faults);
        var on = given.On();
        var rule = make(given);
        given.NoMore();
        return on ? new NamedRule(name, rule) : null;
    }

    static Dictionary<string, IReadOnlyDictionary<string, string>> Questions(
        YamlMappingNode root,
        List<string> faults
    )
    {
        var questions = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var (key, value) in Pairs(Child<YamlMappingNode>(root, "questions", faults)))
        {
            var settings = new Dictionary<string, string>();
            foreach (var (name, setting) in Pairs(Mapping(key.ToString(), value, faults)))
            {
                settings[name.ToString()] = setting is YamlSequenceNode list
                    ? string.Join(",", list.Children.Select(c => c.ToString()))
                    : setting.ToString();
            }

            questions[key.ToString()] = settings;
        }

        return questions;
    }

    static Dictionary<string, string> Places(string recipe, YamlMappingNode root)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        string Line(YamlNode node) => $"Recipe {recipe}, {At(node, "")}".TrimEnd(' ', ':');
        foreach (var (key, value) in Pairs(Child<YamlMappingNode>(root, "questions", [])))
        {
            places[key.ToString()] = Line(key);
            foreach (var (name, _) in Pairs(value as YamlMappingNode))
            {
                places[$"{key}.{name}"] = Line(name);
            }
        }

        return places;
    }

    /// <summary>Settings under a name; nothing there is no setting.</summary>
    static YamlMappingNode Mapping(string name, YamlNode? node, List<string> faults)
    {
        if (node is not (null or YamlMappingNode or YamlScalarNode { Value: null or "" }))
        {
            faults.Add(At(node, $"{name}: its settings must be written as name: value, not '{node}'."));
        }

        return node as YamlMappingNode ?? [];
    }

    static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Pairs(YamlMappingNode? node) =>
        node?.Children.AsEnumerable() ?? [];

    static T? Child<T>(YamlMappingNode root, string key, List<string> faults)
        where T : YamlNode
    {
        if (!root.Children.TryGetValue(new YamlScalarNode(key), out var node))
        {
            return null;
        }

        if (node is not T)
        {
            faults.Add(At(node, $"{key} must be {Form<T>()}."));
        }

        return node as T;
    }

    static string Form<T>() =>
        typeof(T) == typeof(YamlSequenceNode) ? "a list, each line of which begins with '- '"
        : typeof(T) == typeof(YamlMappingNode) ? "followed by lines that stand deeper, each as name: value"
        : "a single text";

    static string At(YamlNode node, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"line {node.Start.Line}: {message}");
}
