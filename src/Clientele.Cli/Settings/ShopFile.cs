using System.Globalization;
using Clientele.Warehouse;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clientele.Cli;

/// <summary>A value that a key is given.</summary>
/// <param name="Key">Which.</param>
/// <param name="Value">As it is read.</param>
/// <param name="Where">What a fault begins with: a file and its line, or a variable.</param>
sealed record GivenKey(ShopKey Key, string Value, string Where)
{
    /// <summary>What is wrong with it, or null.</summary>
    internal string? Fault => Key.Fault(Value) is { } fault ? $"{Where}: {fault}" : null;
}

/// <summary>What a shop's <c>clientele.yml</c> says.</summary>
static class ShopFile
{
    internal const string Name = "clientele.yml";

    /// <summary>Values of the keys that it has; all else goes to <paramref name="faults"/>.</summary>
    internal static IEnumerable<GivenKey> Read(ShopDirectory shop, List<string> faults) =>
        File.Exists(shop[Name]) ? Read(File.ReadAllText(shop[Name]), faults) : [];

    static List<GivenKey> Read(string text, List<string> faults)
    {
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            faults.Add($"{Name} is not UTF-8: save it as UTF-8.");
            return [];
        }

        var given = new List<GivenKey>();
        foreach (var (name, node) in Root(text, faults))
        {
            if (ShopKeys.All.FirstOrDefault(k => k.Name == name.ToString()) is not { } key)
            {
                faults.Add(Unknown(name));
            }
            else if (node is not YamlScalarNode scalar)
            {
                faults.Add($"{At(node.Start)}: {name} must be a single text.");
            }
            else if (scalar.Style != ScalarStyle.Plain || scalar.Value is not (null or "" or "~" or "null"))
            {
                // A key without a value says nothing.
                given.Add(new GivenKey(key, scalar.Value!, At(scalar.Start)));
            }
        }

        return given;
    }

    static string Unknown(YamlNode name) =>
        $"{At(name.Start)}: unknown key '{name}'{Spelling.Guess(name.ToString(), ShopKeys.Names)}. "
        + $"Known: {string.Join(", ", ShopKeys.Names)}.";

    static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Root(string text, List<string> faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0)
            {
                return [];
            }

            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return root.Children;
            }

            faults.Add(
                $"{Name}: it must have keys, each on a line of its own: {string.Join(", ", ShopKeys.Names)}."
            );
        }
        catch (YamlException error)
        {
            var (line, wrong) = YamlFaults.Of(text, error);
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Name}, line {line}: {wrong}"));
        }

        return [];
    }

    static string At(Mark mark) => string.Create(CultureInfo.InvariantCulture, $"{Name}, line {mark.Line}");
}
