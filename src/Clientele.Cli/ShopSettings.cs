using Clientele.Insights;
using Clientele.Warehouse;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Clientele.Cli;

/// <summary>What a shop says of itself in its <c>clientele.yml</c>: name, currency, and how it writes numbers.</summary>
sealed record ShopSettings(string Name, NumberStyle Style)
{
    static readonly string[] Keys = ["name", "currency", "thousands", "decimal_mark"];

    /// <exception cref="ConfigurationException">The file is wrong; every fault with its line.</exception>
    internal static ShopSettings Of(ShopDirectory shop)
    {
        var file = shop["clientele.yml"];
        var values = File.Exists(file) ? Read(file) : [];
        return new ShopSettings(
            values.GetValueOrDefault("name", shop.Name),
            new NumberStyle(
                values.GetValueOrDefault("currency", ""),
                values.GetValueOrDefault("thousands", ","),
                values.GetValueOrDefault("decimal_mark", ".")
            )
        );
    }

    static Dictionary<string, string> Read(string file)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(File.ReadAllText(file)));
            var root = stream.Documents.Count == 0 ? [] : stream.Documents[0].RootNode as YamlMappingNode;
            var unknown = root?.Children.Keys.Where(k => !Keys.Contains(k.ToString())).ToList();
            return root != null && unknown!.Count == 0
                ? root.Children.ToDictionary(p => p.Key.ToString(), p => p.Value.ToString())
                : throw new ConfigurationException(
                    $"clientele.yml: {string.Join(", ", unknown?.Select(k => $"line {k.Start.Line}: unknown key '{k}'") ?? ["it must be a mapping"])}. "
                        + $"Known: {string.Join(", ", Keys)}."
                );
        }
        catch (YamlException error)
        {
            throw new ConfigurationException($"clientele.yml, line {error.Start.Line}: {error.Message}");
        }
    }
}
