using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clientele.Warehouse;

/// <summary>Reads a recipe from YAML; all faults are reported at once, each with its line.</summary>
public static class RecipeReader
{
    const string Suffix = ".yaml";

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
    public static Recipe Load(string nameOrFile)
    {
        if (Shipped.Contains(nameOrFile))
        {
            using var stream = Assembly
                .GetExecutingAssembly()
                .GetManifestResourceStream(nameOrFile + Suffix)!;
            using var reader = new StreamReader(stream);
            return Parse(nameOrFile, reader.ReadToEnd());
        }

        return File.Exists(nameOrFile)
            ? Parse(Path.GetFileNameWithoutExtension(nameOrFile), File.ReadAllText(nameOrFile))
            : throw new ConfigurationException(
                $"No recipe '{nameOrFile}'. There are {string.Join(", ", Shipped)}; or name a YAML file."
            );
    }

    /// <summary>Reads the text of a recipe.</summary>
    /// <exception cref="ConfigurationException">Every fault with its line.</exception>
    public static Recipe Parse(string name, string yaml)
    {
        var faults = new List<string>();
        var root = Root(name, yaml);
        var recipe = new Recipe(
            name,
            Child<YamlScalarNode>(root, "description", faults)?.Value ?? "",
            Recency(root, faults),
            Questions(root, faults)
        )
        {
            Rules = Rules(root, faults),
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml))),
        };
        foreach (
            var key in root.Children.Keys.Where(k =>
                k.ToString() is not ("description" or "recency" or "clean" or "questions")
            )
        )
        {
            faults.Add(At(key, $"unknown key '{key}'; known: description, recency, clean, questions."));
        }

        return faults.Count == 0
            ? recipe
            : throw new ConfigurationException($"Recipe {name}: {string.Join(" ", faults)}");
    }

    static YamlMappingNode Root(string name, string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root
                ? root
                : throw new ConfigurationException(
                    $"Recipe {name}: it must be a mapping with clean: and questions:."
                );
        }
        catch (YamlException error)
        {
            throw new ConfigurationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Recipe {name}, line {error.Start.Line}: {error.Message}"
                )
            );
        }
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

    static List<NamedRule> Rules(YamlMappingNode root, List<string> faults)
    {
        var rules = new List<NamedRule>();
        foreach (var item in Child<YamlSequenceNode>(root, "clean", faults)?.Children ?? [])
        {
            var (key, settings) = item switch
            {
                YamlScalarNode scalar => (scalar, new YamlMappingNode()),
                YamlMappingNode { Children.Count: 1 } map => (
                    map.Children[0].Key as YamlScalarNode,
                    map.Children[0].Value as YamlMappingNode ?? []
                ),
                _ => (null, []),
            };
            if (key?.Value is not { } name || !CleaningRules.All.TryGetValue(name, out var make))
            {
                faults.Add(
                    At(
                        item,
                        $"no rule '{key?.Value ?? item.ToString()}'; known: {string.Join(", ", CleaningRules.All.Keys)}."
                    )
                );
                continue;
            }

            var given = new RuleSettings(name, settings, faults);
            var on = given.Flag("on", true);
            var rule = make(given);
            given.NoMore();
            if (on)
            {
                rules.Add(new NamedRule(name, rule));
            }
        }

        return rules;
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
            foreach (var (name, setting) in Pairs(value as YamlMappingNode))
            {
                settings[name.ToString()] = setting is YamlSequenceNode list
                    ? string.Join(",", list.Children.Select(c => c.ToString()))
                    : setting.ToString();
            }

            questions[key.ToString()] = settings;
        }

        return questions;
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
            faults.Add(At(node, $"{key} has the wrong form."));
        }

        return node as T;
    }

    static string At(YamlNode node, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"line {node.Start.Line}: {message}");
}
